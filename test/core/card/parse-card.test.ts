import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseCard } from '../../../core/card/parse-card.ts';

const sampleFile = z.object({
  assumedToday: z.string(),
  samples: z.array(
    z.object({
      name: z.string(),
      payload: z.string(),
      valid: z.boolean(),
      severity: z.string().optional(),
      expect: z.looseObject({}).optional(),
      expectExtra: z.looseObject({}).optional(),
      flags: z.array(z.string()).optional(),
      repairedPayload: z.string().optional(),
    }),
  ),
});
// Not imported as a module: bundlers refuse its unpaired surrogate.
const file = new URL('../identity-card-samples.json', import.meta.url);
const { assumedToday, samples } = sampleFile.parse(JSON.parse(readFileSync(file, 'utf8')));

test.each(samples.filter(({ valid }) => valid))('the valid sample $name reads as its card', (sample) => {
  expect(parseCard(sample.payload, assumedToday)).toEqual({
    outcome: 'card',
    card: { ...sample.expect, ...sample.expectExtra },
    flags: sample.flags ?? [],
  });
});

test.each(samples.filter(({ severity }) => severity === 'review'))(
  'the doubtful sample $name goes to a person, with a repair only where it is exact',
  (sample) => {
    const reading = parseCard(sample.payload, assumedToday);
    expect(reading.outcome).toBe('review');
    if (reading.outcome !== 'review') return;
    expect(reading.reasons.length).toBeGreaterThan(0);
    expect(reading.repairedPayload).toBe(sample.repairedPayload);
  },
);

test.each(samples.filter(({ severity }) => severity === 'reject'))(
  'the sample $name is not a card',
  (sample) => {
    expect(parseCard(sample.payload, assumedToday).outcome).toBe('not-a-card');
  },
);

const today = '2026-12-31';
const sound = '096088990039|000000039|Trương Ngọc Nghĩa|07041988|Nam|Khóm 4, Ấp Trại, Cà Mau|15092023';
const withField = (index: number, value: string) => sound.split('|').with(index, value).join('|');

test.each([
  ['https://vneid.gov.vn/qr?x=1', 'web-address'],
  ['P<VNMNGUYEN<<VAN<MAU<<<<<<<<<<<<<<<<<<<<<<<<<\nB1234567<8VNM9005055M3001017', 'passport'],
  ['000000034', 'old-id-card'],
  ['0123456789|4e67c3b42056c4836e|1990|1|392044', 'health-insurance'],
  ['00020101021238540010A00000072701240006970400', 'payment-code'],
  ['sổ hồng', 'unknown'],
  ['999999999999', 'unknown'],
  ['0'.repeat(1025), 'unknown'],
  [sound.slice(0, 40), 'damaged'],
])('%j is recognised as something else', (text, what) => {
  expect(parseCard(text, today)).toEqual({ outcome: 'not-a-card', what });
});

test.each([
  [withField(0, '096188990039'), 'gender-mismatch'],
  [withField(3, '07041989'), 'birth-year-mismatch'],
  [withField(3, '00041988'), 'birth-date-incomplete'],
  [withField(6, '01012027'), 'issued-in-future'],
  [withField(6, '31022020'), 'issue-date-invalid'],
  [`${sound}|12345||||`, 'cancelled-number-invalid'],
  [`${sound}||Lê V?n Cha||`, 'parent-name-damaged'],
  [withField(5, '+84 Hà Nội'), 'address-damaged'],
  [withField(2, 'Trng Ngc Ngha'), 'name-damaged'],
])('%j is shown to a person because of %s', (text, reason) => {
  const reading = parseCard(text, today);
  expect(reading.outcome === 'review' && reading.reasons).toContain(reason);
});

test.each([
  ['a lost letter', 'Ngô V?n Chuẩn', 'Nam'],
  ['a spoilt gender', 'Ngo Van Chuan', 'nAM'],
])('%s makes all words untrustworthy but none of the digits', (_, name, gender) => {
  const text = withField(2, name).split('|').with(4, gender).join('|');
  const reading = parseCard(text, today);
  expect(reading.outcome === 'review' && reading.card).toEqual({
    number: '096088990039',
    oldId: '000000039',
    gender: 'male',
    dateOfBirth: '1988-04-07',
    issuedOn: '2023-09-15',
  });
});

test('letters typed as the bytes of their UTF-8 are put back for a person to accept', () => {
  const typed = sound.replace(/[^\x20-\x7e]/g, (letter) =>
    Array.from(new TextEncoder().encode(letter), (byte) => `0${byte}`).join(''),
  );
  expect(typed).toContain('Ng022501870141c');
  const reading = parseCard(typed, today);
  expect(reading.outcome === 'review' && reading).toMatchObject({
    reasons: ['typed-as-bytes'],
    repairedPayload: sound,
  });
});

test('a room number is not taken for a letter', () => {
  const reading = parseCard(withField(5, 'P224, 272 Lê Lợi, Cà Mau'), today);
  expect(reading.outcome === 'card' && reading.card.address).toBe('P224, 272 Lê Lợi, Cà Mau');
});

test('on the Vietnamese keyboard layout the numbers and dates are told back and the words are not', () => {
  const keys = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const typed = sound.replace(/[0-9]/g, (digit) => keys[Number(digit)] ?? '');
  expect(parseCard(typed, today)).toEqual({
    outcome: 'review',
    reasons: ['digits-as-letters'],
    card: {
      number: '096088990039',
      oldId: '000000039',
      gender: 'male',
      dateOfBirth: '1988-04-07',
      issuedOn: '2023-09-15',
    },
  });
});

test.each(["H'Bŭt Niê K’Đăm", 'Ơ̆n Y-Bih', 'LÊ THỊ TÁM', 'Lý'])('%s is a name', (name) => {
  const reading = parseCard(withField(2, name), today);
  expect(reading.outcome === 'card' && reading.card.fullName).toBe(name.normalize('NFC'));
});

test('marks piled on one letter are refused, for they would run over the paper', () => {
  expect(parseCard(withField(2, 'Ngo\u0301\u0301\u0301\u0301 An'), today).outcome).toBe('not-a-card');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1100 }),
  fc.string({
    unit: fc.constantFrom('|', '0', '9', 'N', 'a', 'm', 'ữ', '~', ' ', '\u0301', '\r', '\ud83d'),
    maxLength: 300,
  }),
  fc
    .tuple(fc.nat({ max: 6 }), fc.string({ unit: 'binary', maxLength: 40 }))
    .map(([at, text]) => withField(at, text)),
  fc
    .tuple(fc.nat({ max: sound.length }), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
    .map(([at, text]) => sound.slice(0, at) + text + sound.slice(at)),
);

test('no text makes the reader throw, and none gives a card with a control sign or a pipe in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = parseCard(text, today);
      if (reading.outcome === 'not-a-card') return;
      for (const value of Object.values(reading.card)) expect(value ?? '').not.toMatch(/[\p{C}|<>]/u);
      expect(JSON.stringify(reading).isWellFormed()).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const syllable = fc.constantFrom(
  'Ngô',
  'Văn',
  'Thị',
  'Ánh',
  'Đường',
  "H'Bŭt",
  'Y-Brŏ',
  'Quỳnh',
  'Nguyễn',
  'Ướt',
  'Lý',
  'Ơ̆n',
);
const name = fc
  .array(syllable, { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' ').normalize('NFC'));
const place = fc.constantFrom(
  'Ấp 3',
  '12/4B Đường Thử',
  'Tổ 5',
  'P.3',
  'Khu phố (cũ)',
  'Cà Mau',
  'Bà Rịa - Vũng Tàu',
  '',
);
const address = fc.array(place, { maxLength: 5 }).map((parts) => parts.join(', ').trim());
const isoDay = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
const onCard = (day: string) => day.split('-').toReversed().join('');
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const card = fc
  .record({
    placeCode: fc.constantFrom('001', '079', '096'),
    serial: digits(6),
    oldId: fc.option(digits(9)),
    fullName: name,
    dateOfBirth: isoDay('1900-01-01', '2020-12-31'),
    gender: fc.constantFrom('male' as const, 'female' as const),
    address,
    issuedOn: isoDay('2021-01-01', today),
  })
  .map(({ placeCode, serial, ...fields }) => {
    const year = Number(fields.dateOfBirth.slice(0, 4));
    const century = 2 * Math.floor((year - 1900) / 100) + (fields.gender === 'female' ? 1 : 0);
    return { number: `${placeCode}${century}${fields.dateOfBirth.slice(2, 4)}${serial}`, ...fields };
  });

test('every well formed card is read back whole, composed or decomposed, with any suffix', () => {
  const affixes = fc.tuple(
    fc.constantFrom('', ']Q1'),
    fc.constantFrom('', '|', '||||'),
    fc.constantFrom('', '\r', '\n', '\r\n', '\t'),
  );
  fc.assert(
    fc.property(card, affixes, fc.constantFrom('NFC', 'NFD'), (wanted, [prefix, tail, suffix], form) => {
      const { number, oldId, fullName, dateOfBirth, gender, address: home, issuedOn } = wanted;
      const sex = gender === 'male' ? 'Nam' : 'Nữ';
      const fields = [number, oldId ?? '', fullName, onCard(dateOfBirth), sex, home, onCard(issuedOn)].join(
        '|',
      );
      const reading = parseCard(`${prefix}${(fields + tail).normalize(form)}${suffix}`, today);
      expect(reading).toEqual({ outcome: 'card', card: wanted, flags: home === '' ? ['address-empty'] : [] });
    }),
    { numRuns: 500 },
  );
});

test('a number of somebody not yet born is named as what is wrong, beside the disagreement that follows from it', () => {
  const reading = parseCard(
    '079290990034|000000034|Ngô Văn Chuẩn|05051990|Nam|9 Đường Thử, Phường 1, Quận 5|20052021',
    '2026-12-31',
  );
  expect(reading).toMatchObject({ outcome: 'review', reasons: ['century-mismatch', 'number-impossible'] });
});

test.each([
  ['Nguyễn Văn Quytx', true],
  ['Trần Thị Maij', true],
  ['Đặng Đỗ Thị Diễm Phượng Quyền', false],
  // Names of minority peoples end in letters that Vietnamese syllables do not.
  ["H'Hen Niê", false],
  ['Y Bhăm Kpă', false],
  ['Ksor Blơr', false],
  ['Siu Bris', false],
  ['Đinh Jơng', false],
])('%s is a name to look at: %s, and never one to refuse', (fullName, isUnusual) => {
  const reading = parseCard(
    `079085990001|000000001|${fullName}|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu|15062021`,
    '2026-12-31',
  );
  expect(reading).toMatchObject(
    isUnusual
      ? { outcome: 'review', reasons: ['name-unusual'], card: { fullName } }
      : { outcome: 'card', card: { fullName } },
  );
});
