import type { Clock } from '../../../core/clock.ts';
import type { PrinterInUse } from '../../../core/devices/printers.ts';
import type { Printer, PrintOutcome } from '../../../core/devices/printer.ts';
import { silentLog } from '../../../core/log.ts';
import { createSpooler, type SpoolerDeps, type SpoolerTimes } from '../../../core/print/spooler.ts';
import type { Reprint, Slip } from '../../../core/slips/slip.ts';
import type { Db } from '../../../core/store/open.ts';
import { createSeal } from '../../../core/store/seal.ts';
import { createStore } from '../../../core/store/store.ts';
import { printerModelOfTests } from './printer-model-of-tests.ts';

export const queueSlipOf = (number: string): Slip => ({
  kind: 'ticket',
  centreName: 'Trung tâm Mẫu',
  unit: 'Phường Mẫu',
  number,
  laneName: 'Hộ tịch',
  errand: 'Đăng ký khai sinh',
  counters: [],
  peopleAhead: 0,
  waitingMinutes: null,
  issuedAt: 0,
  statusCode: null,
});

/** A printer that answers when a test says so; `asked` are its jobs, oldest first. */
export function createHandPrinter(): Printer & {
  asked: { text: string; answer(outcome: PrintOutcome): void }[];
} {
  const asked: { text: string; answer(outcome: PrintOutcome): void }[] = [];
  return {
    asked,
    status: async () => ({ at: 'ready' }),
    print: (job) => new Promise((answer) => asked.push({ text: Buffer.from(job).toString('utf8'), answer })),
    close: async () => {},
  };
}

export function inUse(id: string, printer: Printer): PrinterInUse {
  return { id, name: id, address: 'virtual', model: printerModelOfTests, printer };
}

/** What a slip says in these tests, instead of a picture. */
export async function drawWords(slip: Slip, reprint: Reprint | null): Promise<Uint8Array> {
  const number = slip.kind === 'ticket' ? slip.number : slip.kind;
  return Buffer.from(reprint === null ? number : `${number} again ${reprint.times}`);
}

/** A store with its spooler; tickets are issued as a kiosk does, slip and number at once. */
export function setupSpooler(deps: {
  db: Db;
  clock: Clock;
  printers: PrinterInUse[];
  status?: SpoolerDeps['printers']['status'];
  draw?: SpoolerDeps['draw'];
  times?: SpoolerTimes;
}) {
  const store = createStore(deps.db);
  const seal = createSeal('for tests alone');
  const spooler = createSpooler({
    jobs: store.printJobs,
    tickets: store.tickets,
    seal,
    printers: { all: () => deps.printers, status: deps.status ?? (() => ({ at: 'ready' })) },
    draw: deps.draw ?? drawWords,
    clock: deps.clock,
    log: silentLog,
    ...(deps.times && { times: deps.times }),
  });
  function issue(): string {
    const issued = store.tickets.issue({
      lane: 'A',
      kind: 'file',
      procedure: null,
      priority: null,
      station: 'kiosk',
      at: deps.clock.now(),
      also: ({ id, label }) =>
        spooler.add(queueSlipOf(label), { ticket: id, station: 'kiosk', officer: null, reason: 'first' }),
    });
    if (!issued.ok) throw new Error(issued.error);
    return issued.value.id;
  }
  const stateOf = (ticket: string) => store.printJobs.ofTicket(ticket).at(-1)?.state;
  return { store, spooler, seal, issue, stateOf };
}
