import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formNames } from '../../../core/forms/form-names.ts';
import { loadTemplates } from '../../../core/forms/load-templates.ts';
import { type FormTemplate, readTemplates, templateInForce } from '../../../core/forms/template.ts';

const loaded = loadTemplates(resolve(import.meta.dirname, '../../../resources/forms'));
if (!loaded.ok) throw new Error(loaded.error);
const own = loaded.value;

const edition = (effectiveFrom: string, effectiveTo: string | null, change: Partial<FormTemplate> = {}) => ({
  name: `${effectiveFrom}.json`,
  value: {
    ...own.find(({ form }) => form === 'refusal'),
    number: effectiveFrom,
    effectiveFrom,
    effectiveTo,
    ...change,
  },
});
const others = own
  .filter(({ form }) => form !== 'refusal')
  .map((value) => ({ name: `${value.form}.json`, value }));
const read = (...editions: { name: string; value: unknown }[]) => readTemplates([...others, ...editions]);

test('each form has a template today that names its source, and says what nobody has confirmed yet', () => {
  for (const form of formNames) {
    const template = templateInForce(own, form, '2026-11-24');
    expect(template?.source.decree).toContain('03/2025/TT-VPCP');
    expect(template?.source.unconfirmed.length).toBeGreaterThan(0);
  }
});

test('the edition that holds on the day is taken, to its last day and from its first', () => {
  const result = read(edition('2025-09-15', '2026-12-31'), edition('2027-01-01', null));
  if (!result.ok) throw new Error(result.error);
  const on = (day: string) => templateInForce(result.value, 'refusal', day)?.number ?? null;
  expect(on('2025-09-14')).toBeNull();
  expect(on('2025-09-15')).toBe('2025-09-15');
  expect(on('2026-12-31')).toBe('2025-09-15');
  expect(on('2027-01-01')).toBe('2027-01-01');
  expect(on('2099-01-01')).toBe('2027-01-01');
});

test.each([
  [
    'a day without an edition',
    [edition('2025-09-15', '2026-12-30'), edition('2027-01-01', null)],
    'holds on 2026-12-31',
  ],
  [
    'a day with two',
    [edition('2025-09-15', '2027-01-01'), edition('2027-01-01', null)],
    'Two editions of the form refusal hold on 2027-01-01',
  ],
  ['two that both go on', [edition('2025-09-15', null), edition('2027-01-01', null)], 'hold on 2027-01-01'],
  ['an end without a successor', [edition('2025-09-15', '2026-12-31')], 'holds after 2026-12-31'],
  ['no edition at all', [], 'no template of the form refusal'],
  ['an end before its beginning', [edition('2027-01-01', '2026-01-01')], 'effectiveTo'],
])('%s is refused with a sentence', (_case, editions, words) => {
  const result = read(...editions);
  expect(result.ok).toBe(false);
  expect(result.ok ? '' : result.error).toContain(words);
});

test.each([
  ['a field the form does not have', { body: [{ line: '{dueDay}' }] }, 'no field dueDay'],
  ['bold without an end', { body: [{ line: '**{reason}' }] }, 'bold begins'],
  ['a misspelt field in the foot', { foot: ['{hotlin}'] }, 'no field hotlin'],
  [
    'a table of another form',
    {
      body: [
        { table: 'documents', columns: [{ head: 'STT', cell: 'number', width: 8, align: 'left' as const }] },
      ],
    },
    'no table documents',
  ],
  ['a key nobody knows', { colour: 'red' } as Partial<FormTemplate>, 'colour'],
])('%s is refused by its place', (_case, change, words) => {
  const result = read(edition('2025-09-15', null, change));
  expect(result.ok ? '' : result.error).toContain(words);
  expect(result.ok ? '' : result.error).toContain('2025-09-15.json');
});

test('a file that is not JSON is named', () => {
  expect(loadTemplates(join(import.meta.dirname))).toMatchObject({ ok: false });
});
