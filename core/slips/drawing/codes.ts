import JsBarcode from 'jsbarcode';
import { create } from 'qrcode';
import type { Box, Sheet } from './sheet.ts';

const quietModules = 4;

export function placeQr(content: string, box: Box, sheet: Sheet): number {
  mustBeAscii(content);
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * quietModules;
  // Whole dots: a module of 6.5 dots would be 6 here and 7 there.
  const module = Math.min(sheet.sizes.qrModule, Math.floor((box.width + 2 * sheet.sizes.margin) / across));
  if (module < 3) throw new Error('this QR code is too large for the paper');
  const left = Math.floor(box.x + (box.width - modules.size * module) / 2);
  const top = box.y + quietModules * module;
  sheet.drawings.push((pen) => {
    for (let row = 0; row < modules.size; row++) {
      for (const { from, to } of darkRuns(modules.size, (column) => modules.get(row, column) === 1)) {
        pen.fillRect(left + from * module, top + row * module, (to - from) * module, module);
      }
    }
  });
  return across * module;
}

/** A quarter of a millimetre: what hand-held scanners read off thermal paper. */
const thinnestBar = 2;
/** The blank sides that Code 128 asks for, in modules; the margins of the paper are part of them. */
const quietSides = 2 * 10;

export function placeBarcode(content: string, box: Box, sheet: Sheet): number {
  const modules = barcodeModules(content);
  const module = Math.floor((box.width + 2 * sheet.sizes.margin) / (modules.length + quietSides));
  if (module < thinnestBar) return 0;
  const left = Math.floor(box.x + (box.width - modules.length * module) / 2);
  sheet.drawings.push((pen) => {
    for (const { from, to } of darkRuns(modules.length, (index) => modules[index] === '1')) {
      pen.fillRect(left + from * module, box.y, (to - from) * module, sheet.sizes.barcodeHeight);
    }
  });
  return sheet.sizes.barcodeHeight;
}

/** The modules of a Code 128 symbol from the left, `1` a dark one, without its blank sides. */
export function barcodeModules(content: string): string {
  mustBeAscii(content);
  // Given a plain object in place of an element, it only encodes.
  const encoded: { encodings?: { data: string }[] } = {};
  JsBarcode(encoded, content, { format: 'CODE128' });
  const modules = (encoded.encodings ?? []).map(({ data }) => data).join('');
  if (modules === '') throw new Error('this text has no barcode');
  return modules;
}

/** Dark modules that touch, as one: half as much to draw. */
function darkRuns(length: number, isDark: (index: number) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let index = 0; index < length; index++) {
    if (!isDark(index)) continue;
    const last = runs.at(-1);
    if (last?.to === index) last.to++;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

function mustBeAscii(content: string): void {
  if (!/^[ -~]{1,300}$/.test(content)) throw new Error('a code on a slip holds printable ASCII only');
}
