import { printable } from '../slips/printable.ts';
import type { FontName, Measure } from './page.ts';

/** Part of a text in one font. */
export type Run = { text: string; font: FontName };
/** Words of one line, each with its place from the left. */
export type SetLine = { pieces: { x: number; text: string; font: FontName }[]; width: number };

const longest = 20_000;

/**
 * A line of a template with its fields filled in; `null` when it has fields and all of them are empty. Only the template
 * makes bold: stars in a field are stars.
 */
export function runsOf(
  line: string,
  fields: Readonly<Record<string, string>>,
  plain: FontName,
): Run[][] | null {
  let isBold = false;
  let hasField = false;
  let isFilled = false;
  const runs: Run[] = [];
  for (const part of line.split(/(\*\*|\{[^{}]*\})/)) {
    if (part === '**') isBold = !isBold;
    else if (part.startsWith('{')) {
      const value = fields[part.slice(1, -1)] ?? '';
      hasField = true;
      isFilled ||= value !== '';
      runs.push({ text: value, font: isBold ? 'bold' : plain });
    } else if (part !== '') runs.push({ text: part, font: isBold ? 'bold' : plain });
  }
  return hasField && !isFilled ? null : paragraphsOf(runs);
}

/** A line end that somebody typed begins a paragraph. */
function paragraphsOf(runs: Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const { text, font } of runs) {
    for (const [index, part] of text.split(/\r\n|[\r\n\u2028\u2029]/).entries()) {
      if (index > 0) paragraphs.push([]);
      // Ends are kept: a blank may stand between a label and its field.
      const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(part) ?? [];
      const clean = printable(part, longest);
      if (clean === '' && part.trim() === '') {
        if (part !== '') paragraphs.at(-1)?.push({ text: ' ', font });
        continue;
      }
      paragraphs
        .at(-1)
        ?.push({ text: `${before === '' ? '' : ' '}${clean}${after === '' ? '' : ' '}`, font });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}

/**
 * Sets one paragraph in lines no wider than `width`, the first one shorter by `indent`. A word that is too long for any line
 * is cut between two letters.
 */
export function setParagraph(
  runs: readonly Run[],
  { width, indent = 0, size, measure }: { width: number; indent?: number; size: number; measure: Measure },
): SetLine[] {
  const lines: SetLine[] = [];
  let line: SetLine = { pieces: [], width: indent };
  let gap = 0;

  const push = (text: string, font: FontName, wide: number) => {
    const last = line.pieces.at(-1);
    const x = line.width + (line.pieces.length === 0 ? 0 : gap);
    // Words of one font are one text: so it is read back, too.
    if (last !== undefined && last.font === font && gap > 0) {
      last.text += ` ${text}`;
      line.width = last.x + measure(last.text, font, size);
    } else {
      line.pieces.push({ x, text, font });
      line.width = x + wide;
    }
    gap = 0;
  };
  const end = () => {
    lines.push(line);
    line = { pieces: [], width: 0 };
    gap = 0;
  };

  for (const { text, font } of runs) {
    for (const word of text.split(/( +)/)) {
      if (word === '') continue;
      if (word.startsWith(' ')) {
        gap = measure(' ', font, size);
        continue;
      }
      for (const piece of cutToFit(word, width, (cut) => measure(cut, font, size))) {
        const wide = measure(piece, font, size);
        if (line.pieces.length > 0 && line.width + gap + wide > width) end();
        push(piece, font, wide);
      }
    }
  }
  if (line.pieces.length > 0) end();
  return lines;
}

function cutToFit(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  // By what is seen as one letter, so that a mark stays with it.
  for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
