/**
 * A slip as a list of lines, top to bottom, before anything is drawn. Sizes are names, because a narrow paper cannot simply
 * shrink a wide one: nothing under 22 dots is readable.
 */
export type SlipLine =
  | TextLine
  /** A label column and its value, which is bold; under each other where the value is long. */
  | { kind: 'row'; label: string; value: string }
  /** One of a list: behind a box to tick or a number stands what it is, in bold, and below that what else is to be said. */
  | { kind: 'item'; mark: 'box' | number; text: string; details: string[] }
  /** Side by side, equally wide. */
  | { kind: 'columns'; columns: SlipLine[][] }
  /** Numbers under heads, each row of them under a title of its own. */
  | { kind: 'table'; heads: string[]; rows: { title: string; cells: string[] }[] }
  /** The ticket number, as large as the paper allows. */
  | { kind: 'giant'; text: string }
  /** White on black. Short ones only: large black areas cost the printer speed and heat. */
  | { kind: 'bar'; text: string }
  | { kind: 'rule'; heavy: boolean }
  /** The short line below a motto or a name at the head of an official form. */
  | { kind: 'underline' }
  | { kind: 'gap'; size: 'small' | 'large' }
  /** Printable ASCII of our own making, never a citizen's text. */
  | { kind: 'qr'; content: string }
  /** Code 128 of the same kind of content. Left out where the paper is too narrow for bars that a scanner can tell apart. */
  | { kind: 'barcode'; content: string }
  /** The whole width of the paper, counted in dots, from its first to its last. */
  | { kind: 'ruler' };

export type TextLine = {
  kind: 'text';
  text: string;
  size: TextSize;
  weight: TextWeight;
  align: 'left' | 'center';
};

export type TextSize = 'note' | 'body' | 'title' | 'heading';
/** Two weights only, no italics and no grey: thin strokes do not survive one bit a dot. */
export type TextWeight = 'medium' | 'bold';

export function centred(text: string, size: TextSize, weight: TextWeight): SlipLine {
  return { kind: 'text', text, size, weight, align: 'center' };
}

export function leftAligned(text: string, size: TextSize, weight: TextWeight): SlipLine {
  return { kind: 'text', text, size, weight, align: 'left' };
}

export const smallGap: SlipLine = { kind: 'gap', size: 'small' };
export const largeGap: SlipLine = { kind: 'gap', size: 'large' };
export const lightRule: SlipLine = { kind: 'rule', heavy: false };
export const heavyRule: SlipLine = { kind: 'rule', heavy: true };
