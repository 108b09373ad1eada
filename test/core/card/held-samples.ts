import { holdReading, type Held, type ReadCard } from '../../../core/card/held-card.ts';
import { parseCard } from '../../../core/card/parse-card.ts';

export const today = '2026-12-31';

/** The card of a text as the flow holds it; only invented people. */
export function readSample(text: string): Held {
  const reading = parseCard(text, today);
  if (reading.outcome === 'not-a-card') throw new Error('not a card');
  const repaired =
    reading.outcome === 'review' && reading.repairedPayload !== undefined
      ? parseCard(reading.repairedPayload, today)
      : null;
  return holdReading(reading, repaired);
}

/** The card that a text reads as, in the hand. */
export function readCardSample(text: string): ReadCard {
  const held = readSample(text);
  if (held.at !== 'card') throw new Error('not a whole card');
  return held.card;
}

export const soundText =
  '096088990039|000000039|Trương Ngọc Nghĩa|07041988|Nam|Khóm 4, Ấp Trại, Năm Căn, Cà Mau|15092023';
export const withField = (index: number, value: string) => soundText.split('|').with(index, value).join('|');

/** Born in 1988 by the card, in 1987 by the number. */
export const disagreeing = readSample(withField(0, '096087990039'));
/** The UTF-8 of its words was read as Windows-1252: exactly repairable. */
export const spoilt = readSample(
  soundText.replace(/[^\x20-\x7e]/gu, (letter) =>
    Array.from(new TextEncoder().encode(letter), (byte) => windows1252(byte)).join(''),
  ),
);

function windows1252(byte: number): string {
  // The decoder of this name maps every byte, the five without a sign to their control code.
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
}
