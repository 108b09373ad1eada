/**
 * Reads Alt codes that were typed one right after the other. Scanners send either the number of the letter (`Alt 417` is ơ)
 * or the bytes of its UTF-8 (`Alt 0198 Alt 0161`); Windows shows something else for both, and one sign for many letters,
 * but the digits tell exactly. No Vietnamese letter has a number that is also a following byte, so the two cannot be mixed up.
 * `sign` is what the system made of a code: all there is where the digits say neither.
 */
export function readAltCodes(codes: readonly { digits: string; sign: string | null }[]): string {
  let text = '';
  let run: { value: number; sign: string | null }[] = [];
  const endRun = () => {
    text += readRun(run);
    run = [];
  };
  for (const { digits, sign } of codes) {
    const value = Number(digits);
    if (value >= 0x80) run.push({ value, sign });
    else {
      endRun();
      text += value < 0x20 ? '' : String.fromCharCode(value);
    }
  }
  endRun();
  return text;
}

function readRun(run: readonly { value: number; sign: string | null }[]): string {
  const values = run.map(({ value }) => value);
  const asBytes = values.every((value) => value <= 0xff) ? decodeUtf8(values) : null;
  return asBytes ?? run.map(({ value, sign }) => letterOf(value) ?? sign ?? '\ufffd').join('');
}

function letterOf(value: number): string | null {
  if (value > 0x10_ffff) return null;
  const letter = String.fromCodePoint(value);
  return /^[\p{L}\p{M}\p{Pd}\p{Pi}\p{Pf}]$/u.test(letter) ? letter : null;
}

function decodeUtf8(bytes: number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
