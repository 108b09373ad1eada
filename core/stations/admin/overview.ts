import { localDayWindow } from '../../clock.ts';
import type { AdminScreen, CameraState, OfficerName, Role, ScannerView } from '../../contract.ts';
import type { ScannerStatus } from '../../devices/scanner.ts';
import type { Lan } from '../../lan/lan.ts';
import type { Phone } from '../../phone/phone.ts';
import type { StationDeps } from '../deps.ts';
import type { PrinterDevices } from './printers.ts';

export type Surroundings = {
  camera(): CameraState | null;
  printers: PrinterDevices;
  lan: Pick<Lan, 'view' | 'handle'>;
  phone: Pick<Phone, 'view' | 'turn'>;
  scanner(): { path: string; status: ScannerStatus } | null;
  stations(): { id: string; role: Exclude<Role, 'shell'>; counterName: string | null; connected: number }[];
};

export function overview(
  officer: OfficerName,
  scanner: ScannerView | null,
  deps: StationDeps,
  around: Surroundings,
): AdminScreen {
  const { store, clock, question, sync } = deps;
  const today = store.tickets.dayAt(clock.now());
  const period = localDayWindow(today);
  const counts = store.visits.ratingsByChoice(question.id, period);
  const byChoice = question.choices.map(({ id, face, vi, en }) => ({
    id,
    face,
    vi,
    en,
    n: counts.get(id) ?? 0,
  }));
  const states = store.tickets.countByState(today);
  const slips = store.printJobs.countByState(today);
  const count = (...names: Parameters<typeof states.get>[0][]) =>
    names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
  return {
    at: 'overview',
    officer,
    today,
    ratings: {
      n: byChoice.reduce((sum, { n }) => sum + n, 0),
      acknowledged: store.visits.acknowledgedRatings(question.id, period),
      byChoice,
    },
    tickets: {
      issued: [...states.values()].reduce((sum, n) => sum + n, 0),
      waiting: count('waiting'),
      serving: count('called', 'serving'),
      done: count('done'),
      missed: count('missed'),
    },
    slips: {
      printed: slips.get('printed') ?? 0,
      failed: slips.get('failed') ?? 0,
      voided: slips.get('voided') ?? 0,
      waiting: (slips.get('waiting') ?? 0) + (slips.get('printing') ?? 0),
    },
    asked: store.visits.finishedVisits(period),
    sync: sync.view(),
    printer: deps.printerStatus(),
    camera: around.camera(),
    scanner,
    stations: around.stations(),
    lan: around.lan.view(),
    phone: around.phone.view(),
  };
}
