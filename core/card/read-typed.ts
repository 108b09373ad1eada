import { parseCard, withoutWords } from './parse-card.ts';
import type { Reading } from './reading.ts';

/**
 * Reads what a scanner typed. `byPlace` is the same keys by their places on the US layout: an exact repair of a layout or of
 * Caps Lock, offered to a person like every repair and never applied without one.
 */
export function readTyped(text: string, byPlace: string | null, today: string): Reading {
  const asWritten = parseCard(text, today);
  if (byPlace === null || asWritten.outcome === 'card') return asWritten;
  if (asWritten.outcome === 'review' && asWritten.repairedPayload !== undefined) return asWritten;
  const placed = parseCard(byPlace, today);
  if (placed.outcome === 'card') {
    return {
      outcome: 'review',
      card: withoutWords(placed.card),
      reasons: asWritten.outcome === 'review' ? asWritten.reasons : ['digits-as-letters'],
      repairedPayload: byPlace.normalize('NFC'),
    };
  }
  return asWritten.outcome === 'not-a-card' ? placed : asWritten;
}
