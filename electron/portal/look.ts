/** Looks into a page of the portal, from a world of its own that the page's scripts cannot reach. */
import type { WebContents } from 'electron';
import type { PortalSign } from '../../core/contract.ts';

export type Look = { seen: string[]; touches: number };

const world = 999;

/** `null` while there is no page to look into. Nothing of what stands in the page leaves it but which signs are there. */
export async function lookAt(contents: WebContents, signs: readonly PortalSign[]): Promise<Look | null> {
  if (contents.isDestroyed() || contents.isCrashed()) return null;
  try {
    return (await contents.executeJavaScriptInIsolatedWorld(world, [{ code: script(signs) }])) as Look;
  } catch {
    return null;
  }
}

function script(signs: readonly PortalSign[]): string {
  return `(() => {
    if (globalThis.touches === undefined) {
      globalThis.touches = 0;
      for (const kind of ['pointerdown', 'keydown', 'wheel'])
        addEventListener(kind, () => { globalThis.touches += 1; }, { capture: true, passive: true });
    }
    if (document.readyState !== 'complete') return { seen: [], touches: globalThis.touches };
    const there = ({ selector, says }) => {
      const found = document.querySelectorAll(selector);
      return found.length === 1 && (says === null || found[0].textContent.trim() === says);
    };
    const signs = ${JSON.stringify(signs)};
    return { seen: signs.filter(there).map(({ id }) => id), touches: globalThis.touches };
  })()`;
}
