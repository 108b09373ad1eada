import { v7 as uuidv7 } from 'uuid';
import type { Outbox, OutboxFact } from '../../../core/sync/outbox.ts';
import type { Fact } from '../../../core/sync/protocol.ts';

export type MemoryOutbox = Outbox & {
  facts: OutboxFact[];
  acknowledgements: number[];
  reasons: Map<number, string>;
  record: (type: string, body: Fact['body'], changes?: Partial<Fact>) => OutboxFact;
};

/** What the store promises the loop, without a disk. */
export function createMemoryOutbox(device: string, epoch = 1): MemoryOutbox {
  const facts: OutboxFact[] = [];
  const acknowledgements: number[] = [];
  const reasons = new Map<number, string>();
  let acknowledgedThrough = 0;
  let lastSuccessAt: number | null = null;
  return {
    device,
    epoch,
    facts,
    acknowledgements,
    reasons,
    record: (type, body, changes = {}) => {
      const fact = {
        seq: facts.length + 1,
        id: uuidv7(),
        type,
        v: 1,
        at: 1_800_000_000_000,
        body,
        setAside: false,
        ...changes,
      };
      facts.push(fact);
      return fact;
    },
    factsFrom: (seq, limit) => facts.filter((fact) => fact.seq >= seq).slice(0, limit),
    acknowledge: (throughSeq, at) => {
      acknowledgements.push(throughSeq);
      acknowledgedThrough = Math.max(acknowledgedThrough, throughSeq);
      lastSuccessAt = at;
    },
    setAside: (seq, reason) => {
      const fact = facts.find((one) => one.seq === seq);
      if (!fact) throw new Error(`no fact ${seq} to set aside`);
      fact.setAside = true;
      reasons.set(seq, reason);
    },
    summary: () => {
      const pending = facts.filter(({ seq }) => seq > acknowledgedThrough);
      return {
        pending: pending.length,
        oldestAt: pending[0]?.at ?? null,
        acknowledgedThrough,
        lastSuccessAt,
      };
    },
  };
}
