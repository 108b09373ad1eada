/** A second page in a window, over the first. */
import { BrowserView, type BrowserWindow, type Session, WebContentsView, type WebContents } from 'electron';
import type { Bounds } from '../screens.ts';

export type PageBeside = {
  contents: WebContents;
  place(bounds: Bounds): void;
  hide(isHidden: boolean): void;
  remove(): void;
};

/** Most pages count on it. */
const paper = '#ffffff';

export function openPageBeside(window: BrowserWindow, session: Session, devTools: boolean): PageBeside {
  const webPreferences = {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    devTools,
  };
  // The Electron of the tests is older than WebContentsView.
  return Number.parseInt(process.versions.electron, 10) >= 30
    ? asView(window, new WebContentsView({ webPreferences }))
    : asBrowserView(window, new BrowserView({ webPreferences }));
}

function asView(window: BrowserWindow, view: WebContentsView): PageBeside {
  view.setBackgroundColor(paper);
  window.contentView.addChildView(view);
  return {
    contents: view.webContents,
    place: (bounds) => view.setBounds(bounds),
    hide: (isHidden) => view.setVisible(!isHidden),
    remove() {
      if (!window.isDestroyed()) window.contentView.removeChildView(view);
      view.webContents.close();
    },
  };
}

function asBrowserView(window: BrowserWindow, view: BrowserView): PageBeside {
  view.setBackgroundColor(paper);
  window.addBrowserView(view);
  return {
    contents: view.webContents,
    place: (bounds) => view.setBounds(bounds),
    hide(isHidden) {
      window.removeBrowserView(view);
      if (!isHidden) window.addBrowserView(view);
    },
    remove() {
      if (!window.isDestroyed()) window.removeBrowserView(view);
      view.webContents.close();
    },
  };
}
