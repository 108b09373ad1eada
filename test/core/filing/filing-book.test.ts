import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readFilingBook } from '../../../core/filing/filing-book.ts';

type Rules = { portals: { url: string | null; pages: { step: string; signs: string[] }[] }[] };
const read = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../resources', name), 'utf8'));
const files = () => ({
  journeys: read('journeys.json') as { portal: { url: string }; journeys: { phone: unknown[] } },
  portalRules: read('portal-rules.json') as Rules,
});

test('the real portal has no rules yet, so no kiosk opens it; the stand-in has, on its own host alone', () => {
  const real = readFilingBook(files(), null);
  expect(real).toMatchObject({
    ok: true,
    value: {
      portalUrl: 'https://dichvucong.gov.vn/',
      portal: { url: 'https://dichvucong.gov.vn/', pages: [] },
    },
  });
  const standIn = readFilingBook(files(), 'http://127.0.0.1:4900');
  expect(standIn).toMatchObject({
    ok: true,
    value: { portal: { url: 'http://127.0.0.1:4900', hosts: ['127.0.0.1:4900'] } },
  });
});

test('a mistake in the data is told by file and place', () => {
  const noSteps = files();
  noSteps.journeys.journeys.phone = [];
  expect(readFilingBook(noSteps, null)).toEqual({
    ok: false,
    error: 'journeys.json: journeys.phone is wrong (must have a step).',
  });
  const plainHttp = files();
  plainHttp.journeys.portal.url = 'http://dichvucong.gov.vn/';
  expect(readFilingBook(plainHttp, null)).toMatchObject({ error: expect.stringContaining('portal.url') });

  const wrongStep = files();
  const pageOf = (rules: Rules) => rules.portals.find(({ url }) => url === null)?.pages[0];
  Object.assign(pageOf(wrongStep.portalRules) ?? {}, { step: 'nowhere' });
  expect(readFilingBook(wrongStep, 'http://127.0.0.1:4900')).toEqual({
    ok: false,
    error: 'portal-rules.json: / belongs to no step called nowhere.',
  });
  const wrongSign = files();
  Object.assign(pageOf(wrongSign.portalRules) ?? {}, { signs: ['unheard-of'] });
  expect(readFilingBook(wrongSign, 'http://127.0.0.1:4900')).toMatchObject({
    error: expect.stringContaining('unheard-of'),
  });
});
