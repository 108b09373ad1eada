import { z } from 'zod';
import { head, moment, name } from './fields.ts';
import { centred, heavyRule, leftAligned, lightRule, type SlipLine, smallGap } from './slip-lines.ts';
import { headLines, momentText } from './slip-words.ts';

/** Shows a technician the printer's width, its letters and its cutter. */
export const testSlip = z.strictObject({
  kind: z.literal('test'),
  ...head,
  printerName: name,
  printerAddress: name,
  model: name,
  printedAt: moment,
});
export type TestSlip = z.infer<typeof testSlip>;

/** The letters of Vietnamese that plain Latin has not, and the rest of its alphabet. */
const lowerCase =
  'aàáảãạ ăằắẳẵặ âầấẩẫậ bcdđ eèéẻẽẹ êềếểễệ gh iìíỉĩị klmn oòóỏõọ ôồốổỗộ ơờớởỡợ pqrst uùúủũụ ưừứửữự vx yỳýỷỹỵ';

export function testSlipLines(slip: TestSlip): SlipLine[] {
  return [
    { kind: 'ruler' },
    smallGap,
    ...headLines(slip),
    heavyRule,
    smallGap,
    centred('Phiếu in thử', 'title', 'bold'),
    smallGap,
    { kind: 'row', label: 'Máy in', value: slip.printerName },
    { kind: 'row', label: 'Địa chỉ', value: slip.printerAddress },
    { kind: 'row', label: 'Kiểu máy', value: slip.model },
    { kind: 'row', label: 'Lúc', value: momentText(slip.printedAt) },
    ...part('Thước phải chạm cả hai mép giấy. Thiếu vạch cuối: sai khổ giấy.', []),
    ...part('Mọi dấu phải rõ:', [
      leftAligned(lowerCase, 'body', 'medium'),
      leftAligned(lowerCase.toLocaleUpperCase('vi'), 'body', 'medium'),
    ]),
    ...part('Cỡ chữ nhỏ nhất phải đọc được:', [
      leftAligned('Nguyễn Thị Ướt, 0123456789, ẮẰẲẴẶ ỄỆỂ ỖỘỔ ỮỰỬ', 'note', 'medium'),
    ]),
    ...part('Tiếng Khmer:', [leftAligned('ភាសាខ្មែរ សូមស្វាគមន៍', 'title', 'medium')]),
    ...part('Nền đen phải đều, không có vệt trắng:', [smallGap, { kind: 'bar', text: 'NỀN ĐEN' }]),
    ...part('Điện thoại phải đọc được mã:', [{ kind: 'qr', content: 'MC1:print-test' }]),
    lightRule,
    smallGap,
    centred('Hết phiếu. Dao phải cắt dưới dòng này.', 'note', 'medium'),
  ];
}

function part(title: string, lines: SlipLine[]): SlipLine[] {
  return [smallGap, lightRule, smallGap, leftAligned(title, 'note', 'bold'), ...lines];
}
