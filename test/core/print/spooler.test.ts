import { expect, test, vi } from 'vitest';
import type { PrinterInUse } from '../../../core/devices/printers.ts';
import { openMemoryStore, type Db } from '../../../core/store/open.ts';
import { createHandClock, type HandClock } from '../hand-clock.ts';
import { createHandPrinter, inUse, queueSlipOf, setupSpooler } from './setup-spooler.ts';

function setup(db: Db = openMemoryStore(), clock: HandClock = createHandClock()) {
  const first = createHandPrinter();
  const second = createHandPrinter();
  const printers: PrinterInUse[] = [inUse('first', first), inUse('second', second)];
  return { db, clock, first, second, printers, ...setupSpooler({ db, clock, printers }) };
}
const asked = (printer: { asked: unknown[] }, n: number) =>
  vi.waitFor(() => expect(printer.asked).toHaveLength(n));
const settledTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

test('a slip that the first printer cannot begin goes to the second, and the store knows which printed it', async () => {
  const { db, first, second, issue, stateOf } = setup();
  const ticket = issue();
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'not-started', why: 'paper-out' });
  await asked(second, 1);
  second.asked[0]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(ticket)).toEqual({ at: 'printed', why: null }));
  expect(db.prepare('select printer from print_job').pluck().all()).toEqual(['second']);
});

test('nobody waits for a printer that was off when last asked while another is ready', async () => {
  const first = createHandPrinter();
  const second = createHandPrinter();
  const { issue, stateOf } = setupSpooler({
    db: openMemoryStore(),
    clock: createHandClock(),
    printers: [inUse('first', first), inUse('second', second)],
    status: (id) => (id === 'first' ? { at: 'offline' } : { at: 'paper-low' }),
  });
  const ticket = issue();
  await asked(second, 1);
  second.asked[0]?.answer({ at: 'not-started', why: 'paper-out' });
  // It may be back since: before the slip rests, it is tried all the same.
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(ticket)).toMatchObject({ at: 'printed' }));
});

test('a slip in doubt goes to no other printer', async () => {
  const { first, second, clock, spooler, issue, stateOf } = setup();
  const ticket = issue();
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'uncertain', why: 'connection-lost' });
  await vi.waitFor(() => expect(stateOf(ticket)).toEqual({ at: 'failed', why: 'uncertain' }));
  spooler.wake();
  clock.advance(600_000);
  await settledTurn();
  expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
});

test('it is stored as being printed before the printer gets a byte of it', async () => {
  const { first, issue, stateOf } = setup();
  const ticket = issue();
  expect(stateOf(ticket)).toEqual({ at: 'waiting', why: null });
  await asked(first, 1);
  expect(stateOf(ticket)).toEqual({ at: 'printing', printer: 'first', why: null });
});

test('one at a time at a printer, first come first, whoever else stands idle', async () => {
  const { first, second, issue } = setup();
  issue();
  issue();
  issue();
  await asked(first, 1);
  await settledTurn();
  expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
  first.asked[0]?.answer({ at: 'printed' });
  await asked(first, 2);
  first.asked[1]?.answer({ at: 'printed' });
  await asked(first, 3);
  expect(first.asked.map(({ text }) => text)).toEqual(['A001', 'A002', 'A003']);
});

test('a printer that is back within the minute prints; after it nothing comes out by itself', async () => {
  const { first, second, clock, spooler, issue, stateOf } = setup();
  const inTime = issue();
  for (const printer of [first, second]) {
    await asked(printer, 1);
    printer.asked[0]?.answer({ at: 'not-started', why: 'offline' });
  }
  await vi.waitFor(() => expect(stateOf(inTime)).toEqual({ at: 'waiting', why: 'offline' }));
  clock.advance(30_000);
  await asked(first, 2);
  first.asked[1]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(inTime)).toMatchObject({ at: 'printed' }));

  const late = issue();
  await asked(first, 3);
  first.asked[2]?.answer({ at: 'not-started', why: 'offline' });
  await asked(second, 2);
  second.asked[1]?.answer({ at: 'not-started', why: 'offline' });
  await vi.waitFor(() => expect(stateOf(late)).toEqual({ at: 'waiting', why: 'offline' }));
  clock.advance(60_000);
  expect(stateOf(late)).toEqual({ at: 'voided', why: 'too-old' });
  spooler.wake();
  await settledTurn();
  expect([first.asked.length, second.asked.length]).toEqual([3, 2]);
});

test('a clock that is set back lets no old slip out', async () => {
  const { first, second, clock, spooler, issue, stateOf } = setup();
  const ticket = issue();
  await asked(first, 1);
  clock.set(clock.now() - 3_600_000);
  // The printer hangs longer than the life of the slip, and then says that it never began.
  clock.advance(3_599_000);
  clock.advance(62_000);
  clock.set(clock.now() - 3_600_000);
  first.asked[0]?.answer({ at: 'not-started', why: 'offline' });
  await vi.waitFor(() => expect(stateOf(ticket)).toEqual({ at: 'voided', why: 'too-old' }));
  spooler.wake();
  await settledTurn();
  expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
});

test('started again, what was at a printer is in doubt; what waits goes on while it is young, and is voided when it is old', async () => {
  const before = setup();
  const atPrinter = before.issue();
  await asked(before.first, 1);
  const young = before.issue();
  before.clock.advance(20_000);

  const after = setup(before.db, before.clock);
  expect(after.stateOf(atPrinter)).toEqual({ at: 'failed', why: 'uncertain' });
  await asked(after.first, 1);
  expect(after.first.asked[0]?.text).toBe('A002');
  after.first.asked[0]?.answer({ at: 'not-started', why: 'offline' });
  await asked(after.second, 1);
  after.second.asked[0]?.answer({ at: 'not-started', why: 'offline' });
  await vi.waitFor(() => expect(after.stateOf(young)).toMatchObject({ at: 'waiting' }));

  const clock = createHandClock(before.clock.now() + 3_600_000);
  const much = setup(before.db, clock);
  await vi.waitFor(() => expect(much.stateOf(young)).toEqual({ at: 'voided', why: 'too-old' }));
  expect(much.first.asked).toHaveLength(0);
});

test('a ticket that could not be stored leaves no slip, and no slip that could not be stored leaves a ticket', async () => {
  const { db, first, store, issue, clock } = setup();
  db.exec("create trigger full before insert on print_job begin select raise(abort, 'disk full'); end");
  expect(issue).toThrow('disk full');
  expect(store.tickets.countByState(store.tickets.dayAt(clock.now())).size).toBe(0);
  expect(store.outbox.summary().pending).toBe(0);
  await settledTurn();
  expect(first.asked).toHaveLength(0);
});

test('what became of a slip is stored later when the store cannot take it now, and nothing is printed twice', async () => {
  const { db, first, clock, spooler, issue, stateOf } = setup();
  const ticket = issue();
  await asked(first, 1);
  db.exec("create trigger full before update on print_job begin select raise(abort, 'disk full'); end");
  first.asked[0]?.answer({ at: 'printed' });
  await settledTurn();
  expect(stateOf(ticket)).toMatchObject({ at: 'printing' });
  spooler.wake();
  await settledTurn();
  db.exec('drop trigger full');
  clock.advance(4_000);
  expect(stateOf(ticket)).toEqual({ at: 'printed', why: null });
  expect(first.asked).toHaveLength(1);
});

test('the same number again carries its count, the officer and the reason into the facts', async () => {
  const { first, store, spooler, issue, stateOf } = setup();
  const ticket = issue();
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(ticket)).toMatchObject({ at: 'printed' }));
  const by = { station: 'counter-quay-1', officer: 'can-bo-1', reason: 'lost' } as const;
  expect(spooler.reprint(ticket, by, () => null)).toMatchObject({ ok: true });
  expect(spooler.reprint(ticket, by, () => null)).toEqual({ ok: false, error: 'under-way' });
  await asked(first, 2);
  expect(first.asked[1]?.text).toBe('A001 again 1');
  first.asked[1]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(ticket)).toMatchObject({ at: 'printed' }));
  const fact = store.outbox.factsFrom(1, 9).at(-1);
  expect(fact).toMatchObject({
    type: 'paper',
    v: 2,
    body: { kind: 'ticket', ticket, outcome: 'printed', reprint: 1, officer: 'can-bo-1', reason: 'lost' },
  });
});

test('the words are sealed in the store, and gone once the day of the ticket is over', async () => {
  const { db, first, clock, spooler, issue, stateOf } = setup();
  const ticket = issue();
  const words = () => db.prepare('select slip from print_job').pluck().get() as Buffer | null;
  expect(words()?.toString('latin1')).not.toContain('A001');
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(stateOf(ticket)).toMatchObject({ at: 'printed' }));
  clock.advance(8 * 3_600_000);
  expect(words()).not.toBeNull();
  clock.advance(24 * 3_600_000);
  expect(words()).toBeNull();
  expect(stateOf(ticket)).toMatchObject({ at: 'printed' });

  const by = { station: 'counter-quay-1', officer: 'can-bo-1', reason: 'lost' } as const;
  expect(spooler.reprint(ticket, by, () => null)).toEqual({ ok: false, error: 'nothing-to-print' });
  expect(spooler.reprint(ticket, by, () => queueSlipOf('A001'))).toMatchObject({ ok: true });
});

test('a slip that is no queue slip keeps its words a quarter of an hour, and every one of its failures is told', async () => {
  const { db, first, clock, store, spooler } = setup();
  const help = {
    kind: 'help',
    centreName: 'Trung tâm Mẫu',
    unit: 'Phường Mẫu',
    number: null,
    task: 'Nộp hồ sơ',
    step: null,
    goTo: 'Quầy hướng dẫn',
    issuedAt: 0,
  } as const;
  const about = { ticket: null, station: 'kiosk', officer: null, reason: 'first' } as const;
  const job = spooler.add(help, about);
  await asked(first, 1);
  first.asked[0]?.answer({ at: 'uncertain', why: 'jam' });
  const day = store.tickets.dayAt(clock.now());
  await vi.waitFor(() => expect(store.printJobs.troubles(day, 9)).toMatchObject([{ id: job }]));
  const by = { station: 'counter-quay-1', officer: 'can-bo-1', reason: 'not-out' } as const;
  expect(spooler.reprintJob(job, by)).toMatchObject({ ok: true });
  // The newest with these words speaks for all of them.
  expect(store.printJobs.troubles(day, 9)).toEqual([]);
  await asked(first, 2);
  expect(first.asked[1]?.text).toBe('help again 1');
  first.asked[1]?.answer({ at: 'printed' });
  await vi.waitFor(() => expect(store.printJobs.open()).toEqual([]));
  clock.advance(16 * 60_000);
  expect(db.prepare('select count(*) from print_job where slip is not null').pluck().get()).toBe(0);
});

test('a slip that cannot be drawn is seen as failed and holds nobody up', async () => {
  const clock = createHandClock();
  const printer = createHandPrinter();
  const { issue, stateOf } = setupSpooler({
    db: openMemoryStore(),
    clock,
    printers: [inUse('first', printer)],
    draw: async (slip) => {
      if (slip.kind === 'ticket' && slip.number === 'A001') throw new Error('no such letter');
      return new Uint8Array();
    },
  });
  const bad = issue();
  const good = issue();
  await asked(printer, 1);
  expect(stateOf(bad)).toEqual({ at: 'failed', why: 'undrawable' });
  expect(stateOf(good)).toMatchObject({ at: 'printing' });
});
