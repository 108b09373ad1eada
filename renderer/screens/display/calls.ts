import { freshMs, type Announcements } from '../../../core/announce/announcements.ts';
import type { Call } from '../../../core/contract.ts';

/** More than these would be too small to read from the last seat. */
const mostTogether = 3;
const mostEarlier = 3;

export type CallsShown = {
  /** The one that is spoken, else the newest. */
  big: Call | null;
  isNew: boolean;
  /** Called in the same moments and just as valid: they stand with the big one. Newest first. */
  together: Call[];
  /** So many more of them than are shown. */
  more: number;
  earlier: Call[];
};

/** Which calls the hall sees, and how; each number once. */
export function callsShown(calls: readonly Call[], line: Announcements, now: number): CallsShown {
  const spoken = line.speaking?.takenBack === false ? line.speaking.call : null;
  const big = spoken ?? calls[0] ?? null;
  const fresh = line.fresh.filter(({ at }) => now - at < freshMs);
  const others = onceEach(
    [...fresh, ...line.waiting].map(({ call }) => call).toSorted((a, b) => b.id - a.id),
    [big],
  );
  const together = others.slice(0, mostTogether);
  return {
    big,
    isNew: big !== null && (spoken !== null || fresh.some(({ call }) => call.id === big.id)),
    together,
    more: others.length - together.length,
    earlier: onceEach(calls, [big, ...others]).slice(0, mostEarlier),
  };
}

/** The first of each number, without the numbers of `except`. */
function onceEach(calls: readonly Call[], except: readonly (Call | null)[]): Call[] {
  const seen = new Set(except.map((call) => call?.number));
  return calls.filter(({ number }) => {
    const isFirst = !seen.has(number);
    seen.add(number);
    return isFirst;
  });
}
