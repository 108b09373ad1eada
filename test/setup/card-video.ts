import { writeFileSync } from 'node:fs';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { create } from 'qrcode';

const widthPx = 1280;
const heightPx = 720;
const framesPerSecond = 15;

/** What the camera sees. The card's left upper corner in pixels; `moduleSidePx` sets how large all of it is. */
export type Scene = {
  x: number;
  y: number;
  moduleSidePx: number;
  /** How far it trembles. */
  shakePx: number;
  hasCode: boolean;
  /** From 1, as it is, to 0, a dark room. */
  brightness: number;
  hasGlare: boolean;
};
/** A card held as it should be. */
export const heldWell: Scene = {
  x: 330,
  y: 150,
  moduleSidePx: 4,
  shakePx: 6,
  hasCode: true,
  brightness: 1,
  hasGlare: false,
};

/** A film for Chromium's fake camera (`--use-file-for-fake-video-capture`): a card is held into the picture and trembles. */
export function writeCardVideo(path: string, payload: string, part: Partial<Scene> = {}): void {
  const scene = { ...heldWell, ...part };
  const frames = Array.from({ length: framesPerSecond }, (_, index) => drawCard(payload, scene, index));
  const header = Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(
    path,
    Buffer.concat([header, ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), toYuv420(frame)])]),
  );
}

/** RGBA of one frame. */
function drawCard(payload: string, scene: Scene, index: number): Uint8ClampedArray {
  const canvas = createCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#5b5148';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.save();
  pen.translate(scene.x + Math.sin(index) * scene.shakePx, scene.y + Math.cos(index) * scene.shakePx * 0.8);
  pen.rotate(Math.sin(index / 2) * 0.02);
  pen.scale(scene.moduleSidePx / heldWell.moduleSidePx, scene.moduleSidePx / heldWell.moduleSidePx);
  drawGround(pen);
  if (scene.hasCode) drawCode(pen, payload);
  pen.restore();
  if (scene.hasGlare) {
    pen.fillStyle = '#ffffff';
    pen.beginPath();
    pen.arc(widthPx / 2 + 150, heightPx / 2 - 80, 150, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.fillStyle = `rgba(0, 0, 0, ${1 - scene.brightness})`;
  pen.fillRect(0, 0, widthPx, heightPx);
  return pen.getImageData(0, 0, widthPx, heightPx).data;
}

/** A pale card with a portrait and lines of print. */
function drawGround(pen: SKRSContext2D) {
  pen.fillStyle = '#d7e6dc';
  pen.fillRect(0, 0, 640, 404);
  pen.fillStyle = '#8fa9a0';
  pen.fillRect(30, 110, 150, 200);
  pen.fillStyle = '#2b3a35';
  for (let row = 0; row < 9; row += 1) {
    for (let word = 0; word < 6; word += 1) pen.fillRect(210 + word * 66, 214 + row * 20, 48 - word * 3, 7);
  }
}

function drawCode(pen: SKRSContext2D, payload: string) {
  const { modules } = create([{ data: Buffer.from(payload, 'utf8'), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const modulePx = heldWell.moduleSidePx;
  const left = 640 - 40 - modules.size * modulePx;
  pen.fillStyle = '#f4f6f4';
  pen.fillRect(left - 16, 14, modules.size * modulePx + 32, modules.size * modulePx + 32);
  pen.fillStyle = '#1c1c1c';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column))
        pen.fillRect(left + column * modulePx, 30 + row * modulePx, modulePx, modulePx);
    }
  }
}

function toYuv420(rgba: Uint8ClampedArray): Buffer {
  const luma = Buffer.alloc(widthPx * heightPx);
  const blue = Buffer.alloc(luma.length / 4);
  const red = Buffer.alloc(luma.length / 4);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const at = y * widthPx + x;
      const [r = 0, g = 0, b = 0] = rgba.subarray(at * 4, at * 4 + 3);
      luma[at] = 0.299 * r + 0.587 * g + 0.114 * b;
      if (x % 2 === 0 && y % 2 === 0) {
        const half = (y / 2) * (widthPx / 2) + x / 2;
        blue[half] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
        red[half] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
      }
    }
  }
  return Buffer.concat([luma, blue, red]);
}
