import type { AdminCommand, PrinterRow } from '../../../../core/contract.ts';

export const vias = ['tcp', 'file', 'serial', 'windows', 'cups', 'virtual'] as const;
export type Via = (typeof vias)[number];

/** A printer that is being filled in. `place`: its address without what `via` says already. */
export type PrinterDraft = Omit<Saved, 'address'> & { via: Via; place: string };
type Saved = Extract<AdminCommand, { type: 'save-printer' }>['printer'];

export function draftOf(row: PrinterRow): PrinterDraft {
  const { id, name, model, dots, address } = row;
  return { id, name, model, dots, ...placeOf(address) };
}

/** Where an address leads, in the two parts of the form. */
export function placeOf(address: string): { via: Via; place: string } {
  const [, scheme, rest = ''] = /^(\w+):\/\/(.*)$/.exec(address) ?? [];
  const via = vias.find((one) => one === scheme);
  return via === undefined ? { via: 'virtual', place: address } : { via, place: rest };
}

/** What the core is asked to keep. Spaces around a pasted address are nobody's wish. */
export function savedOf({ via, place, ...rest }: PrinterDraft): Saved {
  const trimmed = place.trim();
  return { ...rest, address: via === 'virtual' ? trimmed : `${via}://${trimmed}` };
}
