import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCatalogue, parseCatalogue } from '../../../core/catalogue.ts';

const shipped = readFileSync(new URL('../../../resources/procedures.json', import.meta.url), 'utf8');
const laneLetterOf = (field: string) => (field.startsWith('Hộ tịch') ? 'A' : 'C');
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

test('the shipped catalogue is read whole, each procedure with its lane', () => {
  const catalogue = createCatalogue(shipped, laneLetterOf);
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
  });
});

test('where a record was found stays out of what screens may see, and what is uncertain stays in', () => {
  const catalogue = createCatalogue([{ ...good, source: 'somewhere', confidence: 'low' }], laneLetterOf);
  expect(Object.keys(catalogue.procedures[0] ?? {}).toSorted()).toEqual(
    [
      'code',
      'documents',
      'feeNote',
      'feeVnd',
      'field',
      'laneLetter',
      'legalBasis',
      'name',
      'onlineLevel',
    ].concat(['timeLimit', 'uncertain']),
  );
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
  ['the same code twice', [good, good], 'Procedure 1.000001: code stands in the catalogue twice.'],
])('%s is named', (_, source, sentence) => {
  const catalogue = parseCatalogue(source, laneLetterOf);
  expect(!catalogue.ok && catalogue.error).toContain(sentence);
  expect(() => createCatalogue(source, laneLetterOf)).toThrow(sentence);
});
