import { parseCommand, refuse } from './border.ts';
import type { CommandResult, NumberState, Role, Station, View } from './contract.ts';
import { bestStatus } from './devices/printers.ts';
import type { Scan, ScannerStatus } from './devices/scanner.ts';
import { unreachable } from './result.ts';
import { type Board, createBoard } from './stations/board.ts';
import { kioskOfShell, shellOf } from './enrolment.ts';
import type { Lan } from './lan/lan.ts';
import type { Phone } from './phone/phone.ts';
import type { StationRegister } from './station-register.ts';
import { createAdminStation } from './stations/admin-station.ts';
import type { PrinterDevices } from './stations/admin/printers.ts';
import { type CounterDesk, createCounterStation } from './stations/counter-station.ts';
import type { AdminDesk, Desk, KioskDesk, StationDeps } from './stations/deps.ts';
import { createDisplayStation } from './stations/display-station.ts';
import { createDockStation, type DockDevices } from './stations/dock-station.ts';
import { counterName } from './stations/hall.ts';
import { createKioskStation } from './stations/kiosk-station.ts';
import { numberState, ticketByToken } from './stations/slips-of-ticket.ts';
import { createRatingStation, type RatingDesk } from './stations/rating-station.ts';
import { createHelpDesk } from './stations/help-desk.ts';
import { createPortalDesk } from './stations/portal-desk.ts';
import { createShellStation } from './stations/shell-station.ts';
import { createSharedCards } from './stations/shared-cards.ts';

export type CentreDeps = Omit<
  StationDeps,
  | 'changed'
  | 'changedHere'
  | 'printerStatus'
  | 'statusAddress'
  | 'sharedCards'
  | 'board'
  | 'helpDesk'
  | 'portals'
> & {
  register: Pick<StationRegister, 'stations' | 'onChange'>;
  printerDevices: PrinterDevices;
  /** The desk scanner on a serial port, where one is set up. */
  scanner(): { path: string; status: ScannerStatus } | null;
  dock: DockDevices | null;
  lan: Lan;
  phone: Phone;
};
/** One open screen. */
export type Connection = { handle(raw: unknown): Promise<CommandResult>; close(): void };
/** What the hall sends to one open screen: its view as JSON, written once for all who look. `end`: there is no such screen any more. */
export type Screen = { send(view: string): void; end(): void };
export type Centre = ReturnType<typeof createCentre>;

/** How often what only time changes is looked at: opening hours, missed tickets that expire, the end of a day. */
const tickMs = 20_000;
/** Turns of the event loop for which views may wait while commands keep coming. */
const mostTurns = 12;

/** All the screens of a centre around one store: routes commands in and sends each changed View out. */
export function createCentre(deps: CentreDeps) {
  const listeners = new Map<string, Set<Screen>>();
  const lastSent = new Map<string, string>();
  /** The stations whose screens may be behind. */
  const behind = new Set<string>();
  let handled = 0;
  let stopped = false;
  let cancelTick = () => {};

  const sharedCards = createSharedCards({
    clock: deps.clock,
    stateOf: (ticket) => deps.store.tickets.find(ticket)?.state ?? null,
    marks: deps.store.sharedCardMarks,
    log: deps.log,
  });
  const counterDesks = new Map<string, CounterDesk>();
  const board: Board = createBoard({
    ...deps,
    changed,
    openCounters: () => [...counterDesks].filter(([, desk]) => desk.isOpen()).map(([id]) => id),
  });
  const helpDesk = createHelpDesk({ clock: deps.clock, changed });
  const portals = createPortalDesk({
    ...deps,
    hasShell: (kiosk) => (listeners.get(shellOf(kiosk))?.size ?? 0) > 0,
    changed: (kiosk) => publishSoon(shellOf(kiosk)),
  });
  const allDeps = {
    ...deps,
    sharedCards,
    changed,
    board,
    helpDesk,
    portals,
    printerStatus: () => bestStatus(deps.printers),
    statusAddress: () => deps.phone.address(),
  };
  const ratingDesks = new Map<string, RatingDesk>();
  const kioskDesks = new Map<string, KioskDesk<never, View>>();
  const adminDesks: AdminDesk<never, View>[] = [];
  const desks = new Map<string, Desk<never, View>>();
  let own: string[] = [];
  deps.spooler.onChange((job) => {
    for (const desk of kioskDesks.values()) desk.slipChanged(job);
    deps.sync.nudge();
    changed();
  });
  setUpDesks();
  deps.register.onChange(() => {
    setUpDesks();
    changed();
  });

  /** A desk for each screen the centre has; those it no longer has are closed, with whoever looks at them. */
  function setUpDesks() {
    const stations = deps.register.stations();
    // A kiosk on the network has a desk without being one of the centre's own screens.
    for (const id of own) if (!stations.some((station) => station.id === id)) remove(id);
    own = stations.map(({ id }) => id);
    // Rating screens first: the counters speak to them.
    for (const station of stations.toSorted((a, b) => order(a.role) - order(b.role))) {
      if (!desks.has(station.id)) desks.set(station.id, createDesk(station));
    }
  }

  function remove(id: string) {
    desks.get(id)?.close();
    desks.delete(id);
    kioskDesks.delete(id);
    for (const screen of listeners.get(id) ?? []) screen.end();
    listeners.delete(id);
    lastSent.delete(id);
  }

  function createDesk(station: Station): Desk<never, View> {
    const { role, counterId } = station;
    const stationDeps: StationDeps = { ...allDeps, changedHere: () => publishSoon(station.id) };
    switch (role) {
      case 'kiosk': {
        const desk = createKioskStation(station.id, stationDeps);
        kioskDesks.set(station.id, desk);
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
          printers: deps.printerDevices,
          phone: deps.phone,
          camera: () => firstKiosk()?.camera() ?? null,
          scanner: () => deps.scanner(),
          stations: () =>
            deps.register.stations().flatMap(({ id, role: of, counterId: at }) =>
              // The program around a window is no screen anybody opens.
              of === 'shell'
                ? []
                : [
                    {
                      id,
                      role: of,
                      counterName: at === null ? null : counterName(deps.centre.get(), at),
                      connected: listeners.get(id)?.size ?? 0,
                    },
                  ],
            ),
        });
        adminDesks.push(desk);
        return desk;
      }
      case 'shell':
        return createShellStation(kioskOfShell(station.id), portals);
      case 'dock':
        if (!deps.dock) throw new Error('a dock needs fake devices');
        return createDockStation(stationDeps, deps.dock);
      default:
        return unreachable(role);
    }
  }

  function firstKiosk(): KioskDesk<never, View> | undefined {
    return kioskDesks.values().next().value;
  }

  function changed() {
    board.renew();
    publishSoon('all');
  }

  /**
   * Answers before pictures: views are drawn in the first turn of the event loop that brings no command, so that many who
   * press at once do not wait for each other's views; at the latest after so many turns.
   */
  function publishSoon(whose: string) {
    if (stopped) return;
    if (behind.size === 0) publishWhenQuiet(mostTurns);
    behind.add(whose);
  }

  function publishWhenQuiet(turnsLeft: number) {
    const before = handled;
    setImmediate(() => {
      if (turnsLeft === 0 || (turnsLeft < mostTurns && handled === before)) publish();
      else publishWhenQuiet(turnsLeft - 1);
    });
  }

  function publish() {
    if (stopped) return;
    const whose = new Set(behind);
    behind.clear();
    for (const [id, toAll] of listeners) {
      if (toAll.size === 0 || !(whose.has('all') || whose.has(id))) continue;
      const view = JSON.stringify(viewOf(id));
      if (lastSent.get(id) === view) continue;
      lastSent.set(id, view);
      for (const screen of toAll) screen.send(view);
    }
  }

  function viewOf(id: string): View {
    const desk = desks.get(id);
    if (!desk) throw new Error(`no desk for station ${id}`);
    return desk.view();
  }

  function tick() {
    cancelTick = deps.clock.after(tickMs, tick);
    const now = deps.clock.now();
    const today = deps.store.tickets.dayAt(now);
    try {
      const closed = deps.store.moves.closeEarlierDays(today, now);
      const expired = deps.store.moves.expireMissed(today, deps.centre.get().queue, now);
      if (closed + expired > 0) deps.sync.nudge();
      deps.store.dossiers.purge(now);
    } catch (error) {
      deps.log.error({ error }, 'the queue could not be tidied');
    }
    changed();
  }
  tick();

  return {
    changed,
    /** The desk scanner belongs to the kiosk it stands on, except for the card of a technician who tests it. */
    scanned(scan: Scan) {
      const isTest = adminDesks.map((desk) => desk.scanned(scan)).includes(true);
      if (!isTest) firstKiosk()?.scanned(scan);
    },

    open(station: Station, screen: Screen): Connection {
      // A kiosk on the network is not known beforehand; every other machine shares a desk that stands already.
      if (!desks.has(station.id) && station.role === 'kiosk') desks.set(station.id, createDesk(station));
      const toAll = listeners.get(station.id) ?? new Set<Screen>();
      listeners.set(station.id, toAll);
      toAll.add(screen);
      const view = JSON.stringify(viewOf(station.id));
      if (toAll.size === 1) lastSent.set(station.id, view);
      screen.send(view);
      changed();
      return {
        async handle(raw) {
          handled += 1;
          const command = parseCommand(station.role, raw);
          if (!command.ok) return command;
          const desk = desks.get(station.id);
          return desk
            ? await desk.handle(command.value as never)
            : refuse('unknown', 'there is no such screen any more');
        },
        close() {
          toAll.delete(screen);
          if (toAll.size === 0) lastSent.delete(station.id);
          changed();
        },
      };
    },

    closeStation: remove,

    /** The state of a ticket of today's queue by the token of its slip. */
    numberOf(token: string): NumberState | null {
      const ticket = ticketByToken(token, allDeps);
      return ticket && numberState(ticket, allDeps);
    },

    stop() {
      stopped = true;
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
