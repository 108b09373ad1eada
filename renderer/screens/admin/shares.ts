import type { AdminScreen, RatingChoice } from '../../../core/contract.ts';

export type OverviewScreen = Extract<AdminScreen, { at: 'overview' }>;

/** Fewer ratings than this say little about the service: shown, but marked. */
export const enoughRatings = 30;

const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** Per cent with at most one decimal and a decimal comma: `56,8`. `null` when nothing was counted: no share exists then. */
export function percentWords(part: number, whole: number): string | null {
  return whole > 0 ? oneDecimal.format((part / whole) * 100) : null;
}

/** 95 % Wilson interval of `part` out of `whole`, both ends in per cent. `null` when nothing was counted. */
export function wilsonInterval(part: number, whole: number): { low: number; high: number } | null {
  if (whole <= 0) return null;
  const z = 1.96;
  const share = part / whole;
  const denominator = 1 + (z * z) / whole;
  const centre = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const toPercent = (value: number) => Math.min(100, Math.max(0, (value / denominator) * 100));
  return { low: toPercent(centre - spread), high: toPercent(centre + spread) };
}

export function intervalEndWords(percent: number): string {
  return oneDecimal.format(percent);
}

/** Ratings that chose "hài lòng" or better: every face but the unhappy one. */
export function satisfiedCount(byChoice: readonly (Pick<RatingChoice, 'face'> & { n: number })[]): number {
  return byChoice.reduce((sum, choice) => (choice.face === 'unhappy' ? sum : sum + choice.n), 0);
}
