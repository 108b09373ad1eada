import { fontOf, type Box, type Sheet } from './sheet.ts';

/** Dots from mark to mark. */
const step = 8;
const stepsPerNumber = 10;

/** Begins and ends with the paper and not with the margin: where a mark at an edge is missing, the width is set wrong. */
export function placeRuler({ y }: Box, { widthDots, sizes, drawings }: Sheet): number {
  const tall = 2 * sizes.note;
  drawings.push((pen) => {
    pen.fillRect(0, y, widthDots, 3);
    pen.fillRect(widthDots - 2, y, 2, tall);
    pen.font = fontOf(sizes.note, 'medium');
    pen.textAlign = 'left';
    for (let x = 0; x < widthDots; x += step) {
      const isNumbered = (x / step) % stepsPerNumber === 0;
      pen.fillRect(x, y, 2, isNumbered ? tall : sizes.note / 2);
      const number = String(x);
      if (isNumbered && x + 4 + pen.measureText(number).width < widthDots - 4)
        pen.fillText(number, x + 5, y + tall);
    }
  });
  return tall + sizes.smallGap;
}
