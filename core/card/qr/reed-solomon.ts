/** Powers of 2 in the field of 256 elements that QR codes use, twice over so that sums of logarithms need no remainder. */
const power = new Uint8Array(512);
const logarithm = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  power[exponent] = power[exponent + 255] = value;
  logarithm[value] = exponent;
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d;
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (power[(logarithm[a] ?? 0) + (logarithm[b] ?? 0)] ?? 0);
}

function inverse(a: number): number {
  return power[255 - (logarithm[a] ?? 0)] ?? 0;
}

/**
 * Mends `block` (data, then `checkCount` check codewords) in place. `erased` are places known to be worthless: they cost one
 * check codeword each, an unknown error two. Answers how many codewords were wrong elsewhere; `null`, and the block as it was,
 * when there is no codeword near enough. `spare` check codewords must stay unused: they are what tells a mended block from a lucky one.
 */
export function mend(block: Uint8Array, checkCount: number, erased: number[], spare: number): number | null {
  const syndromes = syndromesOf(block, checkCount);
  if (syndromes.every((one) => one === 0)) return 0;
  if (erased.length > checkCount - spare) return null;
  const last = block.length - 1;
  const locator = locate(
    syndromes,
    erased.map((place) => last - place),
    checkCount,
  );
  const degree = locator.findLastIndex((one) => one !== 0);
  const errorCount = degree - erased.length;
  if (errorCount < 0 || 2 * errorCount + erased.length > checkCount - spare) return null;
  const places = rootsOf(locator, degree, block.length);
  if (places.length !== degree) return null;
  const before = block.slice();
  const evaluator = new Uint8Array(checkCount);
  for (let i = 0; i < checkCount; i++) {
    for (let j = 0; j <= Math.min(i, degree); j++) {
      evaluator[i] = (evaluator[i] ?? 0) ^ times(syndromes[i - j] ?? 0, locator[j] ?? 0);
    }
  }
  for (const place of places) {
    const at = (255 - place) % 255;
    let slope = 0;
    for (let i = 1; i <= degree; i += 2) slope ^= times(locator[i] ?? 0, power[((i - 1) * at) % 255] ?? 0);
    if (slope === 0) return null;
    const value = times(times(valueAt(evaluator, at), inverse(slope)), power[place] ?? 0);
    block[last - place] = (block[last - place] ?? 0) ^ value;
  }
  if (syndromesOf(block, checkCount).every((one) => one === 0)) return errorCount;
  block.set(before);
  return null;
}

function syndromesOf(block: Uint8Array, checkCount: number): Uint8Array {
  const syndromes = new Uint8Array(checkCount);
  for (let i = 0; i < checkCount; i++) {
    let sum = 0;
    for (const codeword of block) {
      sum = (sum === 0 ? 0 : (power[(logarithm[sum] ?? 0) + i] ?? 0)) ^ codeword;
    }
    syndromes[i] = sum;
  }
  return syndromes;
}

/** Berlekamp and Massey's algorithm, begun from the erased places (as exponents). */
function locate(syndromes: Uint8Array, erased: number[], checkCount: number): Uint8Array {
  let locator: Uint8Array = new Uint8Array(checkCount + 2);
  locator[0] = 1;
  for (const [index, place] of erased.entries()) {
    for (let i = index + 1; i > 0; i--) {
      locator[i] = (locator[i] ?? 0) ^ times(locator[i - 1] ?? 0, power[place] ?? 0);
    }
  }
  let former: Uint8Array = locator.slice();
  let length = erased.length;
  for (let step = erased.length + 1; step <= checkCount; step++) {
    let discrepancy = 0;
    for (let i = 0; i < step; i++) discrepancy ^= times(locator[i] ?? 0, syndromes[step - i - 1] ?? 0);
    const shifted: Uint8Array = new Uint8Array(checkCount + 2);
    shifted.set(former.subarray(0, checkCount + 1), 1);
    former = shifted;
    if (discrepancy === 0) continue;
    const renewed = locator.slice();
    for (let i = 0; i < renewed.length; i++) {
      renewed[i] = (renewed[i] ?? 0) ^ times(discrepancy, shifted[i] ?? 0);
    }
    if (2 * length <= step + erased.length - 1) {
      length = step + erased.length - length;
      former = locator.map((one) => times(one, inverse(discrepancy)));
    }
    locator = renewed;
  }
  return locator;
}

function rootsOf(locator: Uint8Array, degree: number, length: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < length && places.length <= degree; place++) {
    if (valueAt(locator, (255 - place) % 255) === 0) places.push(place);
  }
  return places;
}

/** The polynomial's value at 2 to the power of `exponent`. */
function valueAt(polynomial: Uint8Array, exponent: number): number {
  let sum = 0;
  for (let i = polynomial.length - 1; i >= 0; i--) {
    sum = (sum === 0 ? 0 : (power[(logarithm[sum] ?? 0) + exponent] ?? 0)) ^ (polynomial[i] ?? 0);
  }
  return sum;
}
