export type FrameSize = { width: number; height: number };
export type Rect = { x: number; y: number; width: number; height: number };
/** Where the card is best held, in the camera's own pixels (not mirrored). `card` is `null` when it would not fit. */
export type Framing = { code: Rect; card: Rect | null };

/** ISO ID-1, as printed in circular 06/2021/TT-BCA; where the code stands on it was measured on pictures of the front. */
const cardMm = { width: 85.6, height: 53.98 };
const codeMm = { side: 15, fromRight: 4.5, fromTop: 4 };
/** The middle of the 41 to 61 modules that the text of a card needs. */
const modules = 49;
/** Fewer are hard to read, more bring the card so near that a lens loses focus. */
const modulePx = { least: 4, most: 5 };
/** Free room around the card, as a share of the picture's height. */
const margin = 0.01;

/** Less than this cannot show the whole card and a code of four pixels a module at once. */
export const leastFrame: FrameSize = { width: 1280, height: 720 };

export function readsCardsWell({ width, height }: FrameSize): boolean {
  return width >= leastFrame.width && height >= leastFrame.height;
}

/** The square for the code, as near to the middle of the frame as leaves the whole card in view. */
export function frameCard({ width, height }: FrameSize): Framing {
  const free = height * margin;
  const fitsPxPerMm = Math.min((width - 2 * free) / cardMm.width, (height - 2 * free) / cardMm.height);
  const fits = (fitsPxPerMm * codeMm.side) / modules;
  const px = Math.min(modulePx.most, Math.max(modulePx.least, fits));
  const pxPerMm = (px * modules) / codeMm.side;
  const side = px * modules;
  const card = { width: cardMm.width * pxPerMm, height: cardMm.height * pxPerMm };
  // Where the code's corner lies on the card, and from there how far the card may go.
  const inCard = {
    x: card.width - codeMm.fromRight * pxPerMm - side,
    y: codeMm.fromTop * pxPerMm,
  };
  const doesCardFit = card.width <= width - 2 * free + 1 && card.height <= height - 2 * free + 1;
  const middle = { x: (width - side) / 2, y: (height - side) / 2 };
  if (!doesCardFit) return { code: { ...middle, width: side, height: side }, card: null };
  const x = clamp(middle.x - inCard.x, free, width - free - card.width);
  const y = clamp(middle.y - inCard.y, free, height - free - card.height);
  return {
    code: { x: x + inCard.x, y: y + inCard.y, width: side, height: side },
    card: { x, y, ...card },
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
