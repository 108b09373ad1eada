import { bodyBytes, type Fact, factBodyLimitBytes } from './protocol.ts';

/** A fact as the store keeps it. `setAside` is true once the hub refused it; the fact itself is never edited. */
export type OutboxFact = Fact & { setAside: boolean };

/** What the loop needs of the store. Facts stay after they are acknowledged: the hub may ask for them again. */
export type Outbox = {
  device: string;
  epoch: number;
  /** Facts with `seq` ≥ the given one, in order, at most `limit`, acknowledged or not. */
  factsFrom: (seq: number, limit: number) => OutboxFact[];
  /** The hub holds everything through `throughSeq`. Never lowers what was acknowledged before; `at` is the last success in any case. */
  acknowledge: (throughSeq: number, at: number) => void;
  setAside: (seq: number, reason: string) => void;
  summary: () => {
    pending: number;
    oldestAt: number | null;
    acknowledgedThrough: number;
    lastSuccessAt: number | null;
  };
};

/** Room for the envelope around the facts, well under the hub's limit. */
const packLimitBytes = 900 * 1024;

export type Packed =
  | { at: 'empty' }
  | { at: 'batch'; facts: [Fact, ...Fact[]] }
  /** The fact can never be sent as it is. */
  | { at: 'oversize'; seq: number }
  /** The store does not hold the fact `seq` although it holds later ones. */
  | { at: 'missing'; seq: number };

/** The longest contiguous run from `from` on that fits one request. */
export function pack(stored: OutboxFact[], from: number): Packed {
  const facts: Fact[] = [];
  let bytes = 0;
  for (const one of stored) {
    if (one.seq !== from + facts.length) break;
    if (!one.setAside && bodyBytes(one.body) > factBodyLimitBytes) {
      // What stands before it goes first; the next round begins with it.
      if (facts.length > 0) break;
      return { at: 'oversize', seq: one.seq };
    }
    const fact = onTheWire(one);
    bytes += Buffer.byteLength(JSON.stringify(fact)) + 1;
    if (bytes > packLimitBytes) break;
    facts.push(fact);
  }
  const [first, ...rest] = facts;
  if (first) return { at: 'batch', facts: [first, ...rest] };
  return stored.length > 0 ? { at: 'missing', seq: from } : { at: 'empty' };
}

/**
 * A refused fact travels as a tombstone with its number. The tombstone must be good whatever was wrong with the
 * fact, and the same every time it is sent, or one bad row would hold up all that follow.
 */
export function onTheWire({ setAside, ...fact }: OutboxFact): Fact {
  if (!setAside) return fact;
  return {
    seq: fact.seq,
    id: isUuidV7(fact.id) ? fact.id : `00000000-0000-7000-8000-${fact.seq.toString(16).padStart(12, '0')}`,
    type: 'set-aside',
    v: 1,
    at: Number.isSafeInteger(fact.at) && fact.at >= 0 ? fact.at : 0,
    body: { refused: fact.type.slice(0, 64) },
  };
}

function isUuidV7(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}
