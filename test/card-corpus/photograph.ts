import type { RgbaImage } from '../../core/card/read-qr.ts';
import type { CardPicture } from './draw-card.ts';
import { loseAsJpeg } from './jpeg.ts';
import { blur } from './lens.ts';
import type { Random } from './random.ts';
import { castScene, type Backdrop, type Scene } from './scene.ts';
import { expose, light, sharpen, tint } from './sensor.ts';
import type { Shot } from './shot.ts';

/** What a camera gives: the scene through the lens, in the light of the room, counted by the sensor, packed as JPEG. */
export function photograph(card: CardPicture, backdrop: Backdrop, shot: Shot, random: Random): RgbaImage {
  const scene = castScene(card, backdrop, shot);
  const blurred = blur(scene.luma, shot);
  light(blurred, shot);
  const luma = sharpen(expose(blurred, shot, random), shot.sharpening);
  tint(scene.cb, shot, random);
  tint(scene.cr, shot, random);
  loseAsJpeg(luma, 'luma', shot.jpegQuality);
  loseAsJpeg(scene.cb, 'colour', shot.jpegQuality);
  loseAsJpeg(scene.cr, 'colour', shot.jpegQuality);
  return develop({ luma, cb: scene.cb, cr: scene.cr });
}

function develop({ luma, cb, cr }: Scene): RgbaImage {
  const { width, height } = luma;
  const data = new Uint8ClampedArray(width * height * 4);
  const [shades, blues, reds] = [luma.data, cb.data, cr.data];
  for (let y = 0; y < height; y += 1) {
    const colours = (y >> 1) * cb.width;
    for (let x = 0, index = y * width; x < width; x += 1, index += 1) {
      const shade = shades[index]!;
      const blue = blues[colours + (x >> 1)]!;
      const red = reds[colours + (x >> 1)]!;
      data[4 * index] = shade + 1.402 * red;
      data[4 * index + 1] = shade - 0.344 * blue - 0.714 * red;
      data[4 * index + 2] = shade + 1.772 * blue;
      data[4 * index + 3] = 255;
    }
  }
  return { data, width, height };
}
