import { localHour } from '../clock.ts';
import { spreadOf, type Spread } from './spread.ts';

/** A fact as the figures need it, in the order it was recorded. Times are milliseconds since the epoch. */
export type DayFact = { id: string; type: string; at: number; body: Record<string, unknown> };

export type Figures = {
  issued: number;
  /** Standing in line at the end of the facts; for today: now. */
  waiting: number;
  /** Called or served at the end of the facts. */
  atCounter: number;
  served: number;
  missed: number;
  transferred: number;
  cancelled: number;
  expired: number;
  /** From taking the number to the first call. Whoever was carried over from another day is left out: they slept at home. */
  wait: Spread;
  /** Of each visit at a counter. One that only the closing of the day ended is left out: nobody knows when it was over. */
  service: Spread;
};
export type FiguresOf<Key> = Figures & { key: Key };
export type DayFigures = {
  day: string;
  total: Figures;
  /** Of the line a ticket stood in at that moment. */
  lanes: FiguresOf<string>[];
  counters: FiguresOf<string>[];
  /** The hour it happened in; a wait belongs to the hour the number was taken. */
  hours: FiguresOf<number>[];
  /** Came along from an earlier day's queue, and left for a later one. */
  carriedIn: number;
  carriedOut: number;
};

type Count = Exclude<keyof Figures, 'wait' | 'service'>;
type Sheet = Record<Count, number> & { waits: number[]; services: number[] };
type Place = { lane: string; counter: string | null; at: number };
type Walk = {
  issuedAt: number;
  day: string;
  queueDay: string;
  lane: string;
  counter: string | null;
  wasCalled: boolean;
  begunAt: number | null;
  stands: 'waiting' | 'atCounter' | null;
};

/**
 * What happened in the queue of one day, from the facts alone; moves that were taken back never happened. `facts` may hold
 * other days too, but must hold everything of the tickets that stood in this day's queue.
 */
export function figuresOf(day: string, facts: readonly DayFact[]): DayFigures {
  const undone = new Set(
    facts.filter(({ type }) => type === 'move-undone').map(({ body }) => body['undoes']),
  );
  const sheets = openSheets();
  const walks = new Map<string, Walk>();
  const carried = { in: 0, out: 0 };
  for (const fact of facts) {
    if (!undone.has(fact.id)) step(fact, day, walks, sheets, carried);
  }
  for (const { queueDay, stands, lane, counter, issuedAt } of walks.values()) {
    if (queueDay === day && stands !== null)
      sheets.count(stands, { lane, counter: stands === 'atCounter' ? counter : null, at: issuedAt });
  }
  return { day, ...sheets.close(), carriedIn: carried.in, carriedOut: carried.out };
}

function step(
  { type, at, body }: DayFact,
  day: string,
  walks: Map<string, Walk>,
  sheets: Sheets,
  carried: { in: number; out: number },
): void {
  const ticket = String(body['ticket']);
  if (type === 'ticket-issued') {
    const issuedOn = String(body['day']);
    const lane = String(body['lane']);
    walks.set(ticket, {
      issuedAt: at,
      day: issuedOn,
      queueDay: issuedOn,
      lane,
      counter: null,
      wasCalled: false,
      begunAt: null,
      stands: 'waiting',
    });
    if (issuedOn === day) sheets.count('issued', { lane, counter: null, at });
    return;
  }
  const walk = walks.get(ticket);
  if (walk === undefined) return;
  const counts = walk.queueDay === day;
  const here: Place = { lane: walk.lane, counter: walk.counter, at };
  const count = (what: Count, place: Place = here) => {
    if (counts) sheets.count(what, place);
  };
  const endVisit = () => {
    const wasEndedByHand = body['officer'] !== null || body['counter'] !== null;
    if (counts && walk.begunAt !== null && wasEndedByHand) sheets.served(at - walk.begunAt, here);
    walk.begunAt = null;
  };
  switch (type) {
    case 'ticket-called':
      if (body['call'] !== 1) return;
      walk.counter = typeof body['counter'] === 'string' ? body['counter'] : null;
      if (!walk.wasCalled && counts && walk.day === day) {
        const { lane, counter, issuedAt } = walk;
        sheets.waited(at - issuedAt, { lane, counter, at: issuedAt });
      }
      walk.wasCalled = true;
      walk.stands = 'atCounter';
      return;
    case 'visit-begun':
      walk.begunAt = at;
      return;
    case 'visit-finished':
      count('served');
      endVisit();
      walk.stands = null;
      return;
    case 'ticket-parked':
      endVisit();
      walk.stands = null;
      return;
    case 'ticket-transferred':
      count('transferred', {
        ...here,
        counter: typeof body['counter'] === 'string' ? body['counter'] : null,
      });
      endVisit();
      walk.lane = String(body['toLane']);
      walk.stands = 'waiting';
      return;
    case 'ticket-missed':
      count('missed');
      walk.stands = null;
      return;
    case 'ticket-returned':
    case 'ticket-resumed':
      walk.stands = 'waiting';
      return;
    case 'ticket-cancelled':
      count('cancelled', { ...here, counter: null });
      walk.stands = null;
      return;
    case 'ticket-expired':
      count('expired', { ...here, counter: null });
      walk.stands = null;
      return;
    case 'ticket-carried':
      if (counts) carried.out += 1;
      walk.queueDay = String(body['day']);
      if (walk.queueDay === day) carried.in += 1;
      walk.stands = 'waiting';
      return;
    default:
  }
}

type Sheets = ReturnType<typeof openSheets>;

/** One sheet for the whole day and one for each lane, counter and hour. */
function openSheets() {
  const total = emptySheet();
  const lanes = new Map<string, Sheet>();
  const counters = new Map<string, Sheet>();
  const hours = new Map<number, Sheet>();
  const at = <Key>(sheets: Map<Key, Sheet>, key: Key): Sheet => {
    const sheet = sheets.get(key) ?? emptySheet();
    sheets.set(key, sheet);
    return sheet;
  };
  const write = (place: Place, note: (sheet: Sheet) => void) => {
    note(total);
    note(at(lanes, place.lane));
    note(at(hours, localHour(place.at)));
    if (place.counter !== null) note(at(counters, place.counter));
  };
  return {
    count: (what: Count, place: Place) => write(place, (sheet) => (sheet[what] += 1)),
    // A clock that was set back makes nobody wait less than not at all.
    waited: (ms: number, place: Place) => write(place, (sheet) => sheet.waits.push(Math.max(0, ms))),
    served: (ms: number, place: Place) => write(place, (sheet) => sheet.services.push(Math.max(0, ms))),
    close: () => ({
      total: figures(total),
      lanes: inOrder(lanes),
      counters: inOrder(counters),
      hours: inOrder(hours),
    }),
  };
}

function emptySheet(): Sheet {
  return {
    issued: 0,
    waiting: 0,
    atCounter: 0,
    served: 0,
    missed: 0,
    transferred: 0,
    cancelled: 0,
    expired: 0,
    waits: [],
    services: [],
  };
}

function figures({ waits, services, ...counts }: Sheet): Figures {
  return { ...counts, wait: spreadOf(waits), service: spreadOf(services) };
}

function inOrder<Key extends string | number>(sheets: Map<Key, Sheet>): FiguresOf<Key>[] {
  return [...sheets]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sheet]) => ({ key, ...figures(sheet) }));
}
