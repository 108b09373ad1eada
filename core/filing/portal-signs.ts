/** A sign in a page of the portal: something that must be there exactly once, with these words where words are given. */
export type PortalSign = { id: string; selector: string; says: string | null };
/** What is known of a page: where it is, without query and fragment, and which signs are in it. */
export type PortalSight = { url: string; seen: readonly string[] };
/** A page of the portal that belongs to a step, by the pattern of its path and the signs that must be there. */
export type PortalRule = { step: string; path: string; signs: readonly string[] };

/** Where the portal stands in the window, as shares of its width and height. */
export type Share = { x: number; y: number; width: number; height: number };
export type PortalPlace = { landscape: Share; portrait: Share };

/**
 * The step that a page belongs to; `null` when no rule knows it. A page that stands where one is expected but lacks a sign is
 * not known either: the mark-up has changed, and pointing at it would be guessing.
 */
export function stepOfPage(rules: readonly PortalRule[], sight: PortalSight): string | null {
  const path = pathOf(sight.url);
  if (path === null) return null;
  const known = rules.filter(
    (rule) => matchesPath(rule.path, path) && rule.signs.every((sign) => sight.seen.includes(sign)),
  );
  // Two steps that claim one page know it no better than none.
  const steps = new Set(known.map(({ step }) => step));
  return steps.size === 1 ? (known[0]?.step ?? null) : null;
}

/** `/tao-ho-so/:id/giay-to`: a part that begins with a colon stands for any one part. */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
  );
}

function pathOf(url: string): string | null {
  try {
    return new URL(url).pathname;
  } catch {
    return null;
  }
}
