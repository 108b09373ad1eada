import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { PrinterStatus } from '../contract.ts';
import { findPrinters, type FoundPrinter } from '../devices/find-printers.ts';
import { openPrinter } from '../devices/open-printer.ts';
import { addressFaults, readPrinterAddress } from '../devices/printer-address.ts';
import { openPrinterList } from '../devices/printer-list.ts';
import { type PrinterModel, printerModels } from '../devices/printer-model.ts';
import type { Printer } from '../devices/printer.ts';
import type { WantedPrinter } from '../devices/printers-in-use.ts';
import { bitmapToPng } from '../slips/png.ts';
import { createVirtualPrinters } from '../devices/virtual-printers.ts';
import { type Answer, failure, success } from './answer.ts';

type Surroundings = {
  dataFolder: string;
  printer: string | undefined;
  model: string | undefined;
  clock: Clock;
};
type Listed = { name: string; address: string; model: string; status: PrinterStatus };

const modelsFile = join(import.meta.dirname, '../../resources/printer-models.json');

/** The printers of this kiosk with their states, and whatever else was found. */
export async function listPrinters(around: Surroundings, asJson: boolean): Promise<Answer> {
  const wanted = await configured(around);
  if ('exitCode' in wanted) return wanted;
  const [listed, found] = await Promise.all([
    Promise.all(wanted.map((one) => asked(one, around))),
    findPrinters({ clock: around.clock }),
  ]);
  if (asJson) return success({ printers: listed, found });
  return { line: [...listed.map(lineOf), ...found.map(lineOfFound)].join('\n') || 'no printer', exitCode: 0 };
}

/** Prints a test slip on one printer: the first of this kiosk, or the one at an address. */
export async function printTest(around: Surroundings): Promise<Answer> {
  const wanted = await configured(around);
  if ('exitCode' in wanted) return wanted;
  const on = wanted[0];
  if (on === undefined) return failure('no-printer');
  const { drawSlip } = await import('../slips/draw.ts');
  const { bitmapToEscpos } = await import('../slips/escpos.ts');
  const { linesOfSlip } = await import('../slips/lines-of-slip.ts');
  const lines = linesOfSlip({
    kind: 'test',
    centreName: 'Một Cửa Kiosk',
    unit: 'motcua print-test',
    printerName: on.name,
    printerAddress: on.address.slice(0, 120),
    model: on.model.name,
    printedAt: around.clock.now(),
  });
  const job = bitmapToEscpos(await drawSlip(lines, on.model.dots), on.model);
  const printer = opened(on, around);
  const outcome = await printer.print(job);
  await printer.close();
  const said = { address: on.address, model: on.model.id, outcome };
  return outcome.at === 'printed' ? success(said) : failure(outcome.at, said);
}

/** With an address given it alone; else as the kiosk would have them. */
async function configured(around: Surroundings): Promise<WantedPrinter[] | Answer> {
  const models: PrinterModel[] = printerModels.parse(JSON.parse(readFileSync(modelsFile, 'utf8')));
  const { printer, model } = around;
  if (model !== undefined && !models.some(({ id }) => id === model))
    return failure('no-such-model', { models: models.map(({ id }) => id) });
  const read = printer === undefined ? null : readPrinterAddress(printer);
  if (read !== null && !read.ok)
    return failure(read.error, { message: `the address ${addressFaults[read.error]}` });
  const stored = await storedPrinters(resolve(around.dataFolder, 'kiosk.sqlite'));
  let wanted: WantedPrinter[] = [];
  openPrinterList({
    settings: { read: () => stored, write: () => {} },
    models,
    fixedAddress: printer ?? null,
    fixedModel: model ?? null,
    use: (all) => {
      wanted = all;
    },
  });
  return wanted;
}

/** Read beside a kiosk that runs. `null` where there is none yet. */
async function storedPrinters(store: string): Promise<unknown> {
  if (!existsSync(store)) return null;
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(store, { readonly: true });
  try {
    const read = db.prepare<[string], string>('select value from setting where key = ?').pluck();
    return JSON.parse(read.get('printers') ?? 'null');
  } finally {
    db.close();
  }
}

function opened({ address, model }: WantedPrinter, { dataFolder, clock }: Surroundings): Printer {
  const read = readPrinterAddress(address);
  if (!read.ok) throw new Error(`no such address of a printer: ${read.error}`);
  if (read.value.at !== 'virtual') return openPrinter(read.value, model, clock);
  const slipFolder = resolve(dataFolder, 'slips');
  return createVirtualPrinters({ slipFolder, clock, toPng: bitmapToPng }).printer(read.value.id);
}

async function asked(one: WantedPrinter, around: Surroundings): Promise<Listed> {
  const printer = opened(one, around);
  const status = await printer.status();
  await printer.close();
  return { name: one.name, address: one.address, model: one.model.id, status };
}

function lineOf({ name, address, model, status }: Listed): string {
  const state = status.at === 'error' ? `error (${status.detail})` : status.at;
  return `${state.padEnd(12)} ${address}  ${model}  ${name}`;
}

function lineOfFound({ address, what }: FoundPrinter): string {
  return `${'found'.padEnd(12)} ${address}  ${what}`;
}
