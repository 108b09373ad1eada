import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { CommandResult, CounterView, DockView, KioskView } from '../../../core/contract.ts';
import { press } from '../../setup/press.ts';
import type { Screen } from '../../setup/screen.ts';
import { pdfText } from '../forms/pdf-text.ts';
import { setupCore, type TestCore } from '../setup-core.ts';
import { apologyTyped, receiptTyped, refusalTyped } from './typed.ts';

const code = 'H12.123-261124-0007';
const name = 'Đặng Đỗ Thị Diễm Phượng Quyền';

/** A citizen with a number sits at a counter and is served. */
async function served(core: TestCore): Promise<{ counter: Screen<CounterView>; ticket: string }> {
  const kiosk = await core.open<KioskView>('kiosk');
  for (const command of [
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'take-number' },
  ] as const)
    expect(await kiosk.send(command)).toMatchObject({ ok: true });
  const counter = await core.open<CounterView>('counter-quay-1');
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  await counter.until(({ screen }) => screen.at === 'ready' && screen.desk.next.length > 0, 'somebody waits');
  await press(counter, { type: 'call-next' });
  await counter.until(({ screen }) => screen.at === 'called', 'the call');
  await press(counter, { type: 'begin' });
  const { screen } = await counter.until(({ screen: seen }) => seen.at === 'serving', 'the service');
  return { counter, ticket: screen.at === 'serving' ? screen.ticket.id : '' };
}

function paperOf(result: CommandResult) {
  if (!result.ok || result.value?.at !== 'paper') throw new Error(JSON.stringify(result));
  return { ...result.value, bytes: Buffer.from(result.value.pdf, 'base64') };
}

const facts = (core: TestCore, type: string) => {
  const db = new Database(join(core.dataFolder, 'kiosk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      'select body, outbox.seq is not null as pending from fact left join outbox using (seq) where type = ?',
    )
    .all(type) as { body: string; pending: number }[];
  db.close();
  return rows.map(({ body, pending }) => ({ body: JSON.parse(body) as Record<string, unknown>, pending }));
};

test('an accepted dossier is stored with its fact, printed as a slip, and shown as the official receipt', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  const dock = await core.open<DockView>('dock');
  const receipt = receiptTyped();
  expect(await counter.send({ type: 'accept-dossier', ticket, receipt })).toEqual({ ok: true, value: null });

  const { screen } = await counter.until(
    ({ screen: seen }) => seen.at === 'serving' && seen.ticket.dossiers.length === 1,
    'the dossier on the screen',
  );
  expect(screen).toMatchObject({ ticket: { dossiers: [{ code, procedureName: 'Đăng ký khai sinh' }] } });
  expect(facts(core, 'dossier-accepted')).toEqual([
    {
      body: {
        ticket,
        dossier: code,
        procedure: '1.001193',
        dueAt: receipt.dueAt,
        officer: 'can-bo-1',
        counter: 'quay-1',
      },
      pending: 1,
    },
  ]);
  await dock.until(({ slips }) => slips.length === 2, 'the slip of the receipt beside that of the number');

  const paper = paperOf(await counter.send({ type: 'draw-receipt', ticket, code }));
  const words = await pdfText(paper.bytes);
  expect(words).toContain(name);
  expect(words).toContain(`Mã hồ sơ: ${code}`);
  expect(words).toMatch(/Mã tra cứu: [A-HJKMNP-Z2-9]{4}\n/);
  const slip = Buffer.from((paper.slip ?? '').split(',')[1] ?? '', 'base64');
  const { width } = await loadImage(slip);
  expect(width).toBe(576);
  expect(paper.unconfirmed.length).toBeGreaterThan(0);
  expect(facts(core, 'paper-issued')).toEqual([]);
  expect(await counter.send({ type: 'paper-issued', paper: paper.id })).toMatchObject({ ok: true });
  expect(facts(core, 'paper-issued')).toEqual([
    { body: { form: 'receipt', dossier: code, ticket, officer: 'can-bo-1', counter: 'quay-1' }, pending: 1 },
  ]);
});

test('whose the dossier is stands nowhere in the files of the centre', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  await counter.send({ type: 'accept-dossier', ticket, receipt: receiptTyped() });
  const paper = paperOf(await counter.send({ type: 'draw-receipt', ticket, code }));
  const secret = /Mã tra cứu: (\w{4})/.exec(await pdfText(paper.bytes))?.[1] ?? '';
  expect(secret).not.toBe('');
  await core.stop();
  const stored = readFileSync(join(core.dataFolder, 'kiosk.sqlite'));
  expect(stored.includes(code)).toBe(true);
  for (const personal of [name, 'Đường Đào', '0900 000 000', '"0015"', `"${secret}"`])
    expect(stored.includes(personal)).toBe(false);
});

test('the same code is accepted once, however it is typed', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  await counter.send({ type: 'accept-dossier', ticket, receipt: receiptTyped() });
  const again = receiptTyped({ dossierCode: 'H12.123–261124–0007', applicant: 'Người Khác' });
  expect(await counter.send({ type: 'accept-dossier', ticket, receipt: again })).toMatchObject({
    ok: false,
    error: { code: 'not-now', field: 'receipt.dossierCode' },
  });
  expect(facts(core, 'dossier-accepted')).toHaveLength(1);
});

test('what is wrong is named by its field, and nothing is accepted', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  const wrong: [ReturnType<typeof receiptTyped>, string][] = [
    [receiptTyped({ dossierCode: 'H12' }), 'receipt.dossierCode'],
    [receiptTyped({ dossierCode: '095183990015' }), 'receipt.dossierCode'],
    [receiptTyped({ applicant: '  ' }), 'receipt.applicant'],
    [receiptTyped({ documents: [] }), 'receipt.documents'],
    [
      receiptTyped({ documents: [{ name: 'Tờ khai', form: 'copy', quantity: 0, note: null }] }),
      'receipt.documents.0.quantity',
    ],
    [receiptTyped({ dueAt: Date.now() - 1 }), 'receipt.dueAt'],
    [receiptTyped({ personalNumberEnd: '095183990015' }), 'receipt.personalNumberEnd'],
    [receiptTyped({ procedure: '9.999999' }), 'receipt.procedure'],
    [receiptTyped({ place: '' }), 'receipt.place'],
  ];
  for (const [receipt, field] of wrong) {
    const refused = await counter.send({ type: 'accept-dossier', ticket, receipt });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', field } });
    expect(JSON.stringify(refused)).not.toContain('095183990015');
  }
  expect(facts(core, 'dossier-accepted')).toEqual([]);
});

test('a visit in which a dossier was accepted cannot be taken back', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  await counter.send({ type: 'accept-dossier', ticket, receipt: receiptTyped() });
  expect(await press(counter, { type: 'undo' })).toMatchObject({
    ok: false,
    error: { code: 'not-now', why: 'accepted-since' },
  });
  expect(await press(counter, { type: 'finish' })).toMatchObject({ ok: true });
});

test('nothing is accepted or drawn before the service, after it, or by nobody', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  await press(counter, { type: 'undo' });
  await counter.until(({ screen }) => screen.at === 'called', 'the step back');
  const receipt = receiptTyped();
  const notNow = { ok: false, error: { code: 'not-now' } };
  expect(await counter.send({ type: 'accept-dossier', ticket, receipt })).toMatchObject(notNow);
  await press(counter, { type: 'begin' });
  await counter.until(({ screen }) => screen.at === 'serving', 'the service');
  await counter.send({ type: 'sign-out' });
  expect(await counter.send({ type: 'accept-dossier', ticket, receipt })).toMatchObject(notNow);
  expect(await counter.send({ type: 'draw-paper', ticket, paper: refusalTyped })).toMatchObject(notNow);
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  const other = await core.open<CounterView>('counter-quay-2');
  await other.send({ type: 'sign-in', officerId: 'can-bo-2', pin: core.pin('can-bo-2') });
  expect(await other.send({ type: 'accept-dossier', ticket, receipt })).toMatchObject(notNow);
  expect(facts(core, 'dossier-accepted')).toEqual([]);
});

test('a refusal and an apology need no acceptance, and are issued once they are printed', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  const refusal = paperOf(await counter.send({ type: 'draw-paper', ticket, paper: refusalTyped }));
  expect(await pdfText(refusal.bytes)).toContain('Việc này thuộc thẩm quyền của cơ quan khác.');
  const apology = paperOf(await counter.send({ type: 'draw-paper', ticket, paper: apologyTyped }));
  expect(await pdfText(apology.bytes)).toContain('10 giờ 30 phút, ngày 27/11/2026');
  await counter.send({ type: 'paper-issued', paper: apology.id });
  expect(facts(core, 'paper-issued').map(({ body }) => [body['form'], body['dossier']])).toEqual([
    ['apology', code],
  ]);
  expect(await counter.send({ type: 'paper-issued', paper: 'never-drawn' })).toMatchObject({ ok: false });
  expect(
    await counter.send({
      type: 'draw-paper',
      ticket,
      paper: { ...apologyTyped, newDueAt: apologyTyped.form === 'apology' ? apologyTyped.dueAt : 0 },
    } as never),
  ).toMatchObject({ ok: false, error: { field: 'paper.newDueAt' } });
});

test('an accepted dossier is found by its code, to write to its holder again', async () => {
  const core = await setupCore();
  const { counter, ticket } = await served(core);
  expect(await counter.send({ type: 'find-dossier', code })).toMatchObject({
    ok: false,
    error: { code: 'unknown', field: 'code' },
  });
  const receipt = receiptTyped();
  await counter.send({ type: 'accept-dossier', ticket, receipt });
  expect(await counter.send({ type: 'find-dossier', code: code.toLowerCase() })).toMatchObject({
    ok: true,
    value: {
      at: 'dossier',
      dossier: { code, dueAt: receipt.dueAt, holder: { applicant: name, email: null } },
    },
  });
});
