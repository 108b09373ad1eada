import { z } from 'zod';
import { catalogueRecord, type CatalogueRecord } from './catalogue/record.ts';
import { faultOfPeriods, inForceOn, type PeriodFault } from './catalogue/versions.ts';
import type { Procedure, ProcedureSummary } from './contract.ts';
import { err, ok, type Result } from './result.ts';

/** The procedures in force on one day. */
export type Catalogue = {
  procedures: Procedure[];
  /** The same, as lists show them. */
  summaries: ProcedureSummary[];
  find(code: string): Procedure | null;
};
/** All versions of all procedures, each code's without overlap or gap. */
export type CatalogueVersions = ReadonlyMap<string, readonly CatalogueRecord[]>;

/**
 * Reads the catalogue of procedures, as JSON text or as the value parsed from it. The failure is one sentence that names the
 * record and the field.
 */
export function parseCatalogue(source: unknown): Result<CatalogueVersions, string> {
  const value = typeof source === 'string' ? parseJson(source) : source;
  if (!Array.isArray(value)) return err('The catalogue of procedures is not a JSON list.');
  const byCode = new Map<string, CatalogueRecord[]>();
  for (const [index, entry] of value.entries()) {
    const parsed = catalogueRecord.safeParse(entry);
    if (!parsed.success) return err(sentence(entry, index, parsed.error.issues[0]));
    byCode.set(parsed.data.code, [...(byCode.get(parsed.data.code) ?? []), parsed.data]);
  }
  for (const [code, versions] of byCode) {
    const fault = faultOfPeriods(versions);
    if (fault !== null) return err(`Procedure ${code}: ${periodSentence(fault)}`);
  }
  return ok(byCode);
}

/** As `parseCatalogue`, for the catalogue that came with the program: throws when that one is bad. */
export function readShippedCatalogue(source: unknown): CatalogueVersions {
  const versions = parseCatalogue(source);
  if (!versions.ok) throw new Error(versions.error);
  return versions.value;
}

/** The catalogue as it is on `day`, `yyyy-mm-dd`. `laneLetterOf` gives the lane that takes a field of procedures. */
export function catalogueOn(
  versions: CatalogueVersions,
  day: string,
  laneLetterOf: (field: string) => string,
): Catalogue {
  const byCode = new Map<string, Procedure>();
  for (const [code, all] of versions) {
    const version = inForceOn(all, day);
    if (version !== null) byCode.set(code, procedureOf(version, laneLetterOf(version.field)));
  }
  const procedures = Array.from(byCode.values());
  return { procedures, summaries: procedures.map(summary), find: (code) => byCode.get(code) ?? null };
}

/** Fee and time of a procedure without a word about its channel are those of the counter, or else of the first there is. */
function procedureOf(
  { lowConfidenceFields: uncertain, feeVnd, feeNote, timeLimit, ...known }: CatalogueRecord,
  laneLetter: string,
): Procedure {
  const own = { channel: 'counter' as const, feeVnd, feeNote, timeLimit };
  const channels = known.channels.length === 0 ? [own] : known.channels;
  const { channel: _, ...charge } =
    channels.find(({ channel }) => channel === 'counter') ?? channels[0] ?? own;
  return { ...known, ...charge, channels, laneLetter, uncertain };
}

function summary({ code, name, field, onlineLevel, laneLetter, lifeEvents }: Procedure): ProcedureSummary {
  return { code, name, field, onlineLevel, laneLetter, lifeEvents };
}

function periodSentence({ what, from, to }: PeriodFault): string {
  const sentences: Record<PeriodFault['what'], string> = {
    backwards: `effectiveTo (${to}) lies before effectiveFrom (${from}).`,
    overlap: `two versions are in force from ${from} on.`,
    gap: `no version is in force from ${from} to ${to}.`,
  };
  return sentences[what];
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
