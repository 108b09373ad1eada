import { done, refuse } from '../border.ts';
import type {
  AdminCommand,
  AdminPage,
  AdminScreen,
  AdminView,
  CommandResult,
  OfficerName,
  ScannerView,
} from '../contract.ts';
import { unreachable } from '../result.ts';
import { createAppointmentDesk } from './admin/appointments.ts';
import { createCentreDesk } from './admin/centre.ts';
import { createDayDesk } from './admin/day.ts';
import { createFiguresDesk } from './admin/figures.ts';
import { overview, type Surroundings } from './admin/overview.ts';
import { createPrinterDesk } from './admin/printers.ts';
import type { AdminDesk, StationDeps } from './deps.ts';
import { centreName } from './hall.ts';
import { createScannerTest } from './scanner-test.ts';
import { createSignIn } from './sign-in.ts';

/** What is looked at; the day is `null` for the present one, whichever that is. */
type Look = { page: AdminPage; day: string | null };
const overviewOfToday: Look = { page: 'overview', day: null };

export function createAdminStation(
  deps: StationDeps,
  around: Surroundings,
): AdminDesk<AdminCommand, AdminView> {
  const { store, clock, sync } = deps;
  const desk = createSignIn({
    screen: 'admin',
    officers: store.officers,
    guards: store.guards,
    clock,
    roles: ['admin'],
  });
  const scannerTest = createScannerTest(clock);
  const figures = createFiguresDesk(deps);
  const centre = createCentreDesk(deps);
  const day = createDayDesk(deps);
  const appointments = createAppointmentDesk(deps);
  const printers = createPrinterDesk(deps, around.printers);
  let look = overviewOfToday;

  function lookAt(next: Look) {
    look = next;
    appointments.lookAway();
    printers.lookAway();
    scannerTest.end();
  }

  function scanner(): ScannerView | null {
    const port = around.scanner();
    return port && { path: port.path, at: port.status.at, unreadableAt: scannerTest.unreadableAt() };
  }

  function screen(officer: OfficerName): AdminScreen {
    const today = store.tickets.dayAt(clock.now());
    if (scannerTest.isOn()) {
      const { wedgeGapMs } = deps;
      return {
        at: 'scanner-test',
        officer,
        today,
        wedgeGapMs,
        scanner: scanner(),
        arrived: scannerTest.arrived(),
      };
    }
    switch (look.page) {
      case 'overview':
        return overview(officer, scanner(), deps, around);
      case 'figures':
        return figures.screen(officer, look.day);
      case 'lanes':
        return { at: 'lanes', officer, today, document: centre.document() };
      case 'hours':
        return { at: 'hours', officer, today, document: centre.document(), state: day.state() };
      case 'appointments':
        return appointments.screen(officer, look.day);
      case 'printers':
        return printers.screen(officer);
      default:
        return unreachable(look.page);
    }
  }

  async function handle(command: AdminCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    const officer = desk.officer();
    if (!officer) return refuse('not-now', 'sign in first', 'type');
    switch (command.type) {
      case 'sign-out':
        desk.signOut();
        lookAt(overviewOfToday);
        return done;
      case 'sync-now':
        await sync.syncNow();
        return done;
      case 'look':
        lookAt({ page: command.page, day: command.day });
        return done;
      case 'change-centre':
        return centre.change(command.revision, command.centre, officer.id);
      case 'restore-centre':
        return centre.restore(command.revision, officer.id);
      case 'close-day':
        return day.close(command.day, command.carry, officer.id);
      case 'reopen-day':
        return day.reopen(command.day);
      case 'make-appointment':
        return appointments.make(command);
      case 'cancel-appointment':
        return appointments.cancel(command.code);
      case 'begin-scanner-test':
        lookAt(overviewOfToday);
        scannerTest.begin();
        return done;
      case 'end-scanner-test':
        scannerTest.end();
        return done;
      case 'save-printer':
        return printers.save(command);
      case 'remove-printer':
        return printers.remove(command.printer);
      case 'move-printer':
        return printers.move(command.printer, command.by);
      case 'test-printer':
        return printers.test(command.printer);
      case 'find-printers':
        return printers.find();
      case 'phone-switch':
        return around.phone.turn(command.on);
      case 'lan-switch':
      case 'lan-code':
      case 'lan-remove':
        return around.lan.handle(command);
      default:
        return unreachable(command);
    }
  }

  return {
    view: () => {
      const officer = desk.officer();
      return {
        role: 'admin',
        centre: centreName(deps.centre.get()),
        device: store.outbox.device,
        screen: officer ? screen(officer) : { at: 'signed-out', officers: desk.choices() },
      };
    },
    async handle(command) {
      const result = await handle(command);
      deps.changed();
      return result;
    },
    scanned(scan) {
      const isTest = scannerTest.scanned(scan);
      deps.changed();
      return isTest;
    },
    close: () => {},
  };
}
