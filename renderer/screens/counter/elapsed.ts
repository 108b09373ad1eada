import type { Say } from './staff-text.tsx';

const minuteMs = 60_000;

/** Whole minutes from `fromMs` to `toMs`. Clocks of two machines may disagree: never below 0. */
export function elapsedMinutes(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / minuteMs));
}

/** A length of time in words: `12 phút`, `1 giờ 05 phút`, `2 ngày 3 giờ`. */
export function elapsedWords(say: Say, fromMs: number, toMs: number): string {
  const minutes = elapsedMinutes(fromMs, toMs);
  if (minutes < 1) return say('time.lessThanAMinute');
  if (minutes < 60) return say('time.minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return say('time.hours', { hours, minutes: String(minutes % 60).padStart(2, '0') });
  return say('time.days', { days: Math.floor(hours / 24), hours: hours % 24 });
}
