import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../../core/catalogue/search/plain.ts';
import { createSearch } from '../../../core/catalogue/search/search.ts';
import everyday from '../../../resources/everyday-words.json' with { type: 'json' };
import procedures from '../../../resources/procedures.json' with { type: 'json' };

const search = createSearch(procedures, everyday);
const firstFor = (typed: string) => search(typed, 1)[0]?.name;

test('marks, case and punctuation do not matter', () => {
  expect(plain('  Cấp ĐỔI: Giấy phép   lái xe ')).toBe('cap doi giay phep lai xe');
  expect(plain('Trường'.normalize('NFD'))).toBe(plain('Trường'.normalize('NFC')));
  expect(firstFor('ĐĂNG KÝ KHAI SINH')).toBe('Đăng ký khai sinh');
  expect(search('Đăng ký kết hôn'.normalize('NFD'))).toEqual(search('Đăng ký kết hôn'));
});

test.each([
  ['a letter doubled', 'khai sinhh', 'Đăng ký khai sinh'],
  ['a letter missing', 'dang ki tam tu', 'Đăng ký tạm trú'],
  ['letters swapped', 'dang ky kte hon', 'Đăng ký kết hôn'],
  ['a neighbouring key', 'dang ky thuonh tru', 'Đăng ký thường trú'],
  ['keys of Telex', 'dawng kys taamj trus', 'Đăng ký tạm trú'],
  ['keys of VNI', 'd9a8ng ky1 ta5m tru1', 'Đăng ký tạm trú'],
  ['the key of the đ behind the word', 'dangd ky ket hon', 'Đăng ký kết hôn'],
  ['no space', 'tach ho', 'Tách hộ'],
  ['no space at all', 'khaisinh', 'Đăng ký khai sinh'],
  ['as the south says it', 'tach thuwa dat', 'Tách thửa hoặc hợp thửa đất'],
  ['words in another order', 'hộ tách', 'Tách hộ'],
  ['a word not finished', 'đăng ký giám h', 'Đăng ký giám hộ'],
])('%s still finds it: %j', (_, typed, name) => {
  expect(firstFor(typed)).toBe(name);
});

test.each([
  ['giấy độc thân', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
  ['giay chung tu', 'Đăng ký khai tử'],
  ['khai sanh', 'Đăng ký khai sinh'],
  ['xin nhập hộ khẩu cho vợ', 'Đăng ký thường trú'],
  ['bang lai', 'Đổi giấy phép lái xe'],
  ['mất bằng lái rồi', 'Cấp lại giấy phép lái xe (mất)'],
  [
    'sổ đỏ',
    'Đăng ký đất đai, tài sản gắn liền với đất lần đầu; cấp Giấy chứng nhận cho cá nhân, hộ gia đình',
  ],
  ['cà vẹt xe', 'Đăng ký, cấp biển số xe lần đầu (mô tô, xe gắn máy) tại Công an cấp xã'],
  ['doi cccd', 'Cấp đổi thẻ căn cước'],
])('people say %j and mean %j', (typed, name) => {
  expect(firstFor(typed)).toBe(name);
});

test('a saying is found with a slip in it and with other words between its own', () => {
  expect(firstFor('giay docc thaan')).toBe('Cấp Giấy xác nhận tình trạng hôn nhân');
  expect(firstFor('mở cái tiệm')).toBe('Đăng ký thành lập hộ kinh doanh');
});

test.each(['1.004873', '1004873', '004873', '1.004873.000.00.00.H12'])('a code is found as %j', (typed) => {
  expect(firstFor(typed)).toBe('Cấp Giấy xác nhận tình trạng hôn nhân');
});

test('a field finds its procedures', () => {
  for (const field of new Set(procedures.map((procedure) => procedure.field))) {
    const own = procedures.filter((procedure) => procedure.field === field);
    expect(search(field)).toEqual(expect.arrayContaining(own));
  }
});

test('nothing typed, or something unheard of, finds nothing', () => {
  for (const typed of ['', '   ', '?!', 'xyzzy', '123']) expect(search(typed)).toEqual([]);
});

test('a catalogue without the procedures of the sayings does not mention them', () => {
  const few = createSearch(
    procedures.filter(({ field }) => field === 'Đất đai'),
    everyday,
  );
  expect(few('khai sanh')).toEqual([]);
  expect(createSearch([], everyday)('khai sinh')).toEqual([]);
});

test('an exact name comes first, with or without marks, also among names that begin with it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...procedures), fc.boolean(), (procedure, isBare) => {
      const longer = procedures.map((one) => ({
        ...one,
        code: `9${one.code}`,
        name: `${one.name} lưu động`,
      }));
      const both = createSearch([...longer, ...procedures], everyday);
      expect(both(isBare ? plain(procedure.name) : procedure.name)[0]).toBe(procedure);
    }),
    { numRuns: 40 },
  );
});

test('two names that differ in their marks only: the one typed comes first', () => {
  const twins = ['Đăng ký bàn', 'Đăng ký bán', 'Đăng ký bản'].map((name, at) => ({
    code: `1.00000${at}`,
    name,
    field: 'Thử',
  }));
  const among = createSearch(twins, everyday);
  for (const twin of twins) expect(among(twin.name)[0]).toBe(twin);
});

test('every procedure is found by any beginning of its name', () => {
  fc.assert(
    fc.property(fc.constantFrom(...procedures), fc.nat(), (procedure, cut) => {
      const bare = plain(procedure.name);
      expect(search(bare.slice(0, 1 + (cut % bare.length)))).toContain(procedure);
    }),
  );
});

test('any text has an answer, the same each time, each procedure once, and no more than asked for', () => {
  const syllables = [
    'khai',
    'sinh',
    'dawng',
    'ky1',
    'sổ',
    'đỏ',
    '1.004',
    'xin',
    'ﬁ',
    '\u0301',
    'İ',
    '𝕏',
    '__proto__',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...syllables), { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  const again = createSearch(procedures, everyday);
  fc.assert(
    fc.property(text, fc.nat(60), (typed, limit) => {
      const found = search(typed);
      expect(again(typed)).toEqual(found);
      expect(new Set(found).size).toBe(found.length);
      expect(search(typed, limit)).toEqual(found.slice(0, limit));
    }),
  );
});

test('the list of sayings is long, says nothing twice, and means procedures that there are', () => {
  const known = new Set(procedures.map(({ code }) => code));
  const said = everyday.sayings.map(({ say }) => say);
  expect(said.length).toBeGreaterThanOrEqual(150);
  expect(new Set(said).size).toBe(said.length);
  expect(everyday.sayings.flatMap(({ codes }) => codes).filter((code) => !known.has(code))).toEqual([]);
});
