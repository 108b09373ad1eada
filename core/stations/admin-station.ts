import { done, refuse } from '../border.ts';
import { localDay } from '../clock.ts';
import type {
  AdminCommand,
  AdminScreen,
  AdminView,
  CameraState,
  CommandResult,
  OfficerName,
  Role,
  ScannerView,
} from '../contract.ts';
import type { ScannerStatus } from '../devices/scanner.ts';
import type { Lan } from '../lan/lan.ts';
import { unreachable } from '../result.ts';
import type { AdminDesk, StationDeps } from './deps.ts';
import { centreName } from './hall.ts';
import { createScannerTest } from './scanner-test.ts';
import { createSignIn } from './sign-in.ts';

export type Surroundings = {
  camera(): CameraState | null;
  scanner(): { path: string; status: ScannerStatus } | null;
  lan: Pick<Lan, 'view' | 'handle'>;
  stations(): { id: string; role: Role; connected: number }[];
};

export function createAdminStation(
  deps: StationDeps,
  around: Surroundings,
): AdminDesk<AdminCommand, AdminView> {
  const { store, clock, question, sync } = deps;
  const desk = createSignIn({
    screen: 'admin',
    officers: store.officers,
    guards: store.guards,
    clock,
    roles: ['admin'],
  });
  const scannerTest = createScannerTest(clock);

  function scanner(): ScannerView | null {
    const port = around.scanner();
    return port && { path: port.path, at: port.status.at, unreadableAt: scannerTest.unreadableAt() };
  }

  function screen(officer: OfficerName): AdminScreen {
    if (!scannerTest.isOn()) return overview(officer);
    return {
      at: 'scanner-test',
      officer,
      today: localDay(clock.now()),
      wedgeGapMs: deps.wedgeGapMs,
      scanner: scanner(),
      arrived: scannerTest.arrived(),
    };
  }

  function overview(officer: OfficerName): AdminScreen {
    const today = store.tickets.dayAt(clock.now());
    const counts = store.visits.ratingsByChoice(question.id);
    const byChoice = question.choices.map((choice) => ({
      id: choice.id,
      face: choice.face,
      vi: choice.vi,
      en: choice.en,
      n: counts.get(choice.id) ?? 0,
    }));
    const states = store.tickets.countByState(today);
    const count = (...names: Parameters<typeof states.get>[0][]) =>
      names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
    return {
      at: 'overview',
      officer,
      today,
      ratings: {
        n: byChoice.reduce((sum, { n }) => sum + n, 0),
        acknowledged: store.visits.acknowledgedRatings(question.id),
        byChoice,
      },
      tickets: {
        issued: [...states.values()].reduce((sum, n) => sum + n, 0),
        waiting: count('waiting'),
        serving: count('called', 'serving'),
        done: count('done'),
        missed: count('missed'),
      },
      asked: store.visits.finishedVisits(),
      sync: sync.view(),
      printer: deps.printerStatus(),
      camera: around.camera(),
      scanner: scanner(),
      stations: around.stations(),
      lan: around.lan.view(),
    };
  }

  async function handle(command: AdminCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    if (!desk.officer()) return refuse('not-now', 'sign in first');
    switch (command.type) {
      case 'sign-out':
        scannerTest.end();
        desk.signOut();
        return done;
      case 'sync-now':
        await sync.syncNow();
        return done;
      case 'begin-scanner-test':
        scannerTest.begin();
        return done;
      case 'end-scanner-test':
        scannerTest.end();
        return done;
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
        centre: centreName(deps.config),
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
