/** Ties the policy to Electron: a session and a page that can do nothing but show the core. */
import type { Session, WebContents } from 'electron';
import { cagedHeaders, isOwn, mayPress, mayRequest, mayUse, type OwnOrigin } from './policy.ts';

export type Lock = {
  own: () => OwnOrigin;
  devTools: boolean;
  log: (line: string) => void;
  /** Whether the window with these contents is an officer's, who prints papers. */
  mayPrint: (contentsId: number | undefined) => boolean;
  /** Told where a page wanted to go that may not. The page of the shell itself asks this way. */
  onStopped?: (url: string) => void;
};

export function lockSession(session: Session, { own, devTools, log, mayPrint }: Lock): void {
  // Electron grants everything that nobody answers, and asks in three places.
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const granted = mayUse(permission, { url: details.requestingUrl, media }, own());
    if (!granted) log(`refused permission ${permission}`);
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return mayUse(permission, { url: requestingOrigin, media }, own());
  });
  session.setDevicePermissionHandler(() => false);

  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayRequest(details.url, own(), devTools);
    if (cancel) log('cancelled a request to another address');
    answer({ cancel });
  });
  session.webRequest.onHeadersReceived((details, answer) => {
    const isDocument = details.resourceType === 'mainFrame' || details.resourceType === 'subFrame';
    // The calm page passes here too, as a data: address; it brings its own, narrower policy with its inline styles.
    const isServed = isDocument && !details.url.startsWith('data:');
    const headers = () => cagedHeaders(details.responseHeaders ?? {}, mayPrint(details.webContentsId));
    answer(isServed ? { responseHeaders: headers() } : {});
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    log('refused a download');
  });
}

/** @param editing whether copy and paste by keyboard pass (officers' screens) */
export function lockContents(contents: WebContents, lock: Lock, editing: () => boolean): void {
  const { own, log } = lock;
  // Which of the two is asked first, and whether the other still is, has changed between versions.
  const stop = (event: { preventDefault(): void }, url: string) => {
    if (isOwn(url, own())) return;
    event.preventDefault();
    lock.onStopped?.(url);
  };
  contents.on('will-navigate', stop);
  contents.on('will-frame-navigate', (event) => stop(event, event.url));
  contents.on('will-redirect', (event, url) => {
    if (!isOwn(url, own())) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => {
    log('refused a new window');
    return { action: 'deny' };
  });
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('login', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    if (!mayPress(input, editing())) event.preventDefault();
  });
  const noZoom = () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  };
  contents.on('dom-ready', noZoom);
  contents.on('zoom-changed', noZoom);
}
