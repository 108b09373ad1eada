import { done, parseCommand } from './border.ts';
import type { CommandResult, PrinterStatus, Role, Station, View } from './contract.ts';
import type { Printer } from './devices/printer.ts';
import type { Scan, ScannerStatus } from './devices/scanner.ts';
import { unreachable } from './result.ts';
import { type Board, createBoard } from './stations/board.ts';
import type { Lan } from './lan/lan.ts';
import { createAdminStation } from './stations/admin-station.ts';
import { type CounterDesk, createCounterStation } from './stations/counter-station.ts';
import type { AdminDesk, Desk, KioskDesk, StationDeps } from './stations/deps.ts';
import { createDisplayStation } from './stations/display-station.ts';
import { createDockStation, type DockDevices } from './stations/dock-station.ts';
import { createKioskStation } from './stations/kiosk-station.ts';
import { createRatingStation, type RatingDesk } from './stations/rating-station.ts';
import { createSharedCards } from './stations/shared-cards.ts';

export type CentreDeps = Omit<
  StationDeps,
  'changed' | 'changedHere' | 'printerStatus' | 'sharedCards' | 'board'
> & {
  printer: Printer;
  stations: Station[];
  /** The desk scanner on a serial port, where one is set up. */
  scanner(): { path: string; status: ScannerStatus } | null;
  dock: DockDevices | null;
  lan: Lan;
};
/** One open screen. */
export type Connection = { handle(raw: unknown): Promise<CommandResult>; close(): void };
export type Centre = ReturnType<typeof createCentre>;

const printerPollMs = 5_000;
/** How often what only time changes is looked at: opening hours, missed tickets that expire, the end of a day. */
const tickMs = 20_000;

/** All the screens of a centre around one store: routes commands in and sends each changed View out. */
export function createCentre(deps: CentreDeps) {
  const listeners = new Map<string, Set<(view: View) => void>>();
  const lastSent = new Map<string, string>();
  /** The stations whose screens may be behind. */
  const behind = new Set<string>();
  let printerStatus: PrinterStatus = { at: 'offline' };
  let stopped = false;
  let cancelPoll = () => {};
  let cancelTick = () => {};

  const sharedCards = createSharedCards({
    clock: deps.clock,
    stateOf: (ticket) => deps.store.tickets.find(ticket)?.state ?? null,
  });
  const counterDesks = new Map<string, CounterDesk>();
  const board: Board = createBoard({
    ...deps,
    changed,
    openCounters: () => [...counterDesks].filter(([, desk]) => desk.isOpen()).map(([id]) => id),
  });
  const allDeps = { ...deps, sharedCards, changed, board, printerStatus: () => printerStatus };
  const ratingDesks = new Map<string, RatingDesk>();
  let kioskDesks: KioskDesk<never, View>[] = [];
  const adminDesks: AdminDesk<never, View>[] = [];
  const desks = new Map<string, Desk<never, View>>();
  // Rating screens first: the counters speak to them.
  for (const station of deps.stations.toSorted((a, b) => order(a.role) - order(b.role))) {
    desks.set(station.id, createDesk(station));
  }

  function createDesk(station: Station): Desk<never, View> {
    const { role, counterId } = station;
    const stationDeps: StationDeps = { ...allDeps, changedHere: () => publishSoon(station.id) };
    switch (role) {
      case 'kiosk': {
        const desk = createKioskStation(station.id, stationDeps);
        kioskDesks.push(desk);
        return desk;
      }
      case 'display':
        return createDisplayStation(stationDeps);
      case 'counter': {
        const desk = createCounterStation(atCounter(counterId), stationDeps, (event) =>
          ratingDesks.get(atCounter(counterId))?.hear(event),
        );
        counterDesks.set(atCounter(counterId), desk);
        return desk;
      }
      case 'rating': {
        const desk = createRatingStation(atCounter(counterId), stationDeps);
        ratingDesks.set(atCounter(counterId), desk);
        return desk;
      }
      case 'admin': {
        const desk = createAdminStation(stationDeps, {
          lan: deps.lan,
          camera: () => kioskDesks[0]?.camera() ?? null,
          scanner: () => deps.scanner(),
          stations: () =>
            deps.stations.map(({ id, role: of }) => ({
              id,
              role: of,
              connected: listeners.get(id)?.size ?? 0,
            })),
        });
        adminDesks.push(desk);
        return desk;
      }
      case 'dock':
        if (!deps.dock) throw new Error('a dock needs fake devices');
        return createDockStation(stationDeps, deps.dock);
      default:
        return unreachable(role);
    }
  }

  function changed() {
    board.renew();
    publishSoon('all');
  }

  /** Many changes in one turn make one round of views, after the results of that turn are on their way. */
  function publishSoon(whose: string) {
    if (stopped) return;
    if (behind.size === 0) setImmediate(publish);
    behind.add(whose);
  }

  function publish() {
    if (stopped) return;
    const whose = new Set(behind);
    behind.clear();
    for (const [id, toAll] of listeners) {
      if (toAll.size === 0 || !(whose.has('all') || whose.has(id))) continue;
      const view = viewOf(id);
      const text = JSON.stringify(view);
      if (lastSent.get(id) === text) continue;
      lastSent.set(id, text);
      for (const send of toAll) send(view);
    }
  }

  function viewOf(id: string): View {
    const desk = desks.get(id);
    if (!desk) throw new Error(`no desk for station ${id}`);
    return desk.view();
  }

  async function pollPrinter() {
    let status: PrinterStatus;
    try {
      status = await deps.printer.status();
    } catch (error) {
      deps.log.error({ error }, 'the printer could not be asked');
      status = { at: 'error', detail: 'driver' };
    }
    if (stopped) return;
    if (JSON.stringify(status) !== JSON.stringify(printerStatus)) {
      printerStatus = status;
      deps.log.info({ printer: status.at }, 'printer');
      changed();
    }
    cancelPoll();
    cancelPoll = deps.clock.after(printerPollMs, () => void pollPrinter());
  }
  void pollPrinter();

  function tick() {
    cancelTick = deps.clock.after(tickMs, tick);
    const now = deps.clock.now();
    const today = deps.store.tickets.dayAt(now);
    try {
      const closed = deps.store.moves.closeEarlierDays(today, now);
      const expired = deps.store.moves.expireMissed(today, deps.config.queue, now);
      if (closed + expired > 0) deps.sync.nudge();
    } catch (error) {
      deps.log.error({ error }, 'the queue could not be tidied');
    }
    changed();
  }
  tick();

  return {
    changed,
    pollPrinter,
    /** The desk scanner belongs to the kiosk it stands on, except for the card of a technician who tests it. */
    scanned(scan: Scan) {
      const isTest = adminDesks.map((desk) => desk.scanned(scan)).includes(true);
      if (!isTest) kioskDesks[0]?.scanned(scan);
    },

    open(station: Station, send: (view: View) => void): Connection {
      // A kiosk on the network is not known beforehand; every other machine shares a desk that stands already.
      if (!desks.has(station.id) && station.role === 'kiosk') desks.set(station.id, createDesk(station));
      const toAll = listeners.get(station.id) ?? new Set();
      listeners.set(station.id, toAll);
      toAll.add(send);
      const view = viewOf(station.id);
      if (toAll.size === 1) lastSent.set(station.id, JSON.stringify(view));
      send(view);
      changed();
      return {
        async handle(raw) {
          const command = parseCommand(station.role, raw);
          if (!command.ok) return command;
          const desk = desks.get(station.id);
          return desk ? await desk.handle(command.value as never) : done;
        },
        close() {
          toAll.delete(send);
          if (toAll.size === 0) lastSent.delete(station.id);
          changed();
        },
      };
    },

    closeStation(id: string) {
      const desk = desks.get(id);
      desk?.close();
      kioskDesks = kioskDesks.filter((one) => one !== desk);
      desks.delete(id);
      listeners.delete(id);
      lastSent.delete(id);
    },

    stop() {
      stopped = true;
      cancelPoll();
      cancelTick();
      board.close();
      for (const desk of desks.values()) desk.close();
      sharedCards.close();
    },
  };
}

function order(role: Role): number {
  return role === 'rating' ? 0 : 1;
}

function atCounter(counterId: string | null): string {
  if (counterId === null) throw new Error('this station stands at a counter');
  return counterId;
}
