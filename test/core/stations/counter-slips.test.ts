import { expect, test, vi } from 'vitest';
import type { CounterCommand } from '../../../core/contract.ts';
import type { PrintOutcome } from '../../../core/devices/printer.ts';
import { createCounterStation } from '../../../core/stations/counter-station.ts';
import { issueTicket } from '../../../core/stations/issue-ticket.ts';
import { setupDesk } from './setup-desk.ts';

type Reprint = Extract<CounterCommand, { type: 'reprint' }>;

async function setup() {
  const desk = setupDesk();
  desk.store.officers.save({ id: 'can-bo-1', name: 'Nguyễn Thị Mẫu', role: 'officer' }, '482915');
  const counter = createCounterStation('quay-1', desk.deps, () => {});
  await counter.handle({ type: 'sign-in', officerId: 'can-bo-1', pin: '482915' });
  const slips = () => {
    const { screen } = counter.view();
    if (screen.at === 'signed-out') throw new Error('nobody is signed in');
    return screen.desk.slips;
  };
  /** A number whose slip ends so. */
  async function take(outcome: PrintOutcome): Promise<string> {
    const event = issueTicket(
      {
        errand: { kind: 'file', procedure: '1.001193' },
        wishes: { priority: null, share: false },
        station: 'kiosk',
      },
      desk.deps,
    );
    if (event.type !== 'issued') throw new Error(event.type);
    await answerNext(outcome);
    return event.ticket.id;
  }
  let answered = 0;
  async function answerNext(outcome: PrintOutcome) {
    await vi.waitFor(() => expect(desk.answers).toHaveLength(answered + 1));
    desk.answers[answered]?.(outcome);
    answered += 1;
    await vi.waitFor(() =>
      expect(desk.store.printJobs.open().filter(({ state }) => state.at === 'printing')).toEqual([]),
    );
  }
  const reprint = (what: Reprint['what'], reason: Reprint['reason'] = 'lost') =>
    counter.handle({ type: 'reprint', what, reason });
  const papers = () =>
    desk.store.outbox.factsFrom(1, 99).flatMap(({ type, body }) => (type === 'paper' ? [body] : []));
  return { ...desk, counter, slips, take, answerNext, reprint, papers };
}

test('a slip in doubt stands in the list of every officer with its number and why, until somebody settles it', async () => {
  const { counter, slips, take } = await setup();
  await take({ at: 'printed' });
  await take({ at: 'uncertain', why: 'jam' });
  const [trouble] = slips().troubles;
  expect(slips().troubles).toMatchObject([{ kind: 'ticket', number: 'A002', why: 'uncertain', reprint: 0 }]);
  const settle = { type: 'settle-slip', job: trouble?.id ?? '', as: 'seen' } as const;
  expect(await counter.handle(settle)).toMatchObject({ ok: true });
  expect(slips().troubles).toEqual([]);
  expect(await counter.handle(settle)).toMatchObject({ ok: false, error: { code: 'not-now' } });
});

test('any number of today is printed again, and who and why is a fact', async () => {
  const { take, answerNext, reprint, papers } = await setup();
  const ticket = await take({ at: 'printed' });
  expect(await reprint({ at: 'number', number: 'A1' }, 'unreadable')).toMatchObject({ ok: true });
  expect(await reprint({ at: 'ticket', ticket })).toMatchObject({ ok: false, error: { code: 'not-now' } });
  await answerNext({ at: 'printed' });
  expect(await reprint({ at: 'ticket', ticket })).toMatchObject({ ok: true });
  await answerNext({ at: 'printed' });
  expect(papers().map(({ reprint: n, officer, reason }) => [n, officer, reason])).toEqual([
    [0, null, 'first'],
    [1, 'can-bo-1', 'unreadable'],
    [2, 'can-bo-1', 'lost'],
  ]);
  expect(await reprint({ at: 'number', number: 'A77' })).toMatchObject({
    error: { code: 'invalid', field: 'what' },
  });
});

test('a voided slip that is printed at the counter leaves the list', async () => {
  const { clock, slips, take, answerNext, reprint } = await setup();
  await take({ at: 'not-started', why: 'paper-out' });
  clock.advance(60_000);
  const [trouble] = slips().troubles;
  expect(trouble).toMatchObject({ number: 'A001', why: 'too-old' });
  expect(await reprint({ at: 'job', job: trouble?.id ?? '' }, 'not-out')).toMatchObject({ ok: true });
  await answerNext({ at: 'printed' });
  expect(slips().troubles).toEqual([]);
});

test('a number of yesterday is not printed again', async () => {
  const { db, take, reprint } = await setup();
  const ticket = await take({ at: 'printed' });
  db.exec("update ticket set queue_day = '2026-11-23'");
  expect(await reprint({ at: 'ticket', ticket })).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('a number whose words are gone is printed from what is known of it', async () => {
  const { db, take, answerNext, reprint, store } = await setup();
  const ticket = await take({ at: 'printed' });
  db.exec('update print_job set slip = null');
  expect(await reprint({ at: 'ticket', ticket })).toMatchObject({ ok: true });
  await answerNext({ at: 'printed' });
  expect(store.printJobs.ofTicket(ticket).at(-1)).toMatchObject({ state: { at: 'printed' }, reprint: 1 });
});

test('the printers that need a hand are named, and only those', async () => {
  const { printer, slips } = await setup();
  expect(slips().printers).toEqual([]);
  printer.status = { at: 'paper-low' };
  expect(slips().printers).toEqual([{ name: 'Máy in sảnh', at: 'paper-low' }]);
});
