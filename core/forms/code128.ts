// Widths of bars and spaces in turn, by value: ISO/IEC 15417, table 1. The last one is the stop sign.
const widths = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
).split(' ');
const toC = 99;
const toB = 100;
const startB = 104;
const startC = 105;
const stop = 106;

/** The bars of a Code 128 symbol over printable ASCII, in modules from the left; pairs of digits take one sign. */
export function code128(text: string): { modules: number; bars: { at: number; width: number }[] } {
  if (!/^[ -~]+$/.test(text)) throw new Error('a Code 128 symbol here holds printable ASCII');
  const signs = signsOf(text);
  const [start = startB] = signs;
  const check = signs.slice(1).reduce((sum, value, index) => sum + value * (index + 1), start) % 103;
  const bars: { at: number; width: number }[] = [];
  let modules = 0;
  for (const sign of [...signs, check, stop]) {
    for (const [index, width] of Array.from(widths[sign] ?? '', Number).entries()) {
      if (index % 2 === 0) bars.push({ at: modules, width });
      modules += width;
    }
  }
  return { modules, bars };
}

function signsOf(text: string): number[] {
  const signs: number[] = [];
  let set: 'B' | 'C' | null = null;
  for (let at = 0; at < text.length; ) {
    const digits = /^\d*/.exec(text.slice(at))?.[0].length ?? 0;
    // Changing the set costs a sign, so fewer than four digits stay where they are.
    const wantsC = set === 'C' ? digits >= 2 : digits >= 4;
    if (wantsC) {
      if (set !== 'C') signs.push(set === null ? startC : toC);
      set = 'C';
      signs.push(Number(text.slice(at, at + 2)));
      at += 2;
    } else {
      if (set !== 'B') signs.push(set === null ? startB : toB);
      set = 'B';
      signs.push(text.charCodeAt(at) - 32);
      at += 1;
    }
  }
  return signs;
}
