import { err, ok, type Result } from '../result.ts';
import type { SettingStore } from '../store/settings.ts';
import { type AddressFault, readPrinterAddress } from './printer-address.ts';
import { type PrinterModel, usualModelId } from './printer-model.ts';
import {
  type ListedPrinter,
  mostPrinters,
  readListedPrinters,
  writeListedPrinters,
} from './printer-setting.ts';
import type { WantedPrinter } from './printers-in-use.ts';

export type PrinterListFault = AddressFault | 'no-such-model' | 'address-twice' | 'too-many-printers';

/** Which slip printers this kiosk has, in the order in which they are tried. */
export type PrinterList = {
  models: readonly PrinterModel[];
  /** As the administrator has it. */
  listed(): readonly ListedPrinter[];
  /** Set where the kiosk was started and so nobody's to change on a screen; the first of all. */
  fixed(): WantedPrinter | null;
  /** Adds it, or puts it in place of the one with its id. Works at once. */
  save(printer: ListedPrinter): Result<undefined, { field: 'address' | 'model'; why: PrinterListFault }>;
  remove(id: string): boolean;
  /** One place up or down in the order. */
  move(id: string, by: -1 | 1): boolean;
};

const fixedId = 'fixed';

/** `fixedAddress` must be one that `readPrinterAddress` reads. `use` is told at the start and after every change. */
export function openPrinterList(deps: {
  settings: Pick<SettingStore, 'read' | 'write'>;
  models: readonly PrinterModel[];
  fixedAddress: string | null;
  fixedModel: string | null;
  use(wanted: WantedPrinter[]): void;
}): PrinterList {
  const { settings, models, fixedAddress } = deps;
  const usual = modelOf(deps.fixedModel ?? usualModelId) ?? modelOf(usualModelId);
  if (usual === undefined) throw new Error('the usual model must be among the models');
  const fixed =
    fixedAddress === null ? null : { id: fixedId, name: 'Máy in chính', address: fixedAddress, model: usual };
  // Without any setting a kiosk still shows what it would print.
  let listed = readListedPrinters(settings) ?? (fixed === null ? [virtual()] : []);
  tell();

  function modelOf(id: string): PrinterModel | undefined {
    return models.find((model) => model.id === id);
  }

  function virtual(): ListedPrinter {
    return { id: 'virtual', name: 'Máy in ảo', address: 'virtual', model: usualModelId, dots: null };
  }

  function wanted({ id, name, address, model, dots }: ListedPrinter): WantedPrinter[] {
    const known = modelOf(model);
    // A list from a newer version may name what is not known here: the other printers still print.
    if (known === undefined || !readPrinterAddress(address).ok) return [];
    return [{ id, name, address, model: dots === null ? known : { ...known, dots } }];
  }

  function tell() {
    deps.use([...(fixed === null ? [] : [fixed]), ...listed.flatMap(wanted)]);
  }

  function change(next: ListedPrinter[]) {
    writeListedPrinters(settings, next);
    listed = next;
    tell();
  }

  return {
    models,
    listed: () => listed,
    fixed: () => fixed,
    save(printer) {
      const address = readPrinterAddress(printer.address);
      if (!address.ok) return err({ field: 'address', why: address.error });
      if (modelOf(printer.model) === undefined) return err({ field: 'model', why: 'no-such-model' });
      const others = listed.filter(({ id }) => id !== printer.id);
      if ([fixed, ...others].some((other) => other?.address === printer.address))
        return err({ field: 'address', why: 'address-twice' });
      const isKnown = others.length < listed.length;
      if (!isKnown && listed.length >= mostPrinters)
        return err({ field: 'address', why: 'too-many-printers' });
      change(isKnown ? listed.map((one) => (one.id === printer.id ? printer : one)) : [...listed, printer]);
      return ok();
    },
    remove(id) {
      const rest = listed.filter((one) => one.id !== id);
      if (rest.length === listed.length) return false;
      change(rest);
      return true;
    },
    move(id, by) {
      const from = listed.findIndex((one) => one.id === id);
      const one = listed[from];
      const other = listed[from + by];
      if (one === undefined || other === undefined) return false;
      change(listed.with(from, other).with(from + by, one));
      return true;
    },
  };
}
