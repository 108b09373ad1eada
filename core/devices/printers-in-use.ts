import type { Clock } from '../clock.ts';
import type { PrinterStatus } from '../contract.ts';
import type { Log } from '../log.ts';
import type { Printer } from './printer.ts';
import type { PrinterInUse, Printers } from './printers.ts';

/** What is to be printed on: a printer that is not open yet. */
export type WantedPrinter = Omit<PrinterInUse, 'printer'>;

const pollMs = 5_000;

/** Holds the printers open, asks each how it is, and changes them while the kiosk runs. */
export function createPrintersInUse(deps: {
  open(wanted: WantedPrinter): Printer;
  clock: Clock;
  log: Log;
}): Printers & { use(wanted: WantedPrinter[]): void; close(): Promise<void> } {
  const { clock, log } = deps;
  const listeners: (() => void)[] = [];
  const statuses = new Map<string, PrinterStatus>();
  let all: PrinterInUse[] = [];
  const closing = new Set<Promise<void>>();
  let isClosed = false;
  const cancelPolls = new Map<Printer, () => void>();

  function changed() {
    for (const listener of listeners) listener();
  }

  async function ask({ id, printer }: PrinterInUse): Promise<void> {
    let status: PrinterStatus;
    try {
      status = await printer.status();
    } catch (error) {
      log.error({ error }, 'the printer could not be asked');
      status = { at: 'error', detail: 'driver' };
    }
    if (isClosed || !all.some((one) => one.printer === printer)) return;
    if (JSON.stringify(status) === JSON.stringify(statuses.get(id))) return;
    statuses.set(id, status);
    log.info({ printer: id, status: status.at }, 'printer');
    changed();
  }

  async function poll(one: PrinterInUse): Promise<void> {
    await ask(one);
    if (isClosed || !all.some(({ printer }) => printer === one.printer)) return;
    cancelPolls.set(
      one.printer,
      clock.after(pollMs, () => void poll(one)),
    );
  }

  /** Waits its turn behind what is being printed: a change of the list makes no slip uncertain. */
  function retire({ id, printer }: PrinterInUse) {
    cancelPolls.get(printer)?.();
    cancelPolls.delete(printer);
    if (!all.some((one) => one.id === id)) statuses.delete(id);
    const closed = printer.status().then(() => printer.close());
    closing.add(closed);
    void closed.finally(() => closing.delete(closed));
  }

  return {
    all: () => all,
    status: (id) => statuses.get(id) ?? { at: 'offline' },
    onChange: (listener) => void listeners.push(listener),
    refresh: async () => {
      await Promise.all(all.map(ask));
    },
    use(wanted) {
      const before = all;
      all = wanted.map((one) => {
        const same = before.find((old) => old.id === one.id && isSamePrinter(old, one));
        return { ...one, printer: same?.printer ?? deps.open(one) };
      });
      for (const old of before) if (!all.some(({ printer }) => printer === old.printer)) retire(old);
      for (const one of all) {
        if (before.some(({ printer }) => printer === one.printer)) continue;
        statuses.delete(one.id);
        void poll(one);
      }
      changed();
    },
    async close() {
      isClosed = true;
      for (const cancel of cancelPolls.values()) cancel();
      await Promise.all([...all.map(({ printer }) => printer.close()), ...closing]);
    },
  };
}

/** Another name needs no new connection. */
function isSamePrinter(a: WantedPrinter, b: WantedPrinter): boolean {
  return a.address === b.address && JSON.stringify(a.model) === JSON.stringify(b.model);
}
