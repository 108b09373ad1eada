import { formatVnd } from '../../text/format.ts';
import { staffVi } from '../../text/staff.vi.ts';
import type { Say } from './staff-text.tsx';

type UncertainField = keyof typeof staffVi.counter.uncertainFields;

/** `20.000 đ`; `null` is a fee the province sets and we do not know, which is not the same as free. */
export function feeWords(say: Say, feeVnd: number | null): string {
  if (feeVnd === null) return say('counter.feeUnknown');
  return feeVnd === 0 ? say('counter.feeFree') : formatVnd(feeVnd);
}

/** The fields a centre still has to confirm, each named once. */
export function uncertainWords(say: Say, fields: readonly string[]): string {
  const names = fields.map((field) => say(`counter.uncertainFields.${isKnown(field) ? field : 'other'}`));
  return [...new Set(names)].join(', ');
}

function isKnown(field: string): field is UncertainField {
  return Object.hasOwn(staffVi.counter.uncertainFields, field);
}
