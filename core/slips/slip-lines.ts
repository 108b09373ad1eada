/**
 * A slip as a list of lines, top to bottom, before anything is drawn. Sizes are names, because a narrow paper cannot simply
 * shrink a wide one: nothing under 22 dots is readable.
 */
export type SlipLine =
  | { kind: 'text'; text: string; size: TextSize; weight: TextWeight; align: 'left' | 'center' }
  /** A label column and its value, which is bold. */
  | { kind: 'row'; label: string; value: string }
  /** The ticket number, as large as the paper allows. */
  | { kind: 'giant'; text: string }
  /** White on black. Short ones only: large black areas cost the printer speed and heat. */
  | { kind: 'bar'; text: string }
  | { kind: 'rule'; heavy: boolean }
  | { kind: 'gap'; size: 'small' | 'large' }
  /** Printable ASCII of our own making, never a citizen's text. */
  | { kind: 'qr'; content: string };

export type TextSize = 'note' | 'body' | 'title' | 'heading';
/** Two weights only, no italics and no grey: thin strokes do not survive one bit a dot. */
export type TextWeight = 'medium' | 'bold';

export function centred(text: string, size: TextSize, weight: TextWeight): SlipLine {
  return { kind: 'text', text, size, weight, align: 'center' };
}
