import { createRequire } from 'node:module';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

/** Names under which the fonts are known to the canvas, and no other font ever is: a missing one must not be replaced silently. */
export const fontNames = {
  medium: 'Slip Medium',
  bold: 'Slip Bold',
  giant: 'Slip Giant',
  // Noto Sans Khmer lacks most letters of Vietnamese: it only ever stands in behind one of the others.
  khmer: 'Slip Khmer Medium',
  khmerBold: 'Slip Khmer Bold',
} as const;
type Font = keyof typeof fontNames;

const fontFiles: Record<Font, string> = {
  medium: 'noto-sans/500Medium/NotoSans_500Medium.ttf',
  bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  giant: 'noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf',
  khmer: 'noto-sans-khmer/500Medium/NotoSansKhmer_500Medium.ttf',
  khmerBold: 'noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf',
};
export const slipFonts = Object.keys(fontNames) as Font[];

export type SlipCanvas = { canvas: Canvas; context: SKRSContext2D };

/** Loaded at the first slip, because the library and its fonts would lengthen every start of the kiosk. */
let loading: Promise<SlipCanvas> | null = null;

export function slipCanvas(): Promise<SlipCanvas> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SlipCanvas> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  for (const font of slipFonts) {
    const path = fontPath(font);
    if (!GlobalFonts.registerFromPath(path, fontNames[font])) throw new Error(`cannot load the font ${path}`);
  }
  // One canvas for the life of the process: a new one per slip made memory grow by gigabytes.
  const canvas = createCanvas(576, 1600);
  return { canvas, context: canvas.getContext('2d') };
}

export function fontPath(font: Font): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/${fontFiles[font]}`);
}
