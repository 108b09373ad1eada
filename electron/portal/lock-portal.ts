/** Ties the portal's policy to Electron: whatever is not its own pages is refused, and said. */
import type { Session, WebContents } from 'electron';
import { mayPress, portalHeaders } from '../policy.ts';
import { isPortalPage, mayPortalRequest } from './portal-policy.ts';

export type Refused = 'address' | 'window' | 'download' | 'file' | 'permission';
type Lock = { hosts: () => readonly string[]; refused: (what: Refused) => void };

export function lockPortalSession(session: Session, { hosts, refused }: Lock): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    refused(permission === 'openExternal' ? 'address' : 'permission');
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayPortalRequest(details.url, hosts());
    if (cancel && details.resourceType === 'mainFrame') refused('address');
    answer({ cancel });
  });
  session.webRequest.onHeadersReceived((details, answer) => {
    const isDocument = details.resourceType === 'mainFrame' || details.resourceType === 'subFrame';
    answer(isDocument ? { responseHeaders: portalHeaders(details.responseHeaders ?? {}) } : {});
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    refused('download');
  });
}

/** Throws when the dialog for files cannot be kept away: then the portal must not be opened at all. */
export function lockPortalContents(contents: WebContents, { hosts, refused }: Lock): void {
  const stop = (event: { preventDefault(): void }, url: string) => {
    if (isPortalPage(url, hosts())) return;
    event.preventDefault();
    refused('address');
  };
  contents.on('will-navigate', stop);
  contents.on('will-frame-navigate', (event) => stop(event, event.url));
  contents.on('will-redirect', stop);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // A link that wants a tab of its own goes on in this one.
    if (isPortalPage(url, hosts())) contents.loadURL(url).catch(() => {});
    else refused('window');
    return { action: 'deny' };
  });
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('login', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    if (!mayPress(input, false)) event.preventDefault();
  });
  contents.on('dom-ready', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  // The system's dialog for files would show this machine's disk. Only the debugging protocol keeps it away.
  contents.debugger.attach();
  contents.debugger.on('message', (_event, method) => {
    if (method === 'Page.fileChooserOpened') refused('file');
  });
  const keepDialogAway = () =>
    void contents.debugger
      .sendCommand('Page.enable')
      .then(() => contents.debugger.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true }))
      .catch(() => {});
  keepDialogAway();
  contents.on('did-navigate', keepDialogAway);
}
