import type { Language, ProcedureSummary } from '../../../core/contract.ts';

export type LifeEventId = 'birth' | 'marriage' | 'death' | 'home' | 'business' | 'papers';
export type LifeEvent = {
  id: LifeEventId;
  title: Record<Language, string>;
  procedures: ProcedureSummary[];
};

/**
 * What brings most people here, each with the procedures that the catalogue says it leads to, in the catalogue's order. An
 * event that leads nowhere is left out; a procedure without one stands in the list of all.
 */
export function lifeEventsOf(procedures: readonly ProcedureSummary[]): LifeEvent[] {
  return events
    .map(({ id, vi, en }) => ({
      id,
      title: { vi, en },
      procedures: procedures.filter(({ lifeEvents }) => lifeEvents.includes(id)),
    }))
    .filter((event) => event.procedures.length > 0);
}

/** As many as people take in at one look. */
const events: { id: LifeEventId; vi: string; en: string }[] = [
  { id: 'birth', vi: 'Sinh con', en: 'A child is born' },
  { id: 'marriage', vi: 'Kết hôn', en: 'Getting married' },
  { id: 'death', vi: 'Người thân qua đời', en: 'A death in the family' },
  { id: 'papers', vi: 'Căn cước, hộ khẩu, sao y', en: 'Identity, residence, certified copies' },
  { id: 'home', vi: 'Nhà cửa, đất đai', en: 'House and land' },
  { id: 'business', vi: 'Làm ăn, buôn bán', en: 'Trade and business' },
];
