import { done, refuse } from '../border.ts';
import type { ShellCommand, ShellView } from '../contract.ts';
import type { Desk } from './deps.ts';
import type { PortalDesk } from './portal-desk.ts';

/** The core's side of the program around one kiosk's window. */
export function createShellStation(kiosk: string, portals: PortalDesk): Desk<ShellCommand, ShellView> {
  return {
    view: () => portals.view(kiosk),
    handle: (command) =>
      portals.hear(kiosk, command) ? done : refuse('not-now', 'portal: is closed', 'portal'),
    close: () => {},
  };
}
