import { readFileSync } from 'node:fs';
import { slip, type Slip, type SlipKind } from '../../../core/slips/slip.ts';

/** The slips in `samples/`, of invented people: one of each kind. */
export const sampleSlips = {
  ticket: sample('ticket'),
  preparation: sample('preparation'),
  receipt: sample('receipt'),
  help: sample('help'),
  test: sample('test'),
  'end-of-day': sample('end-of-day'),
};
export const slipKinds = Object.keys(sampleSlips) as SlipKind[];

function sample<Kind extends SlipKind>(kind: Kind): Extract<Slip, { kind: Kind }> {
  const parsed = slip.parse(JSON.parse(readFileSync(sampleFile(kind), 'utf8')));
  if (!isOfKind(parsed, kind)) throw new Error(`${kind}.json is of another kind`);
  return parsed;
}

export function sampleFile(kind: SlipKind): URL {
  return new URL(`samples/${kind}.json`, import.meta.url);
}

function isOfKind<Kind extends SlipKind>(value: Slip, kind: Kind): value is Extract<Slip, { kind: Kind }> {
  return value.kind === kind;
}
