import type { CDPSession, Page } from '@playwright/test';
import type { WedgeKey } from '../../core/card/wedge.ts';
import { scannerTypes, type Keyboard } from '../core/card/keyboards.ts';

/**
 * A scanner that acts as a keyboard. Its keys go into the page as Chromium gets them from the system, each with the time at
 * which it was pressed; the scanner is done when that time has come.
 */
export async function keyboardScanner(page: Page) {
  const session = await page.context().newCDPSession(page);
  return async (text: string, keyboard: Keyboard = {}) => {
    const startedAt = Date.now();
    const events = scannerTypes(text, { ...keyboard, startAt: startedAt });
    const sent: Promise<unknown>[] = [];
    let taken = '';
    for (const event of events) {
      sent.push(send(session, event));
      if (event.kind !== 'down' || !event.composing) continue;
      // The input method writes before the page can say no; it stops when the page takes the focus from it.
      taken += event.code.slice(-1).toLowerCase();
      if (taken.length > firstKeys) continue;
      const selection = { selectionStart: taken.length, selectionEnd: taken.length };
      sent.push(session.send('Input.imeSetComposition', { text: taken, ...selection }));
    }
    await Promise.all(sent);
    const endedAt = events.at(-1)?.at ?? startedAt;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, endedAt - Date.now())));
  };
}

/** So many keys pass before a scanner is known for one. */
const firstKeys = 3;
const virtualKeys: Record<string, number> = { Enter: 13, Tab: 9, Alt: 18, Shift: 16, Process: 229 };

function send(session: CDPSession, event: WedgeKey) {
  const { key, code } = event;
  const timestamp = event.at / 1000;
  if (event.kind === 'char')
    return session.send('Input.dispatchKeyEvent', { type: 'char', text: key, key, timestamp });
  const isSign = Array.from(key).length === 1 && !event.alt;
  const written = key === 'Enter' ? '\r' : isSign ? key : '';
  return session.send('Input.dispatchKeyEvent', {
    type: event.kind === 'up' ? 'keyUp' : written === '' ? 'rawKeyDown' : 'keyDown',
    key,
    code,
    timestamp,
    modifiers: (event.alt ? 1 : 0) + (event.shift ? 8 : 0),
    windowsVirtualKeyCode: virtualKeys[key] ?? 0,
    ...(event.kind === 'down' && written !== '' ? { text: written } : {}),
  });
}
