import { v7 as uuidv7 } from 'uuid';
import { done, refuse } from '../../border.ts';
import type {
  AdminCommand,
  AdminScreen,
  CommandResult,
  OfficerName,
  PrinterRow,
  PrinterSearch,
  PrintTest,
} from '../../contract.ts';
import type { FoundPrinter } from '../../devices/find-printers.ts';
import type { PrinterList } from '../../devices/printer-list.ts';
import { mostPrinters } from '../../devices/printer-setting.ts';
import type { PrintOutcome } from '../../devices/printer.ts';
import type { PrinterInUse } from '../../devices/printers.ts';
import { unreachable } from '../../result.ts';
import type { TestSlip } from '../../slips/test-slip.ts';
import type { StationDeps } from '../deps.ts';
import { unfit } from './centre.ts';

/** What the page needs of the devices besides the printers themselves. */
export type PrinterDevices = {
  list: PrinterList;
  print(on: PrinterInUse, slip: TestSlip): Promise<PrintOutcome>;
  find(): Promise<FoundPrinter[]>;
};
type Save = Extract<AdminCommand, { type: 'save-printer' }>;

/** The slip printers on an administrator's screen: their order, their state, a test slip, and a look around for others. */
export function createPrinterDesk(deps: StationDeps, devices: PrinterDevices) {
  const { clock, log, printers } = deps;
  const { list } = devices;
  const tests = new Map<string, PrintTest>();
  let found: FoundPrinter[] | 'none' | 'searching' = 'none';

  async function test(on: PrinterInUse): Promise<void> {
    tests.set(on.id, { at: 'printing' });
    const { name, unit } = deps.centre.get();
    const slip: TestSlip = {
      kind: 'test',
      centreName: name,
      unit,
      printerName: on.name,
      printerAddress: on.address.slice(0, 120),
      model: on.model.name,
      printedAt: clock.now(),
    };
    let outcome: PrintOutcome;
    try {
      outcome = await devices.print(on, slip);
    } catch (error) {
      log.error({ error }, 'the test slip could not be printed');
      outcome = { at: 'not-started', why: 'error' };
    }
    log.info({ printer: on.id, outcome: outcome.at }, 'a test slip');
    tests.set(on.id, testOf(outcome, clock.now()));
    await printers.refresh();
    deps.changed();
  }

  async function search(): Promise<void> {
    found = 'searching';
    try {
      found = await devices.find();
    } catch (error) {
      log.error({ error }, 'the search for printers failed');
      found = [];
    }
    deps.changed();
  }

  function rows(): PrinterRow[] {
    const fixed = list.fixed();
    const rest = { dots: null, isFixed: true };
    const all = [
      ...(fixed === null ? [] : [{ ...fixed, ...rest, model: fixed.model.id }]),
      ...list.listed().map((listed) => ({ ...listed, isFixed: false })),
    ];
    return all.map((row) => ({ ...row, status: printers.status(row.id), test: tests.get(row.id) ?? null }));
  }

  function searchView(): PrinterSearch {
    if (found === 'none' || found === 'searching') return { at: found };
    const known = rows().map(({ address }) => withoutDefaults(address));
    return {
      at: 'done',
      found: found.map((one) => ({ ...one, isListed: known.includes(withoutDefaults(one.address)) })),
    };
  }

  return {
    save({ printer }: Save): CommandResult {
      const id = printer.id ?? uuidv7();
      const isNew = printer.id === null;
      if (!isNew && !list.listed().some((one) => one.id === id))
        return refuse('not-now', 'printer: is not there any more', 'printer');
      const saved = list.save({ ...printer, id });
      if (!saved.ok) {
        const { field, why } = saved.error;
        return unfit(`printer.${field}`, { why }, 'is not one that can be printed on');
      }
      tests.delete(id);
      log.info({ printer: id, isNew }, 'a printer was saved');
      return done;
    },
    remove(id: string): CommandResult {
      tests.delete(id);
      return list.remove(id) ? done : refuse('not-now', 'printer: is not there any more', 'printer');
    },
    move: (id: string, by: -1 | 1): CommandResult =>
      list.move(id, by) ? done : refuse('not-now', 'printer: cannot go further', 'printer'),
    test(id: string): CommandResult {
      const on = printers.all().find((one) => one.id === id);
      if (on === undefined) return refuse('not-now', 'printer: is not there any more', 'printer');
      if (tests.get(id)?.at === 'printing') return refuse('not-now', 'printer: prints already', 'printer');
      void test(on);
      return done;
    },
    find(): CommandResult {
      if (found !== 'searching') void search();
      return done;
    },
    /** What was tried and found is shown until something else is looked at. */
    lookAway(): void {
      for (const [id, { at }] of tests) if (at !== 'printing') tests.delete(id);
      if (found !== 'searching') found = 'none';
    },
    screen: (officer: OfficerName): AdminScreen => ({
      at: 'printers',
      officer,
      today: deps.store.tickets.dayAt(clock.now()),
      printers: rows(),
      canAdd: list.listed().length < mostPrinters,
      models: list.models.map(({ id, name, dots, status, uncertain = [] }) => ({
        id,
        name,
        dots,
        status,
        isUncertain: uncertain.length > 0,
      })),
      search: searchView(),
    }),
  };
}

/** Two ways to write one address. */
function withoutDefaults(address: string): string {
  return address.replace(/^(tcp:\/\/.*):9100$/, '$1').replace(/^(serial:\/\/.*)\?baud=115200$/, '$1');
}

function testOf(outcome: PrintOutcome, endedAt: number): PrintTest {
  switch (outcome.at) {
    case 'printed':
      return { at: 'printed', confirmed: outcome.confirmed !== false, endedAt };
    case 'not-started':
      return { at: 'not-started', why: outcome.why, endedAt };
    case 'uncertain':
      return { at: 'uncertain', endedAt };
    default:
      return unreachable(outcome);
  }
}
