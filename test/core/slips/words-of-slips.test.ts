import { expect, test } from 'vitest';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import type { Slip } from '../../../core/slips/slip.ts';
import type { SlipLine } from '../../../core/slips/slip-lines.ts';
import { sampleSlips, slipKinds } from './sample-slips.ts';
import { wordsOfLines } from './words-of-lines.ts';

const wordsOf = (slip: Slip) => wordsOfLines(linesOfSlip(slip)).replaceAll('\u00a0', ' ');
const { preparation, receipt, help, 'end-of-day': endOfDay } = sampleSlips;

test('a preparation slip is a list to tick off, then each way to hand in with its fee and time', () => {
  expect(wordsOf(preparation)).toBe(
    [
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Phường Thử Nghiệm, tỉnh Cà Mau',
      'Phiếu hướng dẫn chuẩn bị hồ sơ',
      'Đăng ký khai sinh',
      'Mã thủ tục: 1.001193',
      'Giấy tờ cần mang theo',
      '[ ] Giấy chứng sinh',
      '1 bản chính',
      'Không có thì mang văn bản của người làm chứng.',
      '[ ] Tờ khai đăng ký khai sinh',
      '1 bản chính',
      'Lấy tại quầy hoặc điền trên mạng.',
      '[ ] Căn cước của cha, mẹ',
      '1 bản chính, 1 bản sao',
      '[ ] Giấy chứng nhận kết hôn, nếu cha mẹ đã đăng ký kết hôn',
      '1 bản sao',
      'Các cách nộp',
      'Tự nộp qua mạng',
      'Lệ phí: không mất tiền',
      'Thời hạn: trong ngày; nhận sau 15 giờ thì ngày làm việc sau',
      'Nộp tại quầy',
      'Lệ phí: 8.000 đ. Thu thêm khi xin bản sao, 8.000 đ mỗi bản.',
      'Thời hạn: trong ngày; nhận sau 15 giờ thì ngày làm việc sau',
      'Gửi qua bưu điện',
      'Lệ phí: hỏi tại quầy',
      'Thời hạn: 3 ngày làm việc',
      'Có chỗ trong phiếu này còn chờ trung tâm xác nhận. Trước khi nộp, bà con hỏi lại cán bộ giúp.',
      'Quét mã để làm tiếp trên điện thoại',
      'Cần hỏi thêm, xin gọi 0290 000 000',
      'Phiếu này giúp bà con chuẩn bị giấy tờ, chưa phải là đã nộp hồ sơ.',
      'In lúc 08:35, 24/11/2026',
    ].join('\n'),
  );
});

test('a preparation slip leaves out what is not known', () => {
  const words = wordsOf({
    ...preparation,
    documents: [{ name: 'Tờ khai', original: 0, copies: 0, note: null }],
    channels: [],
    isUncertain: false,
    continueCode: null,
    hotline: null,
  });
  expect(words).toContain('[ ] Tờ khai\nPhiếu này');
  expect(words).not.toMatch(/bản|Các cách|xác nhận|Quét|gọi|null|undefined/);
  expect(wordsOf({ ...preparation, documents: [] })).not.toContain('Giấy tờ cần mang theo');
});

/** Mẫu 01 of Thông tư 03/2025/TT-VPCP, Phụ lục I, in the order of its fields. */
test('a receipt has the fields of the official form in their order', () => {
  const fields = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'UBND PHƯỜNG THỬ NGHIỆM',
    'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    'Mã hồ sơ: H12.242-261124-0042',
    'Thử Nghiệm, ngày 24 tháng 11 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Cơ quan tiếp nhận: Trung tâm Phục vụ hành chính công phường Thử Nghiệm',
    'Tiếp nhận hồ sơ của: Nguyễn Thị Ướt',
    'Số định danh: …4321',
    'Địa chỉ: Số 12, ấp Mẫu, phường Thử Nghiệm, tỉnh Cà Mau',
    'Điện thoại: 0900 000 000',
    'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
    'Thành phần hồ sơ nộp gồm:',
    '1. Giấy chứng sinh',
    '1 bản chính',
    '3. Giấy chứng nhận kết hôn của cha mẹ',
    '1 bản sao chứng thực',
    'đã đối chiếu bản chính',
    'Số lượng: 1 bộ',
    'Thời gian giải quyết theo quy định: trong ngày làm việc',
    'Thời gian nhận hồ sơ: 08 giờ 52 phút, thứ Ba, 24/11/2026',
    'Thời gian trả kết quả',
    '16 giờ 30 phút',
    'thứ Ba, 24/11/2026',
    'Đăng ký nhận kết quả: tại trung tâm',
    'Phí, lệ phí: 8.000 đ – đã nộp',
    'Vào Sổ theo dõi hồ sơ: quyển số 3, số thứ tự 118',
    'NGƯỜI NỘP HỒ SƠ',
    'Nguyễn Thị Ướt',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Lê Thị Mẫu',
    'Mã tra cứu',
    'K7QX',
    'Giữ phiếu hoặc chụp ảnh: giấy nhiệt phai.',
  ];
  const lines = wordsOf(receipt).split('\n');
  let at = -1;
  for (const field of fields) {
    const next = lines.indexOf(field, at + 1);
    expect(next, `"${field}" after "${lines[at]}"`).toBeGreaterThan(at);
    at = next;
  }
  expect(wordsOf({ ...receipt, email: 'a@motcua.example' })).toContain('Email: a@motcua.example');
});

test('the dossier code stands on a receipt in letters, as a barcode and as a QR code', () => {
  const flat = linesOfSlip(receipt).flatMap((line) =>
    line.kind === 'columns' ? line.columns.flat() : [line],
  );
  const content = receipt.dossierCode;
  expect(flat).toContainEqual({ kind: 'barcode', content });
  expect(flat).toContainEqual({ kind: 'qr', content });
});

test('the day the result is due is the largest on a receipt, also where there are two', () => {
  const large = (slip: Slip) =>
    linesOfSlip(slip).flatMap((line) => (line.kind === 'text' && line.size === 'heading' ? [line.text] : []));
  const due = ['16\u00a0giờ\u00a030\u00a0phút', 'thứ\u00a0Ba, 24/11/2026'];
  expect(large(receipt)).toEqual(due);
  const second = ['16\u00a0giờ\u00a030\u00a0phút', 'thứ\u00a0Tư, 25/11/2026'];
  expect(large({ ...receipt, secondDueAt: receipt.dueAt + 86_400_000 })).toEqual([...due, ...second]);
});

test('a help slip says where to go before all else', () => {
  const words = wordsOf(help);
  expect(words.indexOf('Bàn hướng dẫn cạnh cửa ra vào')).toBeLessThan(words.indexOf('A012'));
  expect(words).toContain('Đang làm: Tự nộp hồ sơ đăng ký khai sinh qua mạng\nĐến bước: Đăng nhập VNeID');
  expect(wordsOf({ ...help, number: null, step: null })).not.toMatch(/SỐ THỨ TỰ|Đến bước|null/);
});

test('a test slip holds all 134 letters of Vietnamese beyond plain Latin', () => {
  const letters = new Set(wordsOf(sampleSlips.test));
  const alphabet = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
  const all = Array.from(alphabet + alphabet.toLocaleUpperCase('vi'));
  expect(all).toHaveLength(134);
  expect(all.filter((letter) => !letters.has(letter))).toEqual([]);
});

test('the book of the day adds its lanes up', () => {
  expect(wordsOf(endOfDay)).toContain(
    'E – Trả kết quả\n3 3 0 0 0 –\nCả ngày\n62 56 3 1 2 \nPhiếu trong ngày\nĐã in: 61\nIn lỗi: 1\nBỏ đi: 0',
  );
  expect(wordsOf(endOfDay)).toContain('thứ Ba, 24/11/2026');
  expect(wordsOf({ ...endOfDay, lanes: [] })).toContain('Không có số nào trong ngày.');
});

test.each(slipKinds.filter((kind) => kind !== 'receipt'))(
  'a %s slip cannot be taken for an official form',
  (kind) => {
    const lines = linesOfSlip(sampleSlips[kind]);
    expect(wordsOfLines(lines)).not.toMatch(
      /cộng hòa|độc lập|tiếp nhận hồ sơ|hẹn trả|người nộp|\bký,|mẫu số|mã hồ sơ/i,
    );
    const official: SlipLine['kind'][] = ['underline', 'barcode', 'columns'];
    expect(lines.filter(({ kind: of }) => official.includes(of))).toEqual([]);
  },
);

test('the same words would be found on the receipt', () => {
  expect(wordsOf(receipt)).toMatch(/CỘNG HÒA[^]*Độc lập[^]*Mã hồ sơ[^]*HẸN TRẢ[^]*NGƯỜI NỘP/);
});
