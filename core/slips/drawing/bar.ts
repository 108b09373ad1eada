import { printable } from '../printable.ts';
import { fontOf, type Box, type Sheet } from './sheet.ts';

/** From edge to edge of the paper; its words shrink rather than run over. */
export function placeBar(text: string, { y }: Box, { widthDots, sizes, pen, drawings }: Sheet): number {
  const words = printable(text, 60);
  pen.font = fontOf(sizes.title, 'bold');
  const room = (widthDots - 2 * sizes.margin) / pen.measureText(words).width;
  const size = Math.floor(sizes.title * Math.min(1, room));
  const height = Math.ceil(sizes.title * 1.7);
  drawings.push((ink) => {
    ink.fillRect(0, y, widthDots, height);
    ink.fillStyle = 'white';
    ink.font = fontOf(size, 'bold');
    ink.textAlign = 'center';
    ink.fillText(words, widthDots / 2, y + Math.round(height / 2 + size * 0.3));
    ink.fillStyle = 'black';
  });
  return height;
}
