import type { ScanSuffix } from '../contract.ts';

/**
 * What counts of a key event. `char` is a sign that no key press brought: Windows gives one at the end of an Alt code.
 * `composing`: an input method has taken the key. `at` in milliseconds, as the event was made and not as it was heard of.
 */
export type WedgeKey = {
  kind: 'down' | 'up' | 'char';
  key: string;
  code: string;
  shift: boolean;
  alt: boolean;
  /** Control or the system key. */
  command: boolean;
  capsLock: boolean;
  composing: boolean;
  repeat: boolean;
  at: number;
};
/** One code as a scanner typed it, every key of it but the suffix. */
export type Burst = { keys: WedgeKey[]; suffix: ScanSuffix };
export type WedgeAnswer = {
  /** Whether the page must not see this event. */
  swallow: boolean;
  /** Keys that were held back and turn out to be a person's: the page gets them now, in this order, before this event. */
  release: WedgeKey[];
  burst: Burst | null;
};
export type Wedge = {
  key(event: WedgeKey): WedgeAnswer;
  /** Tells that no key has come until `at`. */
  pause(at: number): WedgeAnswer;
  /** When to call `pause`; `null` while nothing is waited for. */
  wakeAt(): number | null;
};

/** So many keys, each within the gap, are no person's. Two or three can be a hand that rolls over them. */
const keysOfNoPerson = 4;
/** What is surely a scanner may pause longer, while the system is busy, before its code counts as ended. */
const patience = 3;
/** A line end or a tab so soon after a code is still the scanner's: it would press whatever has the focus. */
const lateSuffixMs = 400;
/** More than the longest code in Alt codes; what comes after is swallowed and forgotten. */
const longestBurst = 30_000;

/**
 * Tells a scanner that acts as a keyboard from a person, by the time from key to key: letters in Alt codes cost four to
 * six keys each, so keys are timed and not letters. Every key that may open a code is held back until the next one, or
 * `gapMs` without one, says whose it is.
 */
export function createWedge({ gapMs }: { gapMs: number }): Wedge {
  let at: 'idle' | 'holding' | 'burst' = 'idle';
  let keys: WedgeKey[] = [];
  let held: WedgeKey[] = [];
  let count = 0;
  let lastAt = 0;
  let suffixUntil = -Infinity;
  /** A key made before this goes on with the code that ended: it was only late on its way here. */
  let burstUntil = -Infinity;
  /** Keys that are down and of whose press the page knows nothing. */
  const hidden = new Set<string>();

  function forget() {
    at = 'idle';
    keys = [];
    held = [];
    count = 0;
  }

  function release(): WedgeKey[] {
    const mine = held;
    // Those still down are let up in front of the page.
    for (const { code } of mine) hidden.delete(code);
    forget();
    return mine;
  }

  function endBurst(suffix: ScanSuffix): Burst {
    const burst = { keys, suffix };
    forget();
    suffixUntil = lastAt + lateSuffixMs;
    burstUntil = lastAt + gapMs;
    return burst;
  }

  /** What a pause of that length has decided before this moment. */
  function settle(now: number): Pick<WedgeAnswer, 'release' | 'burst'> {
    if (at === 'holding' && now - lastAt >= gapMs) return { release: release(), burst: null };
    if (at === 'burst' && now - lastAt >= patience * gapMs) {
      return { release: [], burst: endBurst('none') };
    }
    return { release: [], burst: null };
  }

  function record(event: WedgeKey) {
    if (keys.length < longestBurst) keys.push(event);
  }

  function up(event: WedgeKey): boolean {
    const isHidden = hidden.delete(event.code);
    if (at !== 'idle') record(event);
    if (at === 'holding' && isHidden) held.push(event);
    return isHidden;
  }

  function down(event: WedgeKey): WedgeAnswer {
    const pass = (released: WedgeKey[] = []): WedgeAnswer => {
      // Where a key was never seen to come up, its next press must not lose its end.
      hidden.delete(event.code);
      return { swallow: false, release: released, burst: null };
    };
    const hide = (burst: Burst | null = null): WedgeAnswer => {
      hidden.add(event.code);
      return { swallow: true, release: [], burst };
    };
    const suffix = suffixOf(event);

    if (event.repeat) return at === 'burst' ? hide() : pass(release());
    if (at === 'idle') {
      if (suffix !== null && event.at < suffixUntil) return hide();
      if (event.at < burstUntil && (isWritten(event) || isModifier(event))) {
        at = 'burst';
        count = keysOfNoPerson;
      } else if (opensCode(event)) at = 'holding';
      else return pass();
    } else if (isModifier(event)) {
      record(event);
      lastAt = event.at;
      if (at === 'holding') held.push(event);
      return hide();
    }

    count += 1;
    lastAt = event.at;
    if (count >= keysOfNoPerson) {
      at = 'burst';
      if (suffix !== null) return hide(endBurst(suffix));
      record(event);
      return hide();
    }
    if (event.composing) {
      // An input method that has taken a key cannot be given it a second time.
      record(event);
      return pass();
    }
    if (!isWritten(event)) return pass(release());
    record(event);
    held.push(event);
    return hide();
  }

  return {
    key(event) {
      // A key let up late says nothing of the next press.
      const settled = event.kind === 'up' && at === 'holding' ? nothing : settle(event.at);
      if (event.kind === 'up') return { ...settled, swallow: up(event) };
      if (event.kind === 'char') {
        if (at !== 'idle') record(event);
        return { ...settled, swallow: at !== 'idle' };
      }
      const answer = down(event);
      return {
        swallow: answer.swallow,
        release: [...settled.release, ...answer.release],
        burst: answer.burst ?? settled.burst,
      };
    },
    pause: (now) => ({ ...settle(now), swallow: false }),
    wakeAt() {
      if (at === 'idle') return null;
      return lastAt + (at === 'burst' ? patience * gapMs : gapMs);
    },
  };
}

const nothing = { release: [], burst: null };

/** The keys of the suffixes: Enter and Tab, and Ctrl with M, J or I, by which some scanners send the same control signs. */
function suffixOf(event: WedgeKey): ScanSuffix | null {
  if (event.command) {
    if (event.code === 'KeyM' || event.code === 'KeyJ') return 'line-end';
    return event.code === 'KeyI' ? 'tab' : null;
  }
  if (event.key === 'Enter') return 'line-end';
  return event.key === 'Tab' ? 'tab' : null;
}

function isModifier({ key }: WedgeKey): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'].includes(key);
}

/** A digit of an Alt code; with the number lock off the same key goes by another name. */
export function isAltDigit({ kind, alt, code }: WedgeKey): boolean {
  return kind === 'down' && alt && /^Numpad[0-9]$/.test(code);
}

/** Writes a sign, and can therefore be held back and written later. */
function isWritten(event: WedgeKey): boolean {
  if (event.command || event.composing) return false;
  return isAltDigit(event) || (!event.alt && Array.from(event.key).length === 1);
}

/** No code begins with a blank, and a blank that is held back would press its button late. */
function opensCode(event: WedgeKey): boolean {
  return event.composing ? !isModifier(event) : isWritten(event) && event.key !== ' ';
}
