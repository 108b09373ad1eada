import { z } from 'zod';

/** How long an office may take, as a procedure says it. */
export const timeLimit = z.discriminatedUnion('unit', [
  /** Returned the same day; what came late and is not finished, on the next working day. */
  z.strictObject({ unit: z.literal('same-day'), lateFrom: z.string().regex(/^[0-2][0-9]:[0-5][0-9]$/) }),
  z.strictObject({ unit: z.literal('working-days'), count: z.int().min(1).max(365) }),
  z.strictObject({ unit: z.literal('days'), count: z.int().min(1).max(730) }),
  z.strictObject({ unit: z.literal('working-hours'), count: z.int().min(1).max(200) }),
]);
export type TimeLimit = z.infer<typeof timeLimit>;

/**
 * The limit that a procedure's words state first, or `null` where they state none plainly ("khoảng", a span, several
 * things at once). `isAll` is false when the words go on: about verification, for example, which takes longer.
 */
export function readTimeLimit(words: string): { limit: TimeLimit; isAll: boolean } | null {
  const text = words.normalize('NFC').trim();
  const sameDay =
    /^trong ngày(?:; nhận sau (\d{1,2}) giờ mà chưa xong thì trả ngày làm việc tiếp theo)?(?<rest>.*)$/iu.exec(
      text,
    );
  if (sameDay !== null) {
    const { rest = '' } = sameDay.groups ?? {};
    if (!/^\s*(?:$|;)/u.test(rest)) return null;
    const hour = sameDay[1] ?? '15';
    return {
      limit: { unit: 'same-day', lateFrom: `${hour.padStart(2, '0')}:00` },
      isAll: rest.trim() === '',
    };
  }
  const counted = /^(\d{1,3}) (ngày làm việc|ngày|giờ làm việc)(?<rest>.*)$/iu.exec(text);
  if (counted === null) return null;
  const rest = (counted.groups?.['rest'] ?? '').trim();
  if (rest !== '' && !/^[;(,]/u.test(rest)) return null;
  const count = Number(counted[1]);
  const unit = unitOf(counted[2]?.toLocaleLowerCase('vi'));
  const limit = timeLimit.safeParse({ unit, count });
  return limit.success ? { limit: limit.data, isAll: rest === '' } : null;
}

function unitOf(words: string | undefined): TimeLimit['unit'] {
  if (words === 'ngày làm việc') return 'working-days';
  return words === 'ngày' ? 'days' : 'working-hours';
}
