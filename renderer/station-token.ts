const key = 'station-token';

/**
 * The token of this screen. It arrives once in the address (`#token=…`) and moves to the page's storage at once,
 * so that it cannot be read off the screen, bookmarked or photographed. `null` when this screen never got one.
 */
export function takeToken(page: {
  hash: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  clearHash(): void;
}): string | null {
  // Not URLSearchParams, which would turn a plus sign of the token into a space.
  const given = /(?:^#|&)token=([^&]+)/.exec(page.hash)?.[1];
  if (given !== undefined) {
    keepToken(page.storage, decodeURIComponent(given));
    page.clearHash();
  }
  return page.storage.getItem(key);
}

export function keepToken(storage: Pick<Storage, 'setItem'>, token: string): void {
  storage.setItem(key, token);
}
