/** What is wrong with what an administrator filled in, so that a screen can say it beside the field. */
export const formFaults = [
  // Contradictions within the document.
  'letter-twice',
  'field-in-two-lanes',
  'no-such-lane',
  'lane-without-counter',
  'counter-without-lane',
  'helps-in-own-lane',
  'name-twice',
  'id-twice',
  'ends-before-it-begins',
  'sessions-overlap',
  'day-twice',
  'not-later',
  // A field by itself: text, a number, a list, or how it is written.
  'blank',
  'too-long',
  'too-small',
  'too-big',
  'too-few',
  'too-many',
  'wrong-form',
  // Against what goes on in the hall.
  'lane-in-use',
  'lane-has-appointments',
  'counter-in-use',
  'other-centre',
  'changed-meanwhile',
  'in-the-past',
  'outside-hours',
  'no-such-procedure',
  // About a printer.
  'address-kind',
  'address-host',
  'address-port',
  'address-path',
  'address-baud',
  'address-queue',
  'address-twice',
  'no-such-model',
  'too-many-printers',
] as const;
export type FormFaultName = (typeof formFaults)[number];
/**
 * `name`: the lane, the field or the day it is about. `n`: how many stand against it; of a field by itself the least or the
 * most that it may be.
 */
export type FormFault = { why: FormFaultName; name?: string; n?: number };

type Issue = {
  code?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  params?: Record<string, unknown> | undefined;
};

/** The fault behind what a schema found wrong. */
export function faultOf(issue: Issue): FormFault {
  if (isFault(issue.params)) return issue.params;
  if (issue.code === 'too_small') return tooLittle(issue.origin, Number(issue.minimum));
  if (issue.code === 'too_big') return tooMuch(issue.origin, Number(issue.maximum));
  return { why: 'wrong-form' };
}

function tooLittle(origin: string | undefined, n: number): FormFault {
  if (origin === 'string') return { why: 'blank' };
  return { why: origin === 'array' ? 'too-few' : 'too-small', n };
}

function tooMuch(origin: string | undefined, n: number): FormFault {
  if (origin === 'string') return { why: 'too-long', n };
  return { why: origin === 'array' ? 'too-many' : 'too-big', n };
}

function isFault(value: unknown): value is FormFault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'why' in value &&
    formFaults.some((name) => name === value.why)
  );
}
