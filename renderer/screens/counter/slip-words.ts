import type { SlipTrouble } from '../../../core/contract.ts';
import type { Say } from './staff-text.tsx';

/** A slip as officers call it: by its number, or by what it is. */
export function slipName(say: Say, { kind, number }: Pick<SlipTrouble, 'kind' | 'number'>): string {
  const what = say(`counter.slip.kind.${kind}`);
  return number === null ? what : `${what} ${number}`;
}
