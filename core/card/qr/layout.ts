/** What is known of a code of this size before anything is read. Modules are numbered row by row. */
export type Layout = {
  /** Modules along a side. */
  dimension: number;
  version: number;
  /** 1 dark, -1 light: finder, alignment and timing patterns and the version's own bits; 0: not known. */
  fixed: Int8Array;
  /** The modules of the 15 format bits, lowest bit first, in both places. */
  format: [number[], number[]];
  /** The modules of the data in the order of their bits. */
  data: Uint16Array;
};

/** Cards carry versions 6 to 15; more modules than version 25 has no camera tells apart. */
const largestVersion = 25;
const known = new Map<number, Layout>();

/** `null` when no code has this many modules a side, or none that a camera could resolve. */
export function layoutOf(dimension: number): Layout | null {
  const version = (dimension - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > largestVersion) return null;
  let layout = known.get(dimension);
  if (layout === undefined) {
    layout = draw(dimension, version);
    known.set(dimension, layout);
  }
  return layout;
}

function draw(dimension: number, version: number): Layout {
  const fixed = new Int8Array(dimension * dimension);
  const at = (x: number, y: number) => y * dimension + x;
  const set = (x: number, y: number, isDark: boolean) => {
    if (x >= 0 && y >= 0 && x < dimension && y < dimension) fixed[at(x, y)] = isDark ? 1 : -1;
  };
  for (let i = 0; i < dimension; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const far = dimension - 7;
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    rings(set, left + 3, top + 3, 4, (ring) => ring !== 2 && ring !== 4);
  }
  const places = alignmentPlaces(version);
  for (const x of places) {
    for (const y of places) {
      const isFinder = (x === 6 && y === 6) || (x === 6 && y === far) || (x === far && y === 6);
      if (!isFinder) rings(set, x, y, 2, (ring) => ring !== 1);
    }
  }
  set(8, dimension - 8, true);
  if (version >= 7) {
    const bits = versionBits(version);
    for (let i = 0; i < 18; i++) {
      const across = dimension - 11 + (i % 3);
      const down = Math.floor(i / 3);
      set(across, down, ((bits >> i) & 1) === 1);
      set(down, across, ((bits >> i) & 1) === 1);
    }
  }
  const format: [number[], number[]] = [[], []];
  for (let i = 0; i < 15; i++) {
    format[0].push(i < 6 ? at(8, i) : i < 8 ? at(8, i + 1) : i === 8 ? at(7, 8) : at(14 - i, 8));
    format[1].push(i < 8 ? at(dimension - 1 - i, 8) : at(8, dimension - 15 + i));
  }
  return { dimension, version, fixed, format, data: dataOrder(dimension, fixed, format) };
}

function rings(
  set: (x: number, y: number, isDark: boolean) => void,
  x: number,
  y: number,
  radius: number,
  isDark: (ring: number) => boolean,
) {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let i = count - 2; i >= 0; i--) places.push(version * 4 + 10 - i * step);
  return places;
}

function versionBits(version: number): number {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (version << 12) | rest;
}

/** Two columns at a time from the right, up and down by turns. */
function dataOrder(dimension: number, fixed: Int8Array, format: [number[], number[]]): Uint16Array {
  const taken = new Set(format.flat());
  const order: number[] = [];
  for (let right = dimension - 1, isUp = true; right >= 1; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5;
    for (let step = 0; step < dimension; step++) {
      const row = isUp ? dimension - 1 - step : step;
      for (const module of [row * dimension + right, row * dimension + right - 1]) {
        if (fixed[module] === 0 && !taken.has(module)) order.push(module);
      }
    }
  }
  return Uint16Array.from(order);
}
