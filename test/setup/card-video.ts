import { writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { create } from 'qrcode';

const widthPx = 1280;
const heightPx = 720;
const framesPerSecond = 15;

/** A film for Chromium's fake camera (`--use-file-for-fake-video-capture`): a card is held into the picture and trembles. */
export function writeCardVideo(path: string, payload: string): void {
  const frames = Array.from({ length: framesPerSecond }, (_, index) =>
    drawCard(payload, {
      x: 330 + Math.sin(index) * 6,
      y: 150 + Math.cos(index) * 5,
      tilt: Math.sin(index / 2) * 0.02,
    }),
  );
  const header = Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(
    path,
    Buffer.concat([header, ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), toYuv420(frame)])]),
  );
}

/** RGBA of one frame. */
function drawCard(payload: string, at: { x: number; y: number; tilt: number }): Uint8ClampedArray {
  const canvas = createCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#5b5148';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.translate(at.x, at.y);
  pen.rotate(at.tilt);
  pen.fillStyle = '#d7e6dc';
  pen.fillRect(0, 0, 640, 404);
  pen.fillStyle = '#8fa9a0';
  pen.fillRect(30, 110, 150, 200);
  const { modules } = create([{ data: Buffer.from(payload, 'utf8'), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const modulePx = 4;
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
  return pen.getImageData(0, 0, widthPx, heightPx).data;
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
