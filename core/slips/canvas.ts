import { createRequire } from 'node:module';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

/** Names under which the fonts are known to the canvas, and no other font ever is: a missing one must not be replaced silently. */
export const fontNames = { medium: 'Slip Medium', bold: 'Slip Bold', giant: 'Slip Giant' } as const;
const fontFiles = {
  medium: '500Medium/NotoSans_500Medium.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
  giant: '800ExtraBold/NotoSans_800ExtraBold.ttf',
} as const;

export type SlipCanvas = {
  canvas: Canvas;
  context: SKRSContext2D;
  encodePng(canvas: Canvas): Promise<Uint8Array>;
};

/** Loaded at the first slip, because the library and its fonts would lengthen every start of the kiosk. */
let loading: Promise<SlipCanvas> | null = null;

export function slipCanvas(): Promise<SlipCanvas> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SlipCanvas> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  for (const weight of ['medium', 'bold', 'giant'] as const) {
    const path = fontPath(weight);
    if (!GlobalFonts.registerFromPath(path, fontNames[weight]))
      throw new Error(`cannot load the font ${path}`);
  }
  // One canvas for the life of the process: a new one per slip made memory grow by gigabytes.
  const canvas = createCanvas(576, 1600);
  return { canvas, context: canvas.getContext('2d'), encodePng: (drawn) => drawn.encode('png') };
}

export function fontPath(weight: keyof typeof fontFiles): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${fontFiles[weight]}`);
}
