import type { Grey, Rect } from './grey.ts';

/** Pixels that are averaged before anything is measured, so that the sensor's grain is not taken for print. */
const cell = 4;
/** The map of contrast has a point every two cells, measured over four. */
const stride = 2 * cell;
/** Sides of the squares that are compared, in points of the map: from a code far away to one that fills the picture. */
const sides = [8, 10, 12, 15, 19, 24, 30, 38, 47];
/** More contrast than this says nothing more: a faint code is still denser than bold letters. */
const plenty = 0.1;
/** Shades below this are the sensor's own. */
const darkest = 30;

/**
 * Squares that look as a code does from afar: contrast everywhere within and less around. The likeliest first, at most `most`;
 * each is about the size of the code itself, so it wants some room added.
 */
export function likelyRegions(grey: Grey, most: number): Rect[] {
  const map = summed(contrasts(averaged(grey)));
  const best: { rect: Rect; score: number }[] = [];
  for (const side of sides) {
    const step = side < 10 ? 1 : 2;
    for (let top = 0; top + side < map.height; top += step) {
      for (let left = 0; left + side < map.width; left += step) {
        const score = scoreAt(map, left, top, side);
        if (score > 0) keep(best, { left, top, width: side, height: side }, score, most);
      }
    }
  }
  return best.map(({ rect }) => ({
    left: rect.left * stride,
    top: rect.top * stride,
    width: rect.width * stride,
    height: rect.height * stride,
  }));
}

/** Keeps the best in `best`, none with its middle in a better one. */
function keep(best: { rect: Rect; score: number }[], rect: Rect, score: number, most: number) {
  if (best.length === most && score <= (best[most - 1]?.score ?? 0)) return;
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  for (let i = 0; i < best.length; i++) {
    const one = best[i];
    if (one === undefined || !isNear(one.rect, rect, x, y)) continue;
    if (one.score >= score) return;
    best.splice(i--, 1);
  }
  const at = best.findIndex((one) => one.score < score);
  best.splice(at === -1 ? best.length : at, 0, { rect, score });
  best.length = Math.min(best.length, most);
}

function isNear(one: Rect, other: Rect, x: number, y: number): boolean {
  const reach = Math.max(one.width, other.width) / 2;
  return Math.abs(one.left + one.width / 2 - x) < reach && Math.abs(one.top + one.height / 2 - y) < reach;
}

type Table = { data: Float32Array; width: number; height: number };

function averaged(grey: Grey): Table {
  const width = Math.floor(grey.width / cell);
  const height = Math.floor(grey.height / cell);
  const data = new Float32Array(width * height);
  const sums = new Uint32Array(width);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let y = row * cell; y < (row + 1) * cell; y++) {
      let at = y * grey.width;
      for (let column = 0; column < width; column++, at += cell) {
        sums[column] =
          (sums[column] ?? 0) +
          (grey.data[at] ?? 0) +
          (grey.data[at + 1] ?? 0) +
          (grey.data[at + 2] ?? 0) +
          (grey.data[at + 3] ?? 0);
      }
    }
    for (let column = 0; column < width; column++) {
      data[row * width + column] = (sums[column] ?? 0) / (cell * cell);
    }
  }
  return { data, width, height };
}

/** How much brightness varies over four by four cells, as a share of it. */
function contrasts(cells: Table): Table {
  const width = Math.max(0, (cells.width >> 1) - 1);
  const height = Math.max(0, (cells.height >> 1) - 1);
  const data = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      let squares = 0;
      for (let y = 2 * row; y < 2 * row + 4; y++) {
        const at = y * cells.width + 2 * column;
        for (let x = at; x < at + 4; x++) {
          const value = cells.data[x] ?? 0;
          sum += value;
          squares += value * value;
        }
      }
      const mean = sum / 16;
      const spread = Math.sqrt(Math.max(0, squares / 16 - mean * mean));
      data[row * width + column] = Math.min(plenty, spread / (mean + darkest));
    }
  }
  return { data, width, height };
}

/** Each entry is the sum of all above and left of it. */
function summed({ data, width, height }: Table): Table {
  const sums = new Float32Array((width + 1) * (height + 1));
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += data[row * width + column] ?? 0;
      sums[(row + 1) * (width + 1) + column + 1] = (sums[row * (width + 1) + column + 1] ?? 0) + sum;
    }
  }
  return { data: sums, width: width + 1, height: height + 1 };
}

function scoreAt(map: Table, left: number, top: number, side: number): number {
  const right = left + side;
  const bottom = top + side;
  const inside = boxOf(map, left, top, right, bottom);
  if (inside < (plenty / 3) * side * side) return 0;
  const half = side >> 1;
  const a = boxOf(map, left, top, left + half, top + half);
  const b = boxOf(map, right - half, top, right, top + half);
  const c = boxOf(map, left, bottom - half, left + half, bottom);
  const d = boxOf(map, right - half, bottom - half, right, bottom);
  const least = Math.min(a, b, c, d);
  const second = Math.min(Math.max(a, b), Math.max(c, d), Math.max(Math.min(a, b), Math.min(c, d)));
  // A line of text is dense as well, but leaves two quarters of the square empty; a lamp's reflection takes one.
  const dense = 0.4 * least + 0.6 * second;
  const rim = Math.max(2, Math.round(side / 5));
  const l = Math.max(0, left - rim);
  const t = Math.max(0, top - rim);
  const r = Math.min(map.width - 1, right + rim);
  const low = Math.min(map.height - 1, bottom + rim);
  const around = (r - l) * (low - t) - side * side;
  const outside = around === 0 ? 0 : (boxOf(map, l, t, r, low) - inside) / around;
  // Of two that are as dense the larger: a square that cuts the code costs more than one with paper around it.
  return (dense / (half * half) - outside) * Math.sqrt(side);
}

function boxOf({ data, width }: Table, left: number, top: number, right: number, bottom: number): number {
  return (
    (data[bottom * width + right] ?? 0) -
    (data[bottom * width + left] ?? 0) -
    (data[top * width + right] ?? 0) +
    (data[top * width + left] ?? 0)
  );
}
