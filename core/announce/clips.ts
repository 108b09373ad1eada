/**
 * What the voice of the hall says, as names of recorded clips. A clip is one word or phrase, so that a handful of
 * recordings says every number to every counter.
 */
import type { Manner } from './announcements.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type Clip =
  | 'chime'
  | 'moi-so'
  | `chu-${(typeof letters)[number]}`
  | `so-${(typeof digits)[number]}`
  | 'den-quay'
  | 'theo-man-hinh'
  /** `mười`, ten. */
  | 'muoi'
  /** `mươi`, the tens of twenty and more. */
  | 'muoi-chuc'
  /** `mốt`, the one of twenty-one and more. */
  | 'mot'
  /** `lăm`, the five of fifteen and more. */
  | 'lam';

/** Every clip but the chime, which the screen can also make by itself. */
export const spokenClips: readonly Clip[] = [
  'moi-so',
  ...letters.map((letter) => `chu-${letter}` as const),
  ...digits.map((digit) => `so-${digit}` as const),
  'den-quay',
  'theo-man-hinh',
  'muoi',
  'muoi-chuc',
  'mot',
  'lam',
];

/**
 * "Mời số A không một hai, đến quầy ba". The digits of a number are said one by one, as they stand on the slip; a
 * counter's number is said as a number, as people say it. `short` leaves out the chime and the invitation.
 */
export function announcementClips(call: { number: string; counterName: string }, manner: Manner): Clip[] {
  const opening: Clip[] = manner === 'full' ? ['chime', 'moi-so'] : [];
  return [...opening, ...numberClips(call.number), 'den-quay', ...counterClips(call.counterName)];
}

function numberClips(label: string): Clip[] {
  return label
    .toLowerCase()
    .split('')
    .flatMap((sign): Clip[] => {
      const digit = digits.find((one) => one === sign);
      const letter = letters.find((one) => one === sign);
      if (digit !== undefined) return [`so-${digit}`];
      return letter === undefined ? [] : [`chu-${letter}`];
    });
}

/** A counter that is known by a name only is to be read on the screen. */
function counterClips(name: string): Clip[] {
  const number = Number(/^quầy(?: số)? 0*([1-9]\d?)$/i.exec(name.normalize('NFC').trim())?.[1] ?? 0);
  return number === 0 ? ['theo-man-hinh'] : countClips(number);
}

/** A number from 1 to 99 in Vietnamese: mười một, mười lăm, hai mươi mốt, hai mươi lăm. */
function countClips(number: number): Clip[] {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return [digitClip(ones)];
  const head: Clip[] = tens === 1 ? ['muoi'] : [digitClip(tens), 'muoi-chuc'];
  if (ones === 0) return head;
  if (ones === 1 && tens > 1) return [...head, 'mot'];
  return [...head, ones === 5 ? 'lam' : digitClip(ones)];
}

function digitClip(digit: number): Clip {
  return `so-${digits[digit] ?? '0'}`;
}
