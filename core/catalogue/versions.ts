/** Days, `yyyy-mm-dd`, both included; `null`: open to that side. */
export type Period = { effectiveFrom: string | null; effectiveTo: string | null };

export type PeriodFault =
  | { what: 'backwards'; from: string; to: string }
  | { what: 'overlap'; from: string; to: string }
  /** `from` and `to`: the first and the last day on which nothing is in force. */
  | { what: 'gap'; from: string; to: string };

const begin = '0000-00-00';
const end = '9999-99-99';

/** The version in force on a day; `null`: none is. Versions without faults have one at most. */
export function inForceOn<Version extends Period>(versions: readonly Version[], day: string): Version | null {
  return (
    versions.find(
      ({ effectiveFrom, effectiveTo }) => (effectiveFrom ?? begin) <= day && day <= (effectiveTo ?? end),
    ) ?? null
  );
}

/** What is wrong with the periods of one procedure's versions; `null` when they follow each other day by day. */
export function faultOfPeriods(versions: readonly Period[]): PeriodFault | null {
  const sorted = versions
    .map(({ effectiveFrom, effectiveTo }) => ({ from: effectiveFrom ?? begin, to: effectiveTo ?? end }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const { from, to } of sorted) if (to < from) return { what: 'backwards', from, to };
  for (const [index, { from }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined) continue;
    if (from <= before.to) return { what: 'overlap', from, to: before.to };
    const following = dayBeside(before.to, 1);
    if (from > following) return { what: 'gap', from: following, to: dayBeside(from, -1) };
  }
  return null;
}

function dayBeside(day: string, step: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
}
