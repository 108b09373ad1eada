/** Points, 1/72 inch, from the upper left corner of the sheet. */
export type FontName = 'regular' | 'bold' | 'italic';
export type Mark =
  /** `y` is the base line. */
  | { kind: 'text'; x: number; y: number; text: string; font: FontName; size: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number };
export type Page = { marks: Mark[] };

/** The width of a text set in a font of one size. */
export type Measure = (text: string, font: FontName, size: number) => number;

/** A4, with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: 20 mm above and below, 30 mm on the left, 15 mm on the right. */
const mm = 72 / 25.4;
export const sheet = { width: 210 * mm, height: 297 * mm };
export const margins = { top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 15 * mm };
export const room = {
  left: margins.left,
  right: sheet.width - margins.right,
  top: margins.top,
  bottom: sheet.height - margins.bottom,
  width: sheet.width - margins.left - margins.right,
};
/** From one base line to the next, in sizes of the letter: a little over single, as capitals with two marks need. */
export const leading = 1.19;
/** From the top of a line to its base line. */
export const rise = 0.93;

/** Where the next thing goes; a new page is begun when there is no room for it. */
export type Flow = {
  y(): number;
  /** Begins a page unless `height` is left on this one. Tells whether it did. */
  need(height: number): boolean;
  put(marks: readonly Mark[]): void;
  down(by: number): void;
  newPage(): void;
};
