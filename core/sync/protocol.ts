/**
 * What a core and the hub say to each other. Both sides read the other's messages with these schemas,
 * so this file is the one thing they share. Ship a hub that reads a new version before a core that writes it.
 */
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';

export const protocolVersion = 1;
export const factsPath = '/facts';
export const batchLimit = 500;
/** Of the whole request, as UTF-8. */
export const batchLimitBytes = 1024 * 1024;
/** Of one fact's body written as JSON, as UTF-8. */
export const factBodyLimitBytes = 8 * 1024;

// PostgreSQL cannot keep U+0000 in text, and no other control character belongs in a name either.
const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^\P{Cc}+$/u, 'must not hold control characters');
const uuid = z.uuid().toLowerCase();
/** Sequence numbers and epochs are 32-bit at the hub. */
const ordinal = z.int().min(1).max(2_147_483_647);
const milliseconds = z.int().min(0);

const counterAndTicket = z.strictObject({ ticket: uuid, counter: word });
/** Who did it. `null`: the kiosk, or the clock. */
const actor = { officer: word.nullable(), counter: word.nullable() };
const ticketAndActor = z.strictObject({ ticket: uuid, ...actor });
const issued = z.strictObject({
  ticket: uuid,
  day: z.iso.date(),
  number: word,
  lane: word,
  procedure: word.nullable(),
  station: word,
});

/**
 * The bodies the hub understands, by version: the first is version 1, the last the one written now. Strict, so that a field
 * nobody agreed on (and with it, one day, a citizen's name) cannot ride along; a new field is a new version.
 */
export const factBodies = {
  'ticket-issued': [issued, issued.extend({ kind: word, priority: word.nullable() })],
  'ticket-called': [
    z.strictObject({ ticket: uuid, counter: word, call: ordinal }),
    z.strictObject({ ticket: uuid, ...actor, call: ordinal, why: word, detail: word.nullable() }),
  ],
  'visit-begun': [counterAndTicket, ticketAndActor],
  'visit-finished': [counterAndTicket, ticketAndActor],
  'ticket-missed': [counterAndTicket, ticketAndActor],
  'ticket-returned': [ticketAndActor.extend({ returns: ordinal })],
  'ticket-parked': [ticketAndActor.extend({ reason: word })],
  'ticket-resumed': [ticketAndActor],
  'ticket-transferred': [ticketAndActor.extend({ toLane: word, toCounter: word.nullable(), reason: word })],
  'ticket-cancelled': [ticketAndActor.extend({ reason: word })],
  'ticket-expired': [ticketAndActor],
  'ticket-carried': [ticketAndActor.extend({ day: z.iso.date() })],
  'priority-set': [ticketAndActor.extend({ priority: word.nullable() })],
  'service-begun': [ticketAndActor.extend({ procedure: word })],
  /** The fact `undoes` tells of a move that was taken back; the ticket is again as it was before it. */
  'move-undone': [ticketAndActor.extend({ undoes: uuid })],
  'day-closed': [
    z.strictObject({
      day: z.iso.date(),
      expired: z.int().min(0),
      carried: z.int().min(0),
      ...actor,
    }),
  ],
  /** An administrator changed how the centre is laid out: who and when, not what. */
  'centre-changed': [z.strictObject({ officer: word })],
  /** An officer accepted a dossier. Its code tells of no person; whose it is never leaves the centre. */
  'dossier-accepted': [
    ticketAndActor.extend({ dossier: word, procedure: word.nullable(), dueAt: milliseconds }),
  ],
  /** An official paper went to the printer of a counter. */
  'paper-issued': [ticketAndActor.extend({ form: word, dossier: word.nullable() })],
  /** What became of one slip; told again when a person settles a doubt. `officer`: who asked for it, or nobody. */
  paper: [
    z.strictObject({ ticket: uuid, outcome: z.enum(['printed', 'not-printed', 'uncertain']) }),
    z.strictObject({
      job: uuid,
      kind: word,
      ticket: uuid.nullable(),
      outcome: z.enum(['printed', 'failed', 'voided']),
      why: word.nullable(),
      reprint: z.int().min(0).max(9_999),
      reason: word,
      officer: word.nullable(),
    }),
  ],
  'rating-given': [
    z.strictObject({
      visit: word,
      counter: word,
      lane: word,
      procedure: word.nullable(),
      question: word,
      choice: word,
      value: z.int().min(-1000).max(1000),
    }),
  ],
  /** Stands where a refused fact stood, so that the numbers stay without gaps. */
  'set-aside': [z.strictObject({ refused: z.string().max(64) })],
} as const satisfies Record<string, readonly [z.ZodType, ...z.ZodType[]]>;

type Bodies = typeof factBodies;
export type FactType = keyof Bodies;
type Newest<Versions> = Versions extends readonly [...unknown[], infer Last extends z.ZodType]
  ? z.infer<Last>
  : never;

/** A fact as it is written now. */
export type NewFact = {
  [Type in FactType]: { type: Type; body: Newest<Bodies[Type]> };
}[Exclude<FactType, 'set-aside'>];

/** The version in which facts of this type are written now. */
export function versionWritten(type: FactType): number {
  return factBodies[type].length;
}

const wireFact = z.strictObject({
  seq: ordinal,
  id: z.uuidv7().toLowerCase(),
  type: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be a short lower-case name'),
  v: ordinal,
  at: milliseconds,
  // Not z.record, which drops a key named __proto__: what is not understood is kept as it came.
  body: z
    .custom<Record<string, unknown>>(isObject, 'must be an object')
    .refine(
      (body): boolean => bodyBytes(body) <= factBodyLimitBytes,
      `must be at most ${factBodyLimitBytes} bytes`,
    ),
});

/** One thing that happened. `at` is milliseconds since the epoch by the device's clock. */
export type Fact = z.infer<typeof wireFact>;

/** A fact whose body has the shape its type and version promise. */
export type KnownFact = {
  [Type in FactType]: Omit<Fact, 'type' | 'body'> & { type: Type; body: z.infer<Bodies[Type][number]> };
}[FactType];

const envelope = z.strictObject({
  protocol: z.literal(protocolVersion),
  device: uuid,
  epoch: ordinal,
  centre: z.strictObject({ id: word, name: word.max(200) }),
  sentAt: milliseconds,
  facts: z.array(z.unknown()).min(1).max(batchLimit),
});

/** Facts are contiguous: each `seq` is one more than the one before. */
export type Batch = Omit<z.infer<typeof envelope>, 'facts'> & { facts: [Fact, ...Fact[]] };

export const batchAnswer = z.strictObject({ acknowledged: z.int().min(0) });
export type BatchAnswer = z.infer<typeof batchAnswer>;

export const refusal = z.discriminatedUnion('error', [
  z.object({ error: z.literal('unauthorised'), message: z.string() }),
  z.object({ error: z.literal('too-large'), message: z.string() }),
  z.object({ error: z.literal('malformed'), field: z.string(), message: z.string() }),
  /** The hub lacks the facts from `expected` on. */
  z.object({ error: z.literal('gap'), expected: ordinal }),
  z.object({ error: z.literal('bad-fact'), seq: ordinal, field: z.string(), message: z.string() }),
  /** The hub has already seen the later epoch `epoch` of this device. */
  z.object({ error: z.literal('old-epoch'), epoch: ordinal }),
  /** The hub holds another fact under this number: a restored or copied store that needs a new epoch. */
  z.object({ error: z.literal('different-fact'), seq: ordinal }),
  z.object({ error: z.literal('unavailable'), message: z.string() }),
]);
export type Refusal = z.infer<typeof refusal>;

export const refusalStatus: Record<Refusal['error'], number> = {
  unauthorised: 401,
  'too-large': 413,
  malformed: 400,
  gap: 409,
  'bad-fact': 422,
  'old-epoch': 409,
  'different-fact': 409,
  unavailable: 503,
};

/** Reads a batch as the hub receives it. Refusals: `malformed` for the whole, `bad-fact` for the first fact that is wrong. */
export function readBatch(value: unknown): Result<Batch, Refusal> {
  const outer = envelope.safeParse(value);
  if (!outer.success) return err({ error: 'malformed', ...firstIssue(outer.error) });

  const facts: Fact[] = [];
  const firstSeq = seqOf(outer.data.facts[0]);
  for (const [index, item] of outer.data.facts.entries()) {
    const seq = seqOf(item);
    if (seq === null || firstSeq === null || seq !== firstSeq + index) {
      const message = 'must be a whole number, one more than the one before';
      return err({ error: 'malformed', field: `facts.${index}.seq`, message });
    }
    const read = readFact(item);
    if (!read.ok) return err({ error: 'bad-fact', seq, ...read.error });
    facts.push(read.value);
  }
  const [first, ...rest] = facts;
  if (!first) throw new Error('a batch passed without facts');
  return ok({ ...outer.data, facts: [first, ...rest] });
}

/** True once `readBatch` took the fact and this program knows its type and version; others are only kept. */
export function isKnown(fact: Fact | KnownFact): fact is KnownFact {
  return schemaOf(fact) !== undefined;
}

function schemaOf({ type, v }: Pick<Fact, 'type' | 'v'>): z.ZodType | undefined {
  if (!Object.hasOwn(factBodies, type)) return undefined;
  const versions: readonly z.ZodType[] = factBodies[type as FactType];
  return versions[v - 1];
}

export function bodyBytes(body: Record<string, unknown>): number {
  return Buffer.byteLength(JSON.stringify(body));
}

function readFact(value: unknown): Result<Fact, { field: string; message: string }> {
  const outer = wireFact.safeParse(value);
  if (!outer.success) return err(firstIssue(outer.error));
  const schema = schemaOf(outer.data);
  if (schema === undefined) return ok(outer.data);
  const body = schema.safeParse(outer.data.body);
  if (!body.success) return err(firstIssue(body.error, 'body'));
  return ok({ ...outer.data, body: body.data as Fact['body'] });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function seqOf(value: unknown): number | null {
  const read = z.object({ seq: ordinal }).safeParse(value);
  return read.success ? read.data.seq : null;
}

function firstIssue(error: z.ZodError, under?: string): { field: string; message: string } {
  const issue = error.issues[0];
  const path = [...(under ? [under] : []), ...(issue?.path ?? [])].map(String).join('.');
  return { field: path || '(all)', message: (issue?.message ?? 'is not valid').slice(0, 200) };
}
