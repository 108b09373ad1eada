import type { RgbaImage } from '../../core/card/read-qr.ts';
import { drawBackdrop } from './backdrop.ts';
import { drawCard, freshPrint, qrCode, type CardPicture, type Print } from './draw-card.ts';
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

const large = { width: 1280, height: 720 };
const small = { width: 640, height: 480 };

/**
 * Photographs of invented cards, `perCell` of each kind of trouble at each level, every sixth of them small. One at a time: only
 * the frame that is asked for is in memory. The same seed gives the same frames; a part of a corpus is not the start of a larger one.
 */
export function* corpusFrames({ seed, perCell }: { seed: number; perCell: number }): Generator<CorpusFrame> {
  for (let turn = 0; turn < perCell; turn += 1) {
    for (const level of levels) {
      const random = createRandom(seed, level, turn);
      const invented = inventCard(random);
      const card = printCard(random, invented, freshPrint);
      const backdrop = drawBackdrop(random);
      for (const kind of kinds) {
        const id = `${kind}-${level}-${turn}`;
        const chance = createRandom(seed, id);
        const picture =
          kind === 'low-contrast' ? printCard(chance, invented, faintPrint(chance, level)) : card;
        const frame = turn % 6 === 5 ? small : large;
        const shot = takeShot(kind, frame, { random: chance, level, code: picture.code });
        yield {
          id,
          kind,
          level,
          image: photograph(picture, backdrop, shot, chance),
          payload: invented.payload,
        };
      }
    }
  }
}

export function printCard(random: Random, { card, form, payload }: InventedCard, print: Print): CardPicture {
  return drawCard(random, {
    form,
    fullName: card.fullName,
    number: card.number,
    code: qrCode(payload, random.pick(['L', 'M', 'Q'])),
    sizeMm: form === 'cccd' ? random.between(15, 16.5) : random.between(16.5, 18),
    quietModules: random.between(1.5, 4),
    print,
  });
}

function faintPrint(random: Random, level: Level): Print {
  const least = { easy: 90, medium: 70, hard: 45 }[level];
  const contrast = random.between(least, least + 30);
  const dark = random.between(70, 130);
  return { dark: Math.round(dark), light: Math.round(dark + contrast), worn: level !== 'easy' };
}
