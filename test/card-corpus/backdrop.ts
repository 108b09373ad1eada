import { createCanvas } from '@napi-rs/canvas';
import { splitRgba } from './plane.ts';
import type { Random } from './random.ts';
import type { Backdrop } from './scene.ts';

const canvas = createCanvas(160, 90);

/** A counter or a room, far out of focus: a few large soft things. */
export function drawBackdrop(random: Random): Backdrop {
  const pen = canvas.getContext('2d');
  const { width, height } = canvas;
  const walls = random.pick(['#6d675e', '#8b8f92', '#4a4f57', '#a39887', '#5e6b62', '#c2beb6', '#2f3033']);
  pen.fillStyle = walls;
  pen.fillRect(0, 0, width, height);
  for (let thing = 0; thing < 14; thing += 1) {
    const x = random.between(-20, width);
    const y = random.between(-20, height);
    pen.fillStyle = random.pick([
      '#3c3a37',
      '#9b8a72',
      '#5a6a7a',
      '#d6d2c8',
      '#7a4f3a',
      '#23262b',
      '#8fa08a',
    ]);
    pen.globalAlpha = random.between(0.15, 0.6);
    pen.fillRect(x, y, random.between(8, 60), random.between(8, 50));
  }
  pen.globalAlpha = 1;
  // Smaller and larger again is a cheap lens out of focus.
  pen.drawImage(canvas, 0, 0, width, height, 0, 0, width / 8, height / 8);
  pen.drawImage(canvas, 0, 0, width / 8, height / 8, 0, 0, width, height);
  return splitRgba(pen.getImageData(0, 0, width, height).data, width, height);
}
