import type { RgbaImage } from '../../core/card/read-qr.ts';
import { drawBackdrop } from './backdrop.ts';
import { drawDistractor } from './distractors.ts';
import { drawCard, freshPrint, qrCode, type CardPicture, type CardSpec, type Print } from './draw-card.ts';
import { inventCard, type InventedCard } from './invent-card.ts';
import { kinds, levels, takeShot, type Kind, type Level } from './kinds.ts';
import { photograph } from './photograph.ts';
import { createRandom, type Random } from './random.ts';

export type CorpusFrame = {
  id: string;
  kind: Kind;
  level: Level;
  image: RgbaImage;
  /** What the code says; `null` when the picture holds none that could be read. */
  payload: string | null;
};

/** `only` leaves out the other kinds and levels; those that stay are the same frames. */
export type Wish = { seed: number; perCell: number; only?: { kind?: Kind; level?: Level } };

const large = { width: 1280, height: 720 };
const small = { width: 640, height: 480 };

/**
 * Photographs of invented cards, `perCell` of each kind at each level, every sixth of them small. One at a time: only the frame
 * that is asked for is in memory. The same seed gives the same frames, and a smaller corpus is the start of a larger one.
 */
export function* corpusFrames({ seed, perCell, only = {} }: Wish): Generator<CorpusFrame> {
  const isWanted = <T>(name: T, wanted: T | undefined) => wanted === undefined || name === wanted;
  for (let turn = 0; turn < perCell; turn += 1) {
    for (const level of levels.filter((name) => isWanted(name, only.level))) {
      const random = createRandom(seed, level, turn);
      const invented = inventCard(random);
      const backdrop = drawBackdrop(random);
      // Most kinds are photographs of this one.
      const card = printCard(random, invented);
      for (const kind of kinds.filter((name) => isWanted(name, only.kind))) {
        const id = `${kind}-${level}-${turn}`;
        const chance = createRandom(seed, id);
        const picture = printFor(kind, level, invented, chance) ?? card;
        const frame = turn % 6 === 5 ? small : large;
        const shot = takeShot(kind, frame, { random: chance, level, code: picture.code });
        const payload = kind === 'no-code' ? null : invented.payload;
        yield { id, kind, level, image: photograph(picture, backdrop, shot, chance), payload };
      }
    }
  }
}

export function printCard(
  random: Random,
  invented: InventedCard,
  special: Partial<CardSpec> = {},
): CardPicture {
  const { card, form, payload } = invented;
  return drawCard(random, {
    form,
    fullName: card.fullName,
    number: card.number,
    code: qrCode(payload, random.pick(['L', 'M', 'Q'])),
    sizeMm: form === 'cccd' ? random.between(15, 16.5) : random.between(16.5, 18),
    quietModules: random.between(1.5, 4),
    print: freshPrint,
    ...special,
  });
}

function printFor(kind: Kind, level: Level, invented: InventedCard, random: Random): CardPicture | null {
  if (kind === 'low-contrast') return printCard(random, invented, { print: faintPrint(random, level) });
  if (kind === 'no-code')
    return printCard(random, invented, { code: drawDistractor(random, invented.payload) });
  return null;
}

function faintPrint(random: Random, level: Level): Print {
  const least = { easy: 90, medium: 70, hard: 48 }[level];
  const dark = Math.round(random.between(70, 130));
  const contrast = Math.round(random.between(least, least + 30));
  return { dark, light: dark + contrast, wear: { easy: 0, medium: 1, hard: 3 }[level] };
}
