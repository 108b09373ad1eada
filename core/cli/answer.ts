import type { Reading } from '../card/parse-card.ts';

/** What a verb says: one line on stdout and the exit code. */
export type Answer = { line: string; exitCode: 0 | 1 };

export function success(value: object): Answer {
  return { line: JSON.stringify({ ok: true, ...value }), exitCode: 0 };
}

/** `error` is a code for programs; `detail` may say more. */
export function failure(error: string, detail: object = {}): Answer {
  return { line: JSON.stringify({ ok: false, error, ...detail }), exitCode: 1 };
}

export function answerOfReading(reading: Reading): Answer {
  if (reading.outcome === 'card') return success({ card: reading.card, flags: reading.flags });
  if (reading.outcome === 'not-a-card') return failure(`not-a-card:${reading.what}`);
  const { card, reasons, repairedPayload } = reading;
  return failure(`review:${reasons[0]}`, {
    reasons,
    card,
    ...(repairedPayload !== undefined && { repairedPayload }),
  });
}
