/** What the pages of the portal may do in the kiosk. Pure; `lock-portal.ts` ties it to Electron. */

/** A page of the portal: https on one of its hosts. Plain http only for a stand-in on this very machine. */
export function isPortalPage(url: string, hosts: readonly string[]): boolean {
  const parsed = parse(url);
  if (parsed === null || !hosts.some((host) => matchesHost(parsed.host, host))) return false;
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && parsed.hostname === '127.0.0.1');
}

/** Requests of such a page: the same hosts, their sockets, and what the page made itself. */
export function mayPortalRequest(url: string, hosts: readonly string[]): boolean {
  if (url.startsWith('data:')) return true;
  if (url.startsWith('blob:')) return isPortalPage(url.slice('blob:'.length), hosts);
  return isPortalPage(url.replace(/^ws/, 'http'), hosts);
}

/** Where a page is, without what may name somebody. */
export function bareUrl(url: string): string {
  const parsed = parse(url);
  return parsed === null ? '' : `${parsed.origin}${parsed.pathname}`.slice(0, 2000);
}

/** Electron wants whole pixels; the shares are those of the view. */
export function placeIn(
  size: { width: number; height: number },
  place: Record<'landscape' | 'portrait', { x: number; y: number; width: number; height: number }>,
): { x: number; y: number; width: number; height: number } {
  const share = size.width > size.height ? place.landscape : place.portrait;
  return {
    x: Math.round(share.x * size.width),
    y: Math.round(share.y * size.height),
    width: Math.round(share.width * size.width),
    height: Math.round(share.height * size.height),
  };
}

function matchesHost(host: string, wanted: string): boolean {
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
