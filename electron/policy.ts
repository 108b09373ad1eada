/** What a page in a locked window may do. Pure; `lock.ts` ties it to Electron. */

/** The origin of the running core, `null` while there is none. */
export type OwnOrigin = string | null;

export function isOwn(url: string, own: OwnOrigin): boolean {
  return own !== null && originOf(url) === own;
}

/** Requests of the page: its own core (the WebSocket too) and what it made itself. */
export function mayRequest(url: string, own: OwnOrigin, devTools: boolean): boolean {
  if (url.startsWith('data:')) return true;
  if (url.startsWith('blob:')) return isOwn(url.slice('blob:'.length), own);
  if (url.startsWith('devtools:')) return devTools;
  return isOwn(url.replace(/^ws/, 'http'), own);
}

/** Of everything a page can ask a browser for, the kiosk needs one thing: the camera that reads the card. */
export function mayUse(
  permission: string,
  asked: { url: string; media: readonly string[] },
  own: OwnOrigin,
): boolean {
  return (
    permission === 'media' &&
    asked.media.length > 0 &&
    asked.media.every((kind) => kind === 'video') &&
    isOwn(asked.url, own)
  );
}

export type KeyPress = { key: string; code: string; control: boolean; alt: boolean; meta: boolean };

// The last row is what Vietnamese input methods and dead keys send while a letter is being composed.
const plainKeys = new Set([
  'Enter',
  'Tab',
  'Backspace',
  'Delete',
  'Escape',
  'Shift',
  'CapsLock',
  'NumLock',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Process',
  'Dead',
  'Compose',
  'Unidentified',
  'AltGraph',
]);
const editingKeys = new Set(['a', 'c', 'v', 'x', 'z']);

/**
 * A list of what passes, not of what is stopped: nobody knows every shortcut of every Chromium.
 * @param editing officers may copy and paste; in the hall the clipboard would carry one person's text to the next
 */
export function mayPress(press: KeyPress, editing: boolean): boolean {
  if (press.meta) return false;
  // Scanners type letters as Alt codes, and the page reads the digits. With Alt these keys are no shortcut of anything.
  if (press.alt || press.key === 'Alt') {
    return !press.control && (press.key === 'Alt' || /^Numpad[0-9]$/.test(press.code));
  }
  if (press.control) return editing && editingKeys.has(press.key.toLowerCase());
  return Array.from(press.key).length === 1 || plainKeys.has(press.key);
}

const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; media-src 'self' blob: mediastream:; worker-src 'self'; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";
// Stops print(), alert(), pop-ups and downloads from inside, whatever the page tries. Forms stay, because a
// sandbox without them swallows the submit event as well.
const cage = 'sandbox allow-scripts allow-same-origin allow-forms';
// Only this lets a page print; alert() and its like are off in every window.
const mayOpenPrintDialog = ' allow-modals';

// Asked for anyway, some of these hang or end an old Electron before the permission handler is heard: so the page
// does not get to ask.
const closedFeatures = [
  'microphone',
  'geolocation',
  'display-capture',
  'fullscreen',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'idle-detection',
  'local-fonts',
  'clipboard-read',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'xr-spatial-tracking',
  'publickey-credentials-get',
  'window-management',
  'storage-access',
];
const features = ['camera=(self)', ...closedFeatures.map((feature) => `${feature}=()`)].join(', ');

/**
 * The response headers with a content policy where the core sent none, and always the cage and the closed features.
 * @param mayPrint an officer's window, whose papers go to the printer on the desk; a citizen must meet no dialog
 */
export function cagedHeaders(headers: Record<string, string[]>, mayPrint = false): Record<string, string[]> {
  const lowerCased = Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values] as const);
  const named = (wanted: string) => lowerCased.flatMap(([name, values]) => (name === wanted ? values : []));
  const sent = named('content-security-policy');
  return {
    ...Object.fromEntries(lowerCased),
    'content-security-policy': [
      ...(sent.length > 0 ? sent : [strictPolicy]),
      mayPrint ? cage + mayOpenPrintDialog : cage,
    ],
    'permissions-policy': [features],
  };
}

// Pop-ups and downloads are let through to the handlers that refuse them: only those can say so to the citizen.
const portalCage = 'sandbox allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';
const noFeatures = ['camera=()', ...closedFeatures.map((feature) => `${feature}=()`)].join(', ');

/** For the pages of the portal: what they say of themselves stays, and the cage comes on top. */
export function portalHeaders(headers: Record<string, string[]>): Record<string, string[]> {
  const lowerCased = Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values] as const);
  const own = lowerCased.flatMap(([name, values]) => (name === 'content-security-policy' ? values : []));
  return {
    ...Object.fromEntries(lowerCased),
    'content-security-policy': [...own, portalCage],
    'permissions-policy': [noFeatures],
  };
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}
