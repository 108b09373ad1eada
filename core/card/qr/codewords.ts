import { type Layout } from './layout.ts';
import { mend } from './reed-solomon.ts';

/** Blocks and check codewords of a block by version from 1, for each level in the order of its two bits: M, L, H, Q. */
const blocks = [
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21],
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29],
];
const checks = [
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28],
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30],
];

const isMasked: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The 15 bits for a level and a mask, as printed. */
function formatBits(format: number): number {
  let rest = format;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((format << 10) | rest) ^ 0x5412;
}
const formats = Array.from({ length: 32 }, (_, format) => formatBits(format));

/** How many formats are tried: under a reflection the likeliest is not always the true one. */
const formatsTried = 2;

/**
 * Check codewords of a block that must stay unused when `erased` of its codewords are left out. Every one makes a lucky match
 * 256 times rarer, and each erasure makes one likelier; so held, a block mended by luck is rarer than one in 10^9.
 */
function spareFor(erased: number): number {
  return erased === 0 ? 0 : erased <= 4 ? 2 : 4;
}

export type Mended = {
  /** 1 dark, 0 light for every module, as it was printed. */
  modules: Uint8Array;
  /** How much of what was seen, by weight, speaks against the result: 0 nothing, 1 everything. */
  doubt: number;
};

/**
 * Finds the code that was printed from how dark each module looks: above 0 rather dark, below 0 rather light, the size says
 * how surely. What looks least sure is left to the error correction as erased, so twice as much of it can be mended.
 * A code seen in a mirror is turned over.
 */
export function mendModules(soft: Float32Array, layout: Layout): Mended | null {
  const turned = turnOver(soft, layout.dimension);
  for (const { format, isTurned } of likelyFormats(soft, turned, layout)) {
    const seen = isTurned ? turned : soft;
    const modules = mendAs(seen, layout, format);
    if (modules !== null) return { modules, doubt: doubtOf(seen, modules) };
  }
  return null;
}

function turnOver(soft: Float32Array, dimension: number): Float32Array {
  return soft.map(
    (_, module) => soft[(module % dimension) * dimension + Math.floor(module / dimension)] ?? 0,
  );
}

type Format = { format: number; isTurned: boolean; score: number };

function likelyFormats(soft: Float32Array, turned: Float32Array, layout: Layout): Format[] {
  return [...scored(soft, layout, false), ...scored(turned, layout, true)]
    .toSorted((one, other) => other.score - one.score)
    .slice(0, formatsTried);
}

function scored(soft: Float32Array, { format: places }: Layout, isTurned: boolean): Format[] {
  const votes = Array.from(
    { length: 15 },
    (_, bit) => vote(soft, places[0][bit]) + vote(soft, places[1][bit]),
  );
  return formats.map((bits, format) => ({
    format,
    isTurned,
    score: votes.reduce((sum, one, bit) => sum + (((bits >> bit) & 1) === 1 ? one : -one), 0),
  }));
}

function vote(soft: Float32Array, module: number | undefined): number {
  return Math.max(-1, Math.min(1, soft[module ?? 0] ?? 0));
}

function mendAs(soft: Float32Array, layout: Layout, format: number): Uint8Array | null {
  const { data, dimension, version } = layout;
  const masked = isMasked[format & 7] ?? (() => false);
  const count = data.length >> 3;
  const codewords = new Uint8Array(count);
  const trust = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    let codeword = 0;
    let weakest = Infinity;
    for (let bit = 0; bit < 8; bit++) {
      const module = data[8 * at + bit] ?? 0;
      const value = soft[module] ?? 0;
      const isDark = value > 0 !== masked(module % dimension, Math.floor(module / dimension));
      codeword = (codeword << 1) | (isDark ? 1 : 0);
      weakest = Math.min(weakest, Math.abs(value));
    }
    codewords[at] = codeword;
    trust[at] = weakest;
  }
  const level = format >> 3;
  const checkCount = checks[level]?.[version - 1] ?? 0;
  for (const places of interleaved(count, blocks[level]?.[version - 1] ?? 1, checkCount)) {
    if (!mendBlock(codewords, trust, places, checkCount)) return null;
  }
  return printed(codewords, layout, format, masked);
}

/** Which codewords belong to each block: they are printed by turns. */
function interleaved(count: number, blockCount: number, checkCount: number): number[][] {
  const shortLength = Math.floor(count / blockCount) - checkCount;
  const longFrom = blockCount - (count % blockCount);
  const places: number[][] = Array.from({ length: blockCount }, () => []);
  let at = 0;
  for (let i = 0; i <= shortLength; i++) {
    for (const [block, one] of places.entries()) {
      if (i < shortLength || block >= longFrom) one.push(at++);
    }
  }
  for (let i = 0; i < checkCount; i++) {
    for (const one of places) one.push(at++);
  }
  return places;
}

/** With ever more of the least sure codewords left out, until the rest fits. */
function mendBlock(
  codewords: Uint8Array,
  trust: Float32Array,
  places: number[],
  checkCount: number,
): boolean {
  const seen = Uint8Array.from(places, (place) => codewords[place] ?? 0);
  const leastSure = places.map((_, index) => index).toSorted((one, other) => trustAt(one) - trustAt(other));
  function trustAt(index: number) {
    return trust[places[index] ?? 0] ?? 0;
  }
  for (let erased = 0; erased <= checkCount - spareFor(erased); erased += 2) {
    const block = seen.slice();
    if (mend(block, checkCount, leastSure.slice(0, erased), spareFor(erased)) === null) continue;
    for (const [index, place] of places.entries()) codewords[place] = block[index] ?? 0;
    return true;
  }
  return false;
}

function printed(
  codewords: Uint8Array,
  { data, dimension, fixed, format: places }: Layout,
  format: number,
  masked: (x: number, y: number) => boolean,
): Uint8Array {
  const modules = Uint8Array.from(fixed, (one) => (one === 1 ? 1 : 0));
  const bits = formats[format] ?? 0;
  for (const copy of places) {
    for (const [bit, module] of copy.entries()) modules[module] = (bits >> bit) & 1;
  }
  for (const [at, module] of data.entries()) {
    const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    modules[module] = bit ^ (masked(module % dimension, Math.floor(module / dimension)) ? 1 : 0);
  }
  return modules;
}

function doubtOf(soft: Float32Array, modules: Uint8Array): number {
  let against = 0;
  let all = 0;
  for (const [module, value] of soft.entries()) {
    const weight = Math.min(1, Math.abs(value));
    all += weight;
    if (value > 0 !== (modules[module] === 1)) against += weight;
  }
  return all === 0 ? 1 : against / all;
}
