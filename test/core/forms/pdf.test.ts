import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { readerWasm } from '../../../core/cli/reader-wasm.ts';
import { drawForm } from '../../../core/forms/draw-pdf.ts';
import { type FormName, formNames } from '../../../core/forms/form-names.ts';
import type { FormPaper } from '../../../core/forms/form-paper.ts';
import { createFormPress } from '../../../core/forms/form-press.ts';
import { loadTemplates } from '../../../core/forms/load-templates.ts';
import { poppler, pdfText } from './pdf-text.ts';
import { samplePapers } from './sample-papers.ts';

const templates = loadTemplates(resolve(import.meta.dirname, '../../../resources/forms'));
if (!templates.ok) throw new Error(templates.error);
const templateOf = (form: FormName) => {
  const template = templates.value.find((one) => one.form === form);
  if (template === undefined) throw new Error(form);
  return template;
};
const draw = (paper: FormPaper) => drawForm(templateOf(paper.form), paper);
/** Line ends of the paper are no line ends of the text. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

const mm = 72 / 25.4;
/** Every word with its box, by page. */
async function wordBoxes(pdf: Uint8Array) {
  const html = (await poppler('pdftotext', ['-bbox', '-', '-'], pdf)).toString('utf8');
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
        ),
      ].map(([, x1, y1, x2, y2, text = '']) => ({
        left: Number(x1),
        top: Number(y1),
        right: Number(x2),
        bottom: Number(y2),
        text,
      })),
    );
}
async function expectWithinMargins(pdf: Uint8Array) {
  for (const words of await wordBoxes(pdf)) {
    for (const { left, right, top, bottom, text } of words) {
      // The number of the page alone stands in the margin above.
      if (/^\d+\/\d+$/.test(text) && top < 20 * mm) continue;
      expect(left).toBeGreaterThan(30 * mm - 0.5);
      expect(right).toBeLessThan((210 - 15) * mm + 0.5);
      expect(top).toBeGreaterThan(20 * mm - 3);
      expect(bottom).toBeLessThan((297 - 20) * mm + 3);
    }
  }
}

const said: Record<FormName, string[]> = {
  receipt: [
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Thử Bình, ngày 24 tháng 11 năm 2026',
    'Mã hồ sơ: H12.123-261124-0007',
    'Tiếp nhận hồ sơ của: Đặng Đỗ Thị Diễm Phượng Quyền',
    'Địa chỉ: Ấp Đường Đào, xã Hồ Thị Kỷ, tỉnh Cà Mau',
    'Số điện thoại: 0900 000 000',
    'Thư điện tử: phuong.quyen@example.invalid',
    'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
    'Giấy chứng nhận kết hôn của cha mẹ',
    'Số lượng hồ sơ: 01 (bộ)',
    'Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 24/11/2026',
    'Thời gian trả kết quả: 17 giờ 00 phút, ngày 24/11/2026',
    'Phí, lệ phí: 20.000 đồng (đã nộp)',
    'Mã tra cứu: K7QM',
    'quyển số 3, số thứ tự 118',
    'Nguyễn Thị Mẫu',
  ],
  supplement: [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Bản nộp bị rách mất phần ghi ngày sinh',
    'Lý do: Hồ sơ chưa đủ giấy tờ theo danh mục đã niêm yết.',
    'Căn cứ: Điều 16 Luật Hộ tịch 60/2014/QH13',
    'xin liên hệ Nguyễn Thị Mẫu, điện thoại 0290 000 0000',
  ],
  refusal: [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'thuộc thẩm quyền của cơ quan đăng ký cư trú nơi ông/bà thường trú.',
    'Hướng dẫn: Xin bà con đến Công an xã nơi thường trú',
  ],
  apology: [
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Ngày 16/11/2026',
    'hồ sơ mã số H12.123-261124-0007',
    'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 23/11/2026.',
    'Đang chờ kết quả xác minh của nơi cư trú trước đây.',
    '10 giờ 30 phút, ngày 27/11/2026',
    'Giám đốc Trung tâm',
    'Trần Văn Thử',
  ],
};

test.each(formNames)(
  'the %s is one A4 sheet with its fonts in it, and reads back letter by letter',
  async (form) => {
    const pdf = await draw(samplePapers[form]);
    const text = await pdfText(pdf);
    expect(text).toBe(text.normalize('NFC'));
    const words = flat(text);
    for (const part of said[form]) expect(words).toContain(part);
    const info = (await poppler('pdfinfo', ['-'], pdf)).toString();
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:.*\(A4\)/);
    const fonts = (await poppler('pdffonts', ['-'], pdf)).toString().trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/Tinos-\w+ +CID TrueType +Identity-H +yes yes yes/);
    await expectWithinMargins(pdf);
  },
);

test('nothing of whose paper it is stands in what a viewer shows of the file', async () => {
  const info = (await poppler('pdfinfo', ['-'], await draw(samplePapers.receipt))).toString();
  expect(info).toMatch(/Title:\s+Giấy tiếp nhận hồ sơ và hẹn trả kết quả/);
  expect(info).not.toContain('Quyền');
  expect(info).not.toContain('H12');
});

test('what a field does not say leaves no label behind', async () => {
  const { receipt } = samplePapers;
  const bare = { ...receipt, email: null, phone: null, address: null, book: null, fee: null, hotline: null };
  const text = await pdfText(await draw(bare));
  for (const label of ['Thư điện tử', 'Số điện thoại', 'Địa chỉ', 'Vào Sổ', 'Phí, lệ phí', 'Hỏi về hồ sơ'])
    expect(text).not.toContain(label);
  expect(text).toContain('Tiếp nhận hồ sơ của');
});

test.each([
  ['three letters', 'Ngô'],
  ['sixty letters', 'Nguyễn Phước Thị Hoàng Kim Diễm Phượng Quyền Thanh Trúc Quỳnh'],
  ['one word as long as the field', 'Nghiêng'.repeat(17)],
])('a name of %s stays in the margins and whole', async (_case, applicant) => {
  const pdf = await draw({ ...samplePapers.receipt, applicant });
  await expectWithinMargins(pdf);
  expect((await pdfText(pdf)).replace(/\s+/g, '')).toContain(applicant.replace(/\s+/g, ''));
});

test('a reason of 10 kB goes on over pages, with its paragraphs, and none of it is lost', async () => {
  const paragraph = 'Hồ sơ chưa đủ điều kiện vì giấy tờ chứng minh nơi ở hợp pháp đã hết hiệu lực. ';
  const reason = `${paragraph.repeat(30)}\n${paragraph.repeat(60)}`.slice(0, 9_990);
  const pdf = await draw({ ...samplePapers.refusal, reason });
  await expectWithinMargins(pdf);
  const pages = await wordBoxes(pdf);
  expect(pages.length).toBeGreaterThan(2);
  const count = pages.length;
  expect(pages.map((words) => words[0]?.text)).toEqual([
    'UBND',
    ...Array.from({ length: count - 1 }, (_, index) => `${index + 2}/${count}`),
  ]);
  const text = flat((await pdfText(pdf)).replace(/\f?\d+\/\d+\n/g, ''));
  expect(text.split('hết hiệu lực.')).toHaveLength(reason.split('hết hiệu lực.').length);
});

test('sixty papers break between pages: the head of the table stands on each, and every row once', async () => {
  const documents = Array.from({ length: 60 }, (_, index) => ({
    name: `Giấy tờ thứ ${index + 1} ${'về việc xác nhận tình trạng nhà ở '.repeat(index % 5)}`,
    form: 'copy' as const,
    quantity: 2,
    note: index % 7 === 0 ? 'bản in rõ' : null,
  }));
  const pdf = await draw({ ...samplePapers.receipt, documents });
  await expectWithinMargins(pdf);
  const pages = await wordBoxes(pdf);
  expect(pages.length).toBeGreaterThan(2);
  const withRows = pages.filter((words) => words.some(({ text }) => text === 'thứ'));
  for (const words of withRows) expect(words.map(({ text }) => text)).toContain('STT');
  const text = flat(await pdfText(pdf, '-layout'));
  for (const { name } of documents)
    expect(text.split(`${flat(name).slice(0, 14).trim()} `).length).toBeGreaterThan(1);
  expect(pages.at(-1)?.map(({ text: word }) => word)).toContain('Mẫu');
});

test('one row that is higher than a page goes on on the next', async () => {
  const items = [{ name: 'Tờ khai', lack: 'Xin ghi lại cho rõ. '.repeat(49) }];
  const long = {
    ...samplePapers.supplement,
    items: Array.from({ length: 60 }, () => items[0] ?? items) as never,
  };
  await expectWithinMargins(await draw(long));
  const narrow = templateOf('supplement');
  const pdf = await drawForm(
    {
      ...narrow,
      body: [
        {
          table: 'items',
          columns: [
            { head: 'Giấy tờ', cell: 'name', width: 92, align: 'left' },
            { head: 'Cần', cell: 'lack', width: 8, align: 'left' },
          ],
        },
      ],
    },
    { ...samplePapers.supplement, items },
  );
  await expectWithinMargins(pdf);
  const text = flat(await pdfText(pdf));
  expect(text.split('rõ.')).toHaveLength(50);
});

test('the bars and the QR of a code are read by another program, however long the code is', async () => {
  prepareZXingModule({ overrides: { wasmBinary: readerWasm() } });
  for (const dossierCode of [
    'H12.123-261124-0007',
    '000.16.12.H12-230315-0007',
    'ABCDEFGH/0123456789-ABCDEFGHIJ.12345/678',
  ]) {
    const pdf = await draw({ ...samplePapers.receipt, dossierCode });
    const png = await poppler('pdftoppm', ['-r', '200', '-png', '-'], pdf);
    const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode', 'Code128'] });
    expect(Object.fromEntries(found.map(({ format, text }) => [format, text]))).toEqual({
      Code128: dossierCode,
      QRCode: dossierCode,
    });
  }
});

test('any text anybody types is drawn, within the margins, and draws no sign of a missing letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      async (request, applicant) => {
        const pdf = await draw({
          ...samplePapers.receipt,
          request: `x${request}`,
          applicant: `x${applicant}`,
        });
        await expectWithinMargins(pdf);
      },
    ),
    { numRuns: 12 },
  );
});

test('stars and braces in a field are stars and braces', async () => {
  const text = await pdfText(await draw({ ...samplePapers.refusal, reason: 'Mục **3** của {officer}' }));
  expect(text).toContain('Mục **3** của {officer}');
});

test('the press draws in its worker, goes on after a paper it cannot draw, and comes back when it was stopped', async () => {
  const press = createFormPress();
  const template = templateOf('refusal');
  const broken = { ...template, body: null } as never;
  await expect(press.pdf(broken, samplePapers.refusal).then(() => 'drawn')).rejects.toThrow(
    'the form could not be drawn',
  );
  const [first, second] = await Promise.all([
    press.pdf(template, samplePapers.refusal),
    press.pdf(templateOf('receipt'), samplePapers.receipt),
  ]);
  expect(await pdfText(first)).toContain('PHIẾU TỪ CHỐI');
  expect(await pdfText(second)).toContain('GIẤY TIẾP NHẬN');
  await press.close();
  expect((await press.pdf(template, samplePapers.refusal)).length).toBeGreaterThan(10_000);
  await press.close();
});
