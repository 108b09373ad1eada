import { z } from 'zod';
import type { Procedure, ProcedureSummary } from './contract.ts';
import { err, ok, type Result } from './result.ts';

export type Catalogue = {
  procedures: Procedure[];
  /** The same, as lists show them. */
  summaries: ProcedureSummary[];
  find(code: string): Procedure | null;
};

const text = z.string().trim();
const filled = text.min(1, 'must not be empty');
const count = z.int('must be a whole number').min(0, 'must not be negative');

/** Keys this version does not know are dropped: where a record was found and how sure its finder was is nobody's reading here. */
const record = z.object({
  code: z.string().regex(/^[0-9]\.[0-9]{6}(?:\.[0-9A-Z.]+)?$/, 'must look like 1.004873'),
  name: filled,
  field: filled,
  onlineLevel: z.enum(['full', 'partial', 'none']),
  feeVnd: count.nullable(),
  feeNote: text,
  timeLimit: filled,
  documents: z.array(z.object({ name: filled, original: count, copies: count, note: text })),
  legalBasis: z.array(filled),
  lowConfidenceFields: z.array(filled),
});

/**
 * Reads the catalogue of procedures, as JSON text or as the value parsed from it. `laneLetterOf` gives the lane that takes a
 * field of procedures. The failure is one sentence that names the record and the field.
 */
export function parseCatalogue(
  source: unknown,
  laneLetterOf: (field: string) => string,
): Result<Catalogue, string> {
  const value = typeof source === 'string' ? parseJson(source) : source;
  if (!Array.isArray(value)) return err('The catalogue of procedures is not a JSON list.');
  const byCode = new Map<string, Procedure>();
  for (const [index, entry] of value.entries()) {
    const parsed = record.safeParse(entry);
    if (!parsed.success) return err(sentence(entry, index, parsed.error.issues[0]));
    const { lowConfidenceFields: uncertain, ...known } = parsed.data;
    if (byCode.has(known.code)) return err(`Procedure ${known.code}: code stands in the catalogue twice.`);
    byCode.set(known.code, { ...known, laneLetter: laneLetterOf(known.field), uncertain });
  }
  const procedures = Array.from(byCode.values());
  return ok({ procedures, summaries: procedures.map(summary), find: (code) => byCode.get(code) ?? null });
}

/** As `parseCatalogue`, for the catalogue that came with the program: throws when that one is bad. */
export function createCatalogue(source: unknown, laneLetterOf: (field: string) => string): Catalogue {
  const catalogue = parseCatalogue(source, laneLetterOf);
  if (!catalogue.ok) throw new Error(catalogue.error);
  return catalogue.value;
}

function summary({ code, name, field, onlineLevel, laneLetter }: Procedure): ProcedureSummary {
  return { code, name, field, onlineLevel, laneLetter };
}

function sentence(entry: unknown, index: number, issue: z.core.$ZodIssue | undefined): string {
  const code = z.object({ code: z.string() }).safeParse(entry).data?.code;
  const where = issue?.path.join('.') || 'record';
  return `Procedure ${code ?? `number ${index + 1}`}: ${where} is wrong (${issue?.message ?? 'unreadable'}).`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
