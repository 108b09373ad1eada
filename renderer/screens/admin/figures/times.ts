import { enoughMeasured, type Spread } from '../../../../core/queue/spread.ts';

const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** Milliseconds as minutes with at most one decimal: `7,5`. */
export function minutesWords(ms: number): string {
  return oneDecimal.format(ms / 60_000);
}

/** Too few to conclude from, though not nothing. */
export function isFew({ n }: Spread): boolean {
  return n > 0 && n < enoughMeasured;
}
