/** The only source of time in the core. Tests drive one by hand. */
export interface Clock {
  /** Milliseconds since the epoch, as the wall clock says; may jump. */
  now(): number;
  /** Runs `callback` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const hanoiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The local day of the centre as `yyyy-mm-dd`, whatever zone the machine is set to. */
export function localDay(at: number): string {
  return hanoiDay.format(at);
}

const hanoiTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** The local time of the centre as `HH:MM`. */
export function localTime(at: number): string {
  return hanoiTime.format(at);
}

/** Midnight of the centre's local day in which `at` lies. Vietnam keeps UTC+7 all year. */
export function startOfLocalDay(at: number): number {
  return Date.parse(`${localDay(at)}T00:00:00+07:00`);
}

/** From the first moment of a local day, `yyyy-mm-dd`, until just before `to`. */
export function localDayWindow(day: string): { from: number; to: number } {
  const from = Date.parse(`${day}T00:00:00+07:00`);
  return { from, to: from + 24 * 3_600_000 };
}

/** The hour of the centre's day, 0 to 23, in which `at` lies. */
export function localHour(at: number): number {
  return Math.floor((at + 7 * 3_600_000) / 3_600_000) % 24;
}
