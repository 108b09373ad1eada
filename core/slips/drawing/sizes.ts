import type { PaperWidth } from '../bitmap.ts';

export type Sizes = {
  note: number;
  body: number;
  title: number;
  heading: number;
  giant: number;
  margin: number;
  smallGap: number;
  largeGap: number;
  labelColumn: number;
  /** Of a box to tick or a number before an item. */
  markColumn: number;
  qrModule: number;
  barcodeHeight: number;
};

/** Dots. 203 dpi on 80 mm; the same in millimetres at 180 dpi; and what 58 mm can carry. */
export const sizesOf: Record<PaperWidth, Sizes> = {
  576: {
    note: 28,
    body: 32,
    title: 36,
    heading: 42,
    giant: 190,
    margin: 12,
    smallGap: 10,
    largeGap: 24,
    labelColumn: 190,
    markColumn: 48,
    qrModule: 7,
    barcodeHeight: 80,
  },
  512: {
    note: 26,
    body: 29,
    title: 33,
    heading: 38,
    giant: 170,
    margin: 10,
    smallGap: 9,
    largeGap: 21,
    labelColumn: 172,
    markColumn: 44,
    qrModule: 6,
    barcodeHeight: 70,
  },
  384: {
    note: 22,
    body: 24,
    title: 27,
    heading: 30,
    giant: 128,
    margin: 6,
    smallGap: 8,
    largeGap: 16,
    labelColumn: 138,
    markColumn: 36,
    qrModule: 5,
    barcodeHeight: 70,
  },
};
