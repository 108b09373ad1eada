import { done, refuse } from '../border.ts';
import {
  type CommandResult,
  type DockCommand,
  type DockView,
  type VirtualPrinterId,
  virtualPrinterIds,
} from '../contract.ts';
import type { VirtualPrinters } from '../devices/virtual-printers.ts';
import { unreachable } from '../result.ts';
import type { Desk, StationDeps } from './deps.ts';

/** Handles on the fake devices, as a technician's hand would hold the real ones. */
export type DockDevices = {
  printers: Pick<VirtualPrinters, 'setFault' | 'fault' | 'slips'>;
  samples: { name: string; label: string; text: string }[];
  scan(text: string): void;
};

/** Drives the fake devices on screen. Exists only in a core that was started with the dock. */
export function createDockStation(deps: StationDeps, devices: DockDevices): Desk<DockCommand, DockView> {
  function handle(command: DockCommand): CommandResult {
    switch (command.type) {
      case 'printer-fault':
        devices.printers.setFault(command.printer ?? 'virtual', command.fault);
        return done;
      case 'scan-sample': {
        const sample = devices.samples.find(({ name }) => name === command.name);
        if (!sample) return refuse('invalid', 'name: no such sample card', 'name');
        devices.scan(sample.text);
        return done;
      }
      default:
        return unreachable(command);
    }
  }

  /** The first one is always there to play with, the other while the kiosk prints on it. */
  function printers(): DockView['printers'] {
    const nameOf = (id: VirtualPrinterId) => deps.printers.all().find(({ address }) => address === id)?.name;
    return virtualPrinterIds
      .filter((id) => id === 'virtual' || nameOf(id) !== undefined)
      .map((id) => ({ id, name: nameOf(id) ?? 'Máy in ảo', fault: devices.printers.fault(id) }));
  }

  return {
    view: () => ({
      role: 'dock',
      printers: printers(),
      printer: deps.printerStatus(),
      slips: devices.printers.slips(),
      samples: devices.samples.map(({ name, label }) => ({ name, label })),
      sync: deps.sync.view(),
    }),
    handle(command) {
      const result = handle(command);
      deps.changed();
      return result;
    },
    close: () => {},
  };
}
