import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createLooker } from '../../../core/card/look.ts';
import { prepareQrReader } from '../../../core/card/read-qr.ts';
import { type Bitmap, isBlack, paperWidths } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { centred, type SlipLine } from '../../../core/slips/slip-lines.ts';
import { ticketSlipLines } from '../../../core/slips/ticket-slip.ts';
import { blackInColumns } from './dots.ts';
import { sampleSlip } from './sample-slip.ts';

beforeAll(async () => {
  const file = new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url);
  await prepareQrReader({ wasmBinary: new Uint8Array(readFileSync(file)).buffer });
});

function rgba(bitmap: Bitmap) {
  const { widthDots: width, heightDots: height } = bitmap;
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let dot = 0; dot < width * height; dot++) {
    if (isBlack(bitmap, dot % width, Math.floor(dot / width))) data.fill(0, 4 * dot, 4 * dot + 3);
  }
  return { data, width, height };
}
const blackOf = (bitmap: Bitmap) => blackInColumns(bitmap, 0, bitmap.widthDots);

test.each(paperWidths)(
  'on paper of %i dots a decoder nobody here wrote reads the address off the slip',
  async (width) => {
    const bitmap = await drawSlip(ticketSlipLines(sampleSlip), width);
    expect(bitmap.widthDots).toBe(width);
    expect(bitmap.bits).toHaveLength((width / 8) * bitmap.heightDots);
    const { text } = await createLooker({ budgetMs: Infinity }).look(rgba(bitmap));
    expect(text).toBe(sampleSlip.statusCode);
  },
);

test.each(paperWidths)(
  'on paper of %i dots nothing reaches the edges, however long the texts',
  async (width) => {
    const long = 'Trung tâm phục vụ hành chính công '.repeat(3).trim();
    const slip = {
      ...sampleSlip,
      number: 'H99999',
      unit: 'W'.repeat(120),
      laneName: long,
      errand: long,
    };
    const bitmap = await drawSlip(
      ticketSlipLines({ ...slip, counters: Array(12).fill('Quầy tiếp nhận 12') }),
      width,
    );
    expect(blackInColumns(bitmap, 0, 5) + blackInColumns(bitmap, width - 5, width)).toBe(0);
    expect(blackOf(bitmap)).toBeGreaterThan(10_000);
  },
);

test('decomposed letters are drawn as the composed ones are, dot by dot', async () => {
  const names = 'Nguyễn Thị Ướt ẪỖỂẬỰ';
  const composed = await drawSlip([centred(names.normalize('NFC'), 'body', 'medium')], 576);
  expect(await drawSlip([centred(names.normalize('NFD'), 'body', 'medium')], 576)).toEqual(composed);
});

test('every letter of the alphabet has a shape of its own, so none falls back to an empty box', async () => {
  const alphabet =
    'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
  const letters = Array.from(alphabet + alphabet.toLocaleUpperCase('vi'));
  const shapes = new Set<string>();
  for (const letter of letters) {
    const { bits } = await drawSlip([centred(letter, 'heading', 'medium')], 384);
    shapes.add(Buffer.from(bits).toString('base64'));
  }
  expect(shapes.size).toBe(letters.length);
});

test('the marks of the tallest and the deepest letters are whole', async () => {
  for (const weight of ['medium', 'bold'] as const) {
    const alone = await drawSlip([centred('Ẫ', 'heading', weight)], 576);
    const between: SlipLine[] = [centred('Ẫ', 'heading', weight), centred('gự', 'heading', weight)];
    const below = await drawSlip([centred('gự', 'heading', weight)], 576);
    // Were a line to cover the one before it, dots would be missing here.
    expect(blackOf(await drawSlip(between, 576))).toBe(blackOf(alone) + blackOf(below));
    const firstRow = blackInColumns({ ...alone, heightDots: 1 }, 0, 576);
    expect(firstRow).toBe(0);
  }
});

test('a QR code holds nothing but printable ASCII', async () => {
  await expect(drawSlip([{ kind: 'qr', content: 'Nguyễn Văn A' }], 576)).rejects.toThrow('ASCII');
});
