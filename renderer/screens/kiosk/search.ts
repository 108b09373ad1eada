import type { ProcedureSummary } from '../../../core/contract.ts';

/** Lower case without marks, `đ` as `d`, everything else than letters and digits as one space. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/**
 * The procedures that contain every word typed (the last one may be unfinished), with or without marks.
 * `wordsFor` adds everyday words for a field, such as "sổ đỏ" for land. Those named so come before those only found so.
 */
export function searchProcedures(
  procedures: readonly ProcedureSummary[],
  typed: string,
  wordsFor: (field: string) => string = () => '',
): ProcedureSummary[] {
  const wanted = plain(typed).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const inName: ProcedureSummary[] = [];
  const elsewhere: ProcedureSummary[] = [];
  for (const procedure of procedures) {
    const name = ` ${plain(procedure.name)}`;
    const all = `${name} ${plain(procedure.field)} ${plain(wordsFor(procedure.field))} ${plain(procedure.code)}`;
    if (hasWords(name, wanted)) inName.push(procedure);
    else if (hasWords(all, wanted)) elsewhere.push(procedure);
  }
  return [...inName, ...elsewhere];
}

function hasWords(text: string, wanted: readonly string[]): boolean {
  return wanted.every((word) => text.includes(` ${word}`));
}
