import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PrinterStatus } from '../../../core/contract.ts';
import { openPrinterList } from '../../../core/devices/printer-list.ts';
import { printerModels } from '../../../core/devices/printer-model.ts';
import { createPrintersInUse, type WantedPrinter } from '../../../core/devices/printers-in-use.ts';
import { bestStatus } from '../../../core/devices/printers.ts';
import { silentLog } from '../../../core/log.ts';
import { openMemoryStore } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';
import { createHandClock } from '../hand-clock.ts';

const resources = resolve(import.meta.dirname, '../../../resources');
const models = printerModels.parse(
  JSON.parse(readFileSync(resolve(resources, 'printer-models.json'), 'utf8')),
);
const listed = (id: string, address: string, name = id) => ({
  id,
  name,
  address,
  model: 'epson-tm-80',
  dots: null,
});

function setup(fixedAddress: string | null = null) {
  const store = createStore(openMemoryStore());
  onTestFinished(() => void store.close());
  let used: WantedPrinter[] = [];
  const open = (fixed = fixedAddress) =>
    openPrinterList({
      settings: store.settings,
      models,
      fixedAddress: fixed,
      fixedModel: null,
      use: (wanted) => {
        used = wanted;
      },
    });
  return { open, list: open(), addresses: () => used.map(({ address }) => address), used: () => used, store };
}

test('without any setting the kiosk prints on a virtual printer; with one, never by itself', () => {
  const { open, list, addresses } = setup();
  expect(addresses()).toEqual(['virtual']);
  expect(list.remove('virtual')).toBe(true);
  expect(addresses()).toEqual([]);
  open();
  expect(addresses()).toEqual([]);
});

test('the printer of the start comes first and is nobody’s to change; the listed ones follow and are kept', () => {
  const { open, list, addresses } = setup('tcp://10.0.0.9');
  expect(addresses()).toEqual(['tcp://10.0.0.9']);
  expect(list.save(listed('a', 'tcp://10.0.0.1'))).toMatchObject({ ok: true });
  expect(list.save(listed('b', 'tcp://10.0.0.2'))).toMatchObject({ ok: true });
  expect(list.move('b', -1)).toBe(true);
  expect(list.move('b', -1)).toBe(false);
  expect(list.remove('fixed')).toBe(false);
  expect(addresses()).toEqual(['tcp://10.0.0.9', 'tcp://10.0.0.2', 'tcp://10.0.0.1']);
  open(null);
  expect(addresses()).toEqual(['tcp://10.0.0.2', 'tcp://10.0.0.1']);
});

test('a printer that cannot be is refused by its field, and nothing changes', () => {
  const { list, addresses } = setup();
  expect(list.save(listed('a', 'tcp://10.0.0.300'))).toEqual({
    ok: false,
    error: { field: 'address', why: 'address-host' },
  });
  expect(list.save({ ...listed('a', 'tcp://10.0.0.3'), model: 'typewriter' })).toEqual({
    ok: false,
    error: { field: 'model', why: 'no-such-model' },
  });
  expect(list.save(listed('a', 'virtual'))).toEqual({
    ok: false,
    error: { field: 'address', why: 'address-twice' },
  });
  for (let n = 1; n < 8; n++) expect(list.save(listed(`p${n}`, `tcp://10.0.0.${n}`)).ok).toBe(true);
  expect(list.save(listed('p9', 'tcp://10.0.0.9'))).toMatchObject({ error: { why: 'too-many-printers' } });
  expect(addresses()).toHaveLength(8);
});

test('another width than the model’s reaches the printer', () => {
  const { list, used } = setup();
  list.save({ ...listed('virtual', 'virtual'), dots: 384 });
  expect(used()).toMatchObject([{ model: { id: 'epson-tm-80', dots: 384 } }]);
});

test('a stored list that nobody can read leaves a kiosk that starts without printers', () => {
  const { open, store, addresses } = setup();
  store.settings.write('printers', [{ id: 'a', address: 7 }]);
  open();
  expect(addresses()).toEqual([]);
});

function setupInUse() {
  const clock = createHandClock();
  const states = new Map<string, PrinterStatus>();
  const opened: string[] = [];
  const closed: string[] = [];
  const printers = createPrintersInUse({
    clock,
    log: silentLog,
    open({ address }) {
      opened.push(address);
      return {
        status: async () => states.get(address) ?? { at: 'offline' },
        print: async () => ({ at: 'printed' }),
        close: async () => void closed.push(address),
      };
    },
  });
  const wanted = (id: string, address: string, name = id): WantedPrinter => {
    const [model] = models;
    if (model === undefined) throw new Error('there is no model');
    return { id, name, address, model };
  };
  return { clock, states, opened, closed, printers, wanted };
}

test('each printer is asked again and again, and a change is told', async () => {
  const { clock, states, printers, wanted } = setupInUse();
  const seen: string[] = [];
  printers.onChange(() => seen.push(`${printers.status('a').at} ${printers.status('b').at}`));
  states.set('virtual', { at: 'ready' });
  printers.use([wanted('a', 'virtual'), wanted('b', 'virtual-2')]);
  expect(bestStatus(printers)).toEqual({ at: 'offline' });
  await vi.waitFor(() => expect(printers.status('a')).toEqual({ at: 'ready' }));
  expect(bestStatus(printers)).toEqual({ at: 'ready' });
  states.set('virtual', { at: 'paper-out' });
  states.set('virtual-2', { at: 'paper-low' });
  await vi.waitFor(() => {
    clock.advance(5_000);
    expect(seen.at(-1)).toBe('paper-out paper-low');
  });
  expect(bestStatus(printers)).toEqual({ at: 'paper-low' });
});

test('a change of the list opens what is new, closes what is gone and leaves the others alone', async () => {
  const { opened, closed, states, printers, wanted } = setupInUse();
  states.set('virtual', { at: 'ready' });
  printers.use([wanted('a', 'virtual'), wanted('b', 'virtual-2')]);
  const [first] = printers.all();
  printers.use([wanted('c', 'tcp://10.0.0.1'), wanted('a', 'virtual', 'Tên khác')]);
  expect(opened).toEqual(['virtual', 'virtual-2', 'tcp://10.0.0.1']);
  await vi.waitFor(() => expect(closed).toEqual(['virtual-2']));
  expect(printers.all().map(({ id, name }) => `${id} ${name}`)).toEqual(['c c', 'a Tên khác']);
  expect(printers.all()[1]?.printer).toBe(first?.printer);
  await printers.close();
  expect(closed.toSorted()).toEqual(['tcp://10.0.0.1', 'virtual', 'virtual-2']);
});

test('without a printer slips cannot be printed', () => {
  expect(bestStatus(setupInUse().printers)).toEqual({ at: 'offline' });
});
