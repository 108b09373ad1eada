/**
 * Sends views, written as JSON, to one screen, one at a time: while a view is on its way only the newest of those that follow is kept. A
 * screen that cannot keep up thus skips pictures instead of filling the core's memory with old ones.
 */
export function createViewSender(write: (view: string, written: () => void) => void): (view: string) => void {
  let isWriting = false;
  let newest: string | null = null;

  function written() {
    isWriting = false;
    if (newest === null) return;
    const view = newest;
    newest = null;
    send(view);
  }

  function send(view: string) {
    if (isWriting) {
      newest = view;
      return;
    }
    isWriting = true;
    write(view, written);
  }
  return send;
}
