import { done, refuse } from '../border.ts';
import type { CommandResult, DockCommand, DockFault, DockView, PrintedSlip } from '../contract.ts';
import { unreachable } from '../result.ts';
import type { Desk, StationDeps } from './deps.ts';

/** Handles on the fake devices, as a technician's hand would hold the real ones. */
export type DockDevices = {
  printer: { setFault(fault: DockFault): void; fault(): DockFault; slips(): PrintedSlip[] };
  samples: { name: string; label: string; text: string }[];
  scan(text: string): void;
};

/** Drives the fake devices on screen. Exists only in a core that was started with the dock. */
export function createDockStation(deps: StationDeps, devices: DockDevices): Desk<DockCommand, DockView> {
  function handle(command: DockCommand): CommandResult {
    switch (command.type) {
      case 'printer-fault':
        devices.printer.setFault(command.fault);
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

  return {
    view: () => ({
      role: 'dock',
      fault: devices.printer.fault(),
      printer: deps.printerStatus(),
      slips: devices.printer.slips(),
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
