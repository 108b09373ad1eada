import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOn, parseCatalogue, readShippedCatalogue } from '../../../core/catalogue.ts';
import { faultOfPeriods, inForceOn } from '../../../core/catalogue/versions.ts';

const shipped = readFileSync(new URL('../../../resources/procedures.json', import.meta.url), 'utf8');
const laneLetterOf = (field: string) => (field.startsWith('Hộ tịch') ? 'A' : 'C');
const read = (source: unknown, day = '2026-11-24') =>
  catalogueOn(readShippedCatalogue(source), day, laneLetterOf);
const good = {
  code: '1.000001',
  name: 'Thử nghiệm',
  field: 'Hộ tịch',
  onlineLevel: 'full',
  feeVnd: null,
  feeNote: '',
  timeLimit: '03 ngày',
  documents: [{ name: 'Tờ khai', original: 1, copies: 0, note: '' }],
  legalBasis: [],
  lowConfidenceFields: ['feeVnd'],
};

const until = (effectiveTo: string) => ({ ...good, effectiveTo });
const from = (effectiveFrom: string) => ({ ...good, effectiveFrom, name: 'Thử nghiệm mới' });
const counter = { channel: 'counter', feeVnd: 20_000, feeNote: '', timeLimit: '07 ngày' };

test('the shipped catalogue is read whole, each procedure with its lane', () => {
  const catalogue = read(shipped);
  expect(catalogue.procedures).toHaveLength(54);
  expect(catalogue.find('1.001193')).toMatchObject({ name: 'Đăng ký khai sinh', laneLetter: 'A', feeVnd: 0 });
  expect(catalogue.find('1.004222')?.laneLetter).toBe('C');
  expect(catalogue.find('9.999999')).toBeNull();
  expect(catalogue.summaries).toContainEqual({
    code: '1.004873',
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    onlineLevel: 'full',
    laneLetter: 'A',
    lifeEvents: ['marriage'],
  });
});

test('where a record was found stays out of what screens may see, and what is uncertain stays in', () => {
  const catalogue = read([{ ...good, source: 'somewhere', confidence: 'low' }]);
  expect(catalogue.procedures[0]).not.toHaveProperty('source');
  expect(catalogue.procedures[0]).not.toHaveProperty('confidence');
  expect(catalogue.find('1.000001')?.uncertain).toEqual(['feeVnd']);
});

test.each([
  ['no list', '{"code":1}', 'The catalogue of procedures is not a JSON list.'],
  ['no JSON', '[{', 'The catalogue of procedures is not a JSON list.'],
  [
    'a fee in words',
    [good, { ...good, code: '1.000002', feeVnd: '8.000 đ' }],
    'Procedure 1.000002: feeVnd is wrong',
  ],
  [
    'a bad document',
    [{ ...good, documents: [{ ...good.documents[0], copies: 0.5 }] }],
    'documents.0.copies is wrong',
  ],
  ['no code', [good, { ...good, code: undefined }], 'Procedure number 2: code is wrong'],
  ['no record', [null], 'Procedure number 1: record is wrong'],
  ['the same code twice', [good, good], 'Procedure 1.000001: two versions are in force from'],
  [
    'an overlap of one day',
    [until('2026-12-31'), from('2026-12-31')],
    'Procedure 1.000001: two versions are in force from 2026-12-31 on.',
  ],
  [
    'a gap of one day',
    [until('2026-12-31'), from('2027-01-02')],
    'Procedure 1.000001: no version is in force from 2027-01-01 to 2027-01-01.',
  ],
  [
    'a version that ends before it begins',
    [{ ...good, effectiveFrom: '2027-01-02', effectiveTo: '2027-01-01' }],
    'Procedure 1.000001: effectiveTo (2027-01-01) lies before effectiveFrom (2027-01-02).',
  ],
  ['a day that is none', [{ ...good, effectiveFrom: '2027-02-30' }], 'effectiveFrom is wrong'],
  [
    'a case with a paper nobody asked for',
    [{ ...good, cases: [{ name: 'Ủy quyền', documents: ['Giấy khác'] }] }],
    'cases.0.documents is wrong',
  ],
  ['a channel twice', [{ ...good, channels: [counter, counter] }], 'channels is wrong'],
])('%s is named', (_, source, sentence) => {
  const catalogue = parseCatalogue(source);
  expect(!catalogue.ok && catalogue.error).toContain(sentence);
  expect(() => readShippedCatalogue(source)).toThrow(sentence);
});

test('the version in force is that of the day, to the day', () => {
  const source = [from('2027-03-01'), until('2027-02-28')];
  expect(read(source, '2027-02-28').find('1.000001')?.name).toBe('Thử nghiệm');
  expect(read(source, '2027-03-01').find('1.000001')?.name).toBe('Thử nghiệm mới');
  expect(read(source, '1999-01-01').procedures).toHaveLength(1);
});

test('before its first version and behind its last a procedure is not there', () => {
  const source = [{ ...good, effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31' }];
  const days = ['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'];
  expect(days.map((day) => read(source, day).summaries.length)).toEqual([0, 1, 1, 0]);
});

test('of any days in a row exactly one version is in force on each, whatever order they stand in', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 5 }), day, (borders, asked) => {
      const starts = borders.toSorted();
      const versions = [null, ...starts].map((effectiveFrom, index) => {
        const next = starts[index];
        const eve = next && new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
        return { effectiveFrom, effectiveTo: eve ?? null };
      });
      expect(faultOfPeriods(versions.toReversed())).toBeNull();
      const held = versions.filter((version) => inForceOn([version], asked) !== null);
      expect(held).toEqual([inForceOn(versions, asked)]);
    }),
  );
});

test('fee and time are those of the counter, whatever other ways there are', () => {
  const online = { channel: 'online-self', feeVnd: 10_000, feeNote: '', timeLimit: '05 ngày' };
  const both = read([{ ...good, channels: [online, counter] }]).find('1.000001');
  expect(both).toMatchObject({ feeVnd: 20_000, timeLimit: '07 ngày' });
  expect(read([{ ...good, channels: [online] }]).find('1.000001')).toMatchObject({ feeVnd: 10_000 });
  expect(read([good]).find('1.000001')?.channels).toEqual([
    { channel: 'counter', feeVnd: null, feeNote: '', timeLimit: '03 ngày' },
  ]);
});
