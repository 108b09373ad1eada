import type { Clip } from './clips.ts';

/** Breaths in seconds: words that are cut off close to their sound would run into one another in a hall. */
const breathS = 0.05;
const beforeS: Partial<Record<Clip, number>> = { 'den-quay': 0.2 };

/** When each clip begins, and when all is said, in seconds from the start. */
export function timetable<Each extends { clip: Clip; seconds: number }>(
  clips: readonly Each[],
): { starts: (Each & { at: number })[]; seconds: number } {
  let at = 0;
  const starts = clips.map((one, index) => {
    if (index > 0) at += beforeS[one.clip] ?? 0;
    const start = { ...one, at };
    at += one.seconds + breathS;
    return start;
  });
  return { starts, seconds: at };
}
