import type { ScanSuffix } from '../contract.ts';
import { readAltCodes } from './alt-codes.ts';
import { signOnUsLayout } from './us-layout.ts';
import { isAltDigit, type Burst, type WedgeKey } from './wedge.ts';

/** Milliseconds from one key to the next. */
export type KeyGaps = { medianMs: number; longestMs: number };
/** What a scanner's keys say. */
export type TypedText = {
  /** As this machine's keyboard layout writes it, the letters of Alt codes read exactly. */
  text: string;
  /**
   * The same keys by their places on the US layout, which is what scanners are made for, without Caps Lock; `null` when that
   * says nothing else, or when an input method has edited what was typed.
   */
  byPlace: string | null;
  suffix: ScanSuffix;
  gaps: KeyGaps;
  altCodes: boolean;
  capsLock: boolean;
  /** An input method took keys, or rubbed out and rewrote what they had written. */
  inputMethod: boolean;
};

/** Reads the keys of one code. */
export function readBurst({ keys, suffix }: Burst): TypedText {
  const downs = keys.filter(({ kind }) => kind === 'down');
  const text = write(keys, ({ key }) => (Array.from(key).length === 1 ? key : ''));
  const byPlace = write(keys, signOnUsLayout);
  const isRewritten = downs.some(({ key, code }) => key === 'Backspace' || code === '');
  return {
    text,
    byPlace: isRewritten || byPlace === text ? null : byPlace,
    suffix,
    gaps: gapsBetween(downs.map(({ at }) => at)),
    altCodes: downs.some(isAltDigit),
    capsLock: downs.some(({ capsLock, code }) => capsLock && /^Key[A-Z]$/.test(code)),
    inputMethod: isRewritten || downs.some(({ composing }) => composing),
  };
}

/** The signs of the keys one after the other; runs of Alt codes are read together, for bytes only mean something so. */
function write(keys: WedgeKey[], signOf: (event: WedgeKey) => string): string {
  let text = '';
  let codes: { digits: string; sign: string | null }[] = [];
  let isOpen = false;

  for (const event of keys) {
    const last = codes.at(-1);
    if (isAltDigit(event)) {
      const digit = event.code.slice(-1);
      if (isOpen && last) last.digits += digit;
      else codes.push({ digits: digit, sign: null });
      isOpen = true;
    } else if (event.kind === 'up') {
      if (event.key === 'Alt') isOpen = false;
    } else if (event.kind === 'char') {
      if (last && last.sign === null) last.sign = event.key;
      else text += event.key;
      isOpen = false;
    } else if (event.key !== 'Alt') {
      text += readAltCodes(codes);
      codes = [];
      isOpen = false;
      text = event.key === 'Backspace' ? text.slice(0, -1) : text + (event.command ? '' : signOf(event));
    }
  }
  return text + readAltCodes(codes);
}

function gapsBetween(times: number[]): KeyGaps {
  const gaps = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .toSorted((a, b) => a - b);
  return { medianMs: gaps[Math.floor(gaps.length / 2)] ?? 0, longestMs: gaps.at(-1) ?? 0 };
}

const shortestCard = 60;

/** Whether it is worth a look: as long as a card, or like one, or one of the other things people hold to a scanner: the code of a slip among them. */
export function isScanShape({ text, byPlace }: Pick<TypedText, 'text' | 'byPlace'>): boolean {
  return [text, byPlace ?? ''].some(
    (one) =>
      one.length >= shortestCard ||
      /^(?:\][A-Za-z][0-9])?(?:[0-9]{12}[^0-9]|[0-9]{8,20}$|[A-Z]{2}[0-9]{13}|[Mm][Cc]1:|https?:|P<)/.test(
        one,
      ),
  );
}
