export type FrameSize = { width: number; height: number };
export type Rect = { x: number; y: number; width: number; height: number };
/** Where the card is best held, in the camera's own pixels (not mirrored). The card may reach out of the picture. */
export type Framing = { code: Rect; card: Rect };

/** ISO ID-1, as printed in circular 06/2021/TT-BCA; where the code stands on it was measured on pictures of the front. */
const cardMm = { width: 85.6, height: 53.98 };
const codeMm = { side: 15, fromRight: 4.5, fromTop: 4 };
/** The middle of the 41 to 61 modules that the text of a card needs. */
const modules = 49;
/** Fewer are hard to read, more bring the card so near that a lens loses focus. */
const modulePx = { least: 4, most: 5 };
/** The reader looks here first, and lenses are best here: the code is kept in this share of each side, in the middle. */
const middleShare = 0.6;

/** Less than this cannot show the whole card and a code of four pixels a module at once. */
export const leastFrame: FrameSize = { width: 1280, height: 720 };

export function readsCardsWell({ width, height }: FrameSize): boolean {
  return width >= leastFrame.width && height >= leastFrame.height;
}

/** The square for the code in the middle of the frame, placed so that as much as possible of the card is seen as well. */
export function frameCard({ width, height }: FrameSize): Framing {
  const fitsPxPerMm = Math.min(width / cardMm.width, height / cardMm.height);
  const fits = (fitsPxPerMm * codeMm.side) / modules;
  const px = clamp(fits, modulePx.least, modulePx.most);
  const pxPerMm = (px * modules) / codeMm.side;
  const side = px * modules;
  const card = { width: cardMm.width * pxPerMm, height: cardMm.height * pxPerMm };
  const inCard = {
    x: card.width - codeMm.fromRight * pxPerMm - side,
    y: codeMm.fromTop * pxPerMm,
  };
  const x = intoMiddle((width - card.width) / 2 + inCard.x, side, width);
  const y = intoMiddle((height - card.height) / 2 + inCard.y, side, height);
  return {
    code: { x, y, width: side, height: side },
    card: { x: x - inCard.x, y: y - inCard.y, ...card },
  };
}

function intoMiddle(start: number, length: number, whole: number): number {
  const free = (whole * (1 - middleShare)) / 2;
  return whole - 2 * free <= length ? (whole - length) / 2 : clamp(start, free, whole - free - length);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
