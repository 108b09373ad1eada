import type { CardPicture } from './draw-card.ts';
import type { Plane } from './plane.ts';
import type { Shot } from './shot.ts';
import { cardToFrame, invert, project, type Homography } from './view.ts';

/** What falls on the sensor: linear light, and colours at half the size. */
export type Scene = { luma: Plane; cb: Plane; cr: Plane };

/** The blurred room behind the card, of any size; it is stretched over the frame. */
export type Backdrop = Scene;

/**
 * The card before its backdrop. It is read from a picture with about as many texels as the frame has pixels, or four times
 * for each pixel where that picture is finer, so that small modules are averaged, as a sensor does, and not skipped.
 */
export function castScene(card: CardPicture, backdrop: Backdrop, shot: Shot, scene: Scene): void {
  const toFrame = cardToFrame(shot, card.code.moduleMm);
  const texelsPerPixel = (card.texelsPerMm * card.code.moduleMm) / shot.pixelsPerModule;
  const half = texelsPerPixel > finest;
  const toCard = toTexels(invert(toFrame), card, half ? 0.5 : 1);
  stretch(backdrop.luma, scene.luma);
  stretch(backdrop.cb, scene.cb);
  stretch(backdrop.cr, scene.cr);
  const once = texelsPerPixel * (half ? 0.5 : 1) <= finest;
  castLuma(half ? card.luma[1] : card.luma[0], scene.luma, toCard, shot.barrel, once);
  const toColours = toTexels(invert(toFrame), card, 0.5);
  castColour(card, scene, toColours, shot.barrel);
  for (const finger of shot.fingers) castFinger(scene, toFrame, finger, shot);
}

/** Frame pixels -> texels, where the inverse gives millimetres from the middle of the code. */
function toTexels(inverse: Homography, { texelsPerMm, code }: CardPicture, share: number): Homography {
  const scale = texelsPerMm * share;
  const [a, b, c, d, e, f, g, h, i] = inverse;
  return [
    scale * (a + code.u * g),
    scale * (b + code.u * h),
    scale * (c + code.u * i),
    scale * (d + code.v * g),
    scale * (e + code.v * h),
    scale * (f + code.v * i),
    g,
    h,
    i,
  ];
}

/** As many texels a pixel can be read with one look. */
const finest = 1.4;
/** Nearer than this the card would go through the lens. */
const nearest = 5;

function castLuma(from: Plane, to: Plane, m: Homography, barrel: number, once: boolean): void {
  const { data, width, height } = from;
  const target = to.data;
  const [a, b, c, d, e, f, g, h, i] = m;
  const [midX, midY] = [to.width / 2, to.height / 2];
  const perRadius = barrel / (midX * midX + midY * midY);
  const right = width - 1;
  const bottom = height - 1;
  // A pixel reaches no further than this.
  const margin = 4;
  const inset = 5;
  for (let y = 0; y < to.height; y += 1) {
    const dy = y + 0.5 - midY;
    for (let x = 0; x < to.width; x += 1) {
      const dx = x + 0.5 - midX;
      const pull = 1 + perRadius * (dx * dx + dy * dy);
      const px = midX + dx * pull;
      const py = midY + dy * pull;
      const w = g * px + h * py + i;
      if (w <= 0 || w > nearest) continue;
      const u = (a * px + b * py + c) / w;
      const v = (d * px + e * py + f) / w;
      if (u < -margin || v < -margin || u > width + margin || v > height + margin) continue;
      const isWithin = u > inset && v > inset && u < right - inset && v < bottom - inset;
      if (isWithin && once) {
        target[y * to.width + x] = read(data, width, u, v);
        continue;
      }
      // How far a quarter of a pixel reaches on the card.
      const quarter = (0.25 * pull) / w;
      const ux = (a - g * u) * quarter;
      const uy = (b - h * u) * quarter;
      const vx = (d - g * v) * quarter;
      const vy = (e - h * v) * quarter;
      const index = y * to.width + x;
      const behind = target[index]!;
      let sum = 0;
      if (isWithin) {
        sum =
          read(data, width, u - ux - uy, v - vx - vy) +
          read(data, width, u + ux - uy, v + vx - vy) +
          read(data, width, u - ux + uy, v - vx + vy) +
          read(data, width, u + ux + uy, v + vx + vy);
      } else {
        for (let point = 0; point < 4; point += 1) {
          const pu = u + (point & 1 ? ux : -ux) + (point & 2 ? uy : -uy);
          const pv = v + (point & 1 ? vx : -vx) + (point & 2 ? vy : -vy);
          const isOnCard = pu >= 0.5 && pv >= 0.5 && pu < right && pv < bottom;
          sum += isOnCard ? read(data, width, pu, pv) : behind;
        }
      }
      target[index] = sum / 4;
    }
  }
}

/** Between the four texels around a point. */
function read(data: Float32Array, width: number, u: number, v: number): number {
  const left = (u - 0.5) | 0;
  const top = (v - 0.5) | 0;
  const fu = u - 0.5 - left;
  const at = top * width + left;
  const upper = data[at]! + (data[at + 1]! - data[at]!) * fu;
  const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fu;
  return upper + (lower - upper) * (v - 0.5 - top);
}

function castColour({ cb, cr }: CardPicture, scene: Scene, m: Homography, barrel: number): void {
  const [a, b, c, d, e, f, g, h, i] = m;
  const { width, height } = scene.cb;
  const perRadius = barrel / (width * width + height * height);
  for (let y = 0; y < height; y += 1) {
    const dy = 2 * y + 1 - height;
    for (let x = 0; x < width; x += 1) {
      const dx = 2 * x + 1 - width;
      const pull = 1 + perRadius * (dx * dx + dy * dy);
      const px = width + dx * pull;
      const py = height + dy * pull;
      const w = g * px + h * py + i;
      if (w <= 0 || w > nearest) continue;
      const u = (a * px + b * py + c) / w;
      const v = (d * px + e * py + f) / w;
      if (u < 0 || v < 0 || u >= cb.width || v >= cb.height) continue;
      const at = (v | 0) * cb.width + (u | 0);
      scene.cb.data[y * width + x] = cb.data[at]!;
      scene.cr.data[y * width + x] = cr.data[at]!;
    }
  }
}

/** A rounded bar of skin, lit from above. */
function castFinger(scene: Scene, toFrame: Homography, finger: Shot['fingers'][number], shot: Shot): void {
  const depthAt = ({ u, v }: { u: number; v: number }) => toFrame[6] * u + toFrame[7] * v + toFrame[8];
  const [tipDepth, rootDepth] = [depthAt(finger.tip), depthAt(finger.root)];
  if (tipDepth <= 1 / nearest) return;
  // A hand does not go through the camera: it ends before, out of the frame.
  const kept = rootDepth < 1 / nearest ? (tipDepth - 1 / nearest) / (tipDepth - rootDepth) : 1;
  const between = (from: number, to: number) => from + (to - from) * kept;
  const tip = project(toFrame, finger.tip.u, finger.tip.v);
  const root = project(toFrame, between(finger.tip.u, finger.root.u), between(finger.tip.v, finger.root.v));
  const beside = project(toFrame, finger.tip.u + finger.radiusMm * 0.7, finger.tip.v + finger.radiusMm * 0.7);
  const radius = Math.hypot(beside.x - tip.x, beside.y - tip.y);
  const [alongX, alongY] = [root.x - tip.x, root.y - tip.y];
  const lengthSquared = alongX * alongX + alongY * alongY;
  const { luma, cb, cr } = scene;
  const left = Math.max(0, Math.floor(Math.min(tip.x, root.x) - radius));
  const right = Math.min(shot.width - 1, Math.ceil(Math.max(tip.x, root.x) + radius));
  const top = Math.max(0, Math.floor(Math.min(tip.y, root.y) - radius));
  const bottom = Math.min(shot.height - 1, Math.ceil(Math.max(tip.y, root.y) + radius));
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along = ((x - tip.x) * alongX + (y - tip.y) * alongY) / lengthSquared;
      const t = Math.min(1, Math.max(0, along));
      const away = Math.hypot(x - tip.x - t * alongX, y - tip.y - t * alongY) / radius;
      if (away >= 1) continue;
      const cover = Math.min(1, (1 - away) * radius);
      const lit = finger.skin * (0.35 + 0.65 * Math.sqrt(1 - away * away));
      const index = y * luma.width + x;
      luma.data[index] = luma.data[index]! * (1 - cover) + lit * cover;
      if ((x & 1) === 0 && (y & 1) === 0) {
        const colour = (y >> 1) * cb.width + (x >> 1);
        cb.data[colour] = -14;
        cr.data[colour] = 18;
      }
    }
  }
}

function stretch(from: Plane, to: Plane): void {
  const scaleX = (from.width - 1) / to.width;
  const scaleY = (from.height - 1) / to.height;
  const [target, source] = [to.data, from.data];
  const line = new Float32Array(from.width);
  for (let y = 0; y < to.height; y += 1) {
    const top = ((y * scaleY) | 0) * from.width;
    const fy = (y * scaleY) % 1;
    for (let x = 0; x < from.width; x += 1)
      line[x] = source[top + x]! + (source[top + from.width + x]! - source[top + x]!) * fy;
    for (let x = 0, at = y * to.width; x < to.width; x += 1, at += 1) {
      const left = (x * scaleX) | 0;
      target[at] = line[left]! + (line[left + 1]! - line[left]!) * (x * scaleX - left);
    }
  }
}
