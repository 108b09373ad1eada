import { parseCard } from '../../core/card/parse-card.ts';
import { inventCard } from '../card-corpus/invent-card.ts';
import { createRandom } from '../card-corpus/random.ts';
import { spoilPayload } from '../card-corpus/spoil-payload.ts';
import { round } from './figures.ts';

export type ParserFigures = {
  inputs: number;
  perSecond: number;
  slowestMs: number;
  threw: number;
  /** Cards, and cards to review, with a control code, a hidden mark or half a letter in a field. */
  dirty: number;
  outcomes: Record<string, number>;
};

const today = '2026-12-31';
/** Slower than this is looked at again: mostly another process had the processor. */
const suspectMs = 1;

/** The reader of the card's text on spoilt payloads, as many as `inputs`. */
export function measureParser(seed: number, inputs: number, say: (line: string) => void): ParserFigures {
  const random = createRandom(seed, 'parser');
  const payloads = Array.from({ length: 500 }, () => inventCard(random).payload);
  const figures = { threw: 0, dirty: 0, outcomes: {} as Record<string, number> };
  let slowestMs = 0;
  let parsingMs = 0;
  for (let index = 0; index < inputs; index += 1) {
    const text = spoilPayload(random, random.pick(payloads));
    const start = performance.now();
    const outcome = parseOutcome(text);
    const tookMs = performance.now() - start;
    parsingMs += tookMs;
    if (tookMs > slowestMs)
      slowestMs = Math.max(slowestMs, tookMs > suspectMs ? quickestOfFive(text) : tookMs);
    if (outcome === 'threw' || outcome === 'dirty') figures[outcome] += 1;
    else figures.outcomes[outcome] = (figures.outcomes[outcome] ?? 0) + 1;
    if ((index + 1) % 250_000 === 0) say(`text ${index + 1} of ${inputs}`);
  }
  return {
    inputs,
    perSecond: Math.round((inputs * 1000) / parsingMs),
    slowestMs: round(slowestMs),
    ...figures,
  };
}

function parseOutcome(text: string): string {
  try {
    const reading = parseCard(text, today);
    if (reading.outcome === 'not-a-card') return reading.what;
    const fields = Object.values(reading.card).join('');
    const shown = reading.outcome === 'review' ? fields + (reading.repairedPayload ?? '') : fields;
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(shown) ? 'dirty' : reading.outcome;
  } catch {
    return 'threw';
  }
}

function quickestOfFive(text: string): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      parseOutcome(text);
      return performance.now() - start;
    }),
  );
}
