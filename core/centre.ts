import { done, parseCommand } from './border.ts';
import type { CommandResult, PrinterStatus, Role, Station, View } from './contract.ts';
import type { Printer } from './devices/printer.ts';
import { unreachable } from './result.ts';
import type { Lan } from './lan/lan.ts';
import { createAdminStation } from './stations/admin-station.ts';
import { createCounterStation } from './stations/counter-station.ts';
import type { Desk, KioskDesk, StationDeps } from './stations/deps.ts';
import { createDisplayStation } from './stations/display-station.ts';
import { createDockStation, type DockDevices } from './stations/dock-station.ts';
import { createKioskStation } from './stations/kiosk-station.ts';
import { createRatingStation, type RatingDesk } from './stations/rating-station.ts';

export type CentreDeps = Omit<StationDeps, 'changed' | 'printerStatus'> & {
  printer: Printer;
  stations: Station[];
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
  let printerStatus: PrinterStatus = { at: 'offline' };
  let publishing = false;
  let stopped = false;
  let cancelPoll = () => {};
  let cancelTick = () => {};

  const stationDeps: StationDeps = { ...deps, changed, printerStatus: () => printerStatus };
  const ratingDesks = new Map<string, RatingDesk>();
  let kioskDesks: KioskDesk<never, View>[] = [];
  const desks = new Map<string, Desk<never, View>>();
  // Rating screens first: the counters speak to them.
  for (const station of deps.stations.toSorted((a, b) => order(a.role) - order(b.role))) {
    desks.set(station.id, createDesk(station));
  }

  function createDesk(station: Station): Desk<never, View> {
    const { role, counterId } = station;
    switch (role) {
      case 'kiosk': {
        const desk = createKioskStation(station.id, stationDeps);
        kioskDesks.push(desk);
        return desk;
      }
      case 'display':
        return createDisplayStation(stationDeps);
      case 'counter':
        return createCounterStation(atCounter(counterId), stationDeps, (event) =>
          ratingDesks.get(atCounter(counterId))?.hear(event),
        );
      case 'rating': {
        const desk = createRatingStation(atCounter(counterId), stationDeps);
        ratingDesks.set(atCounter(counterId), desk);
        return desk;
      }
      case 'admin':
        return createAdminStation(stationDeps, {
          lan: deps.lan,
          camera: () => kioskDesks[0]?.camera() ?? null,
          stations: () =>
            deps.stations.map(({ id, role: of }) => ({
              id,
              role: of,
              connected: listeners.get(id)?.size ?? 0,
            })),
        });
      case 'dock':
        if (!deps.dock) throw new Error('a dock needs fake devices');
        return createDockStation(stationDeps, deps.dock);
      default:
        return unreachable(role);
    }
  }

  /** Many changes in one turn make one round of views, after the results of that turn are on their way. */
  function changed() {
    if (publishing || stopped) return;
    publishing = true;
    setImmediate(() => {
      publishing = false;
      publish();
    });
  }

  function publish() {
    // What stopped it may have changed something on its way out, and the store is closed by now.
    if (stopped) return;
    for (const [id, toAll] of listeners) {
      if (toAll.size === 0) continue;
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
    /** A text from the desk scanner belongs to the kiosk it stands on. */
    scanned: (text: string) => kioskDesks[0]?.scanned(text),

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
      for (const desk of desks.values()) desk.close();
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
