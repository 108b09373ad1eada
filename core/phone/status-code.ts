/** What the QR code of a slip says where nobody has switched the pages for phones on. */
const prefix = 'MC1:';

/** `address`: `http://192.168.1.10:4780`, or `null` without such pages. */
export function statusCode(token: string, address: string | null): string {
  return address === null ? `${prefix}${token}` : `${address}/s/${token}`;
}

/** Whether a phone makes anything of it; else only the kiosk's own reader does. */
export function opensOnPhone(code: string): boolean {
  return !code.startsWith(prefix);
}

/** The token in what a reader saw, whichever way the slip was printed and the reader marks its codes; `null` for any other text. */
export function statusTokenIn(text: string): string | null {
  const found =
    /^\s*(?:\][a-z][0-9])?(?:MC1:|http:\/\/[a-z0-9.-]{1,100}(?::\d{1,5})?\/s\/)([A-Z2-7]{26})\s*$/i.exec(
      text,
    );
  return found?.[1]?.toUpperCase() ?? null;
}
