import { chooseNext, type Waiting } from './choose.ts';
import type { Arrivals, Hall, OpenCounter } from './hall.ts';
import { drawRemaining, drawService } from './service-times.ts';

/** The key of whoever comes next to a lane, among the ids of tickets. */
export function nextKey(line: string, isPriority: boolean): string {
  return `next ${line} ${isPriority ? 'priority' : 'ordinary'}`;
}

/** Those of one lane, priority or not, or those bound to one counter; `waiting` now, in their order. */
type Row = { line: string; isPriority: boolean; boundTo: string | null; waiting: Waiting[]; arrivals: Arrivals | null };
export type Plan = {
  hall: Hall;
  rows: Row[];
  /** The keys whose waiting is told. */
  asked: ReadonlySet<string>;
};

/** The hall in rows, with one more person at the end of each who only looks when the turn would come. */
export function planOf(hall: Hall, lines: readonly string[], tickets: readonly string[]): Plan {
  const asked = new Set(tickets.filter((id) => hall.waiting.some((one) => one.id === id)));
  const rows: Row[] = [];
  for (const line of lines) {
    for (const isPriority of [true, false]) {
      const id = nextKey(line, isPriority);
      asked.add(id);
      const waiting = hall.waiting.filter(
        (one) => one.line === line && one.boundTo === null && (one.priority !== null) === isPriority,
      );
      const arrivals =
        hall.arrivals.find((one) => one.line === line && one.isPriority === isPriority) ?? null;
      rows.push({
        line,
        isPriority,
        boundTo: null,
        waiting: inOrder([...waiting, newcomer(id, line, isPriority, hall.now, Infinity)]),
        arrivals,
      });
    }
  }
  for (const { id } of hall.counters) {
    const waiting = hall.waiting.filter(({ boundTo }) => boundTo === id);
    if (waiting.length > 0)
      rows.push({ line: '', isPriority: false, boundTo: id, waiting: inOrder(waiting), arrivals: null });
  }
  return { hall, rows, asked };
}

/** A row as one run goes on: how many of it were called, who came since, and when the next one comes. */
type Line = { row: Row; called: number; later: Waiting[]; perMs: number; nextAt: number };
type Desk = { counter: OpenCounter; lines: Line[]; freeAt: number; streak: number };

/** However long the hall would go on, a run ends. */
const paceSpread = 0.2;
const mostCallsOfRun = 1_000;

/**
 * One way the hall may go on: counters become free and call by the rule, others come, until everybody asked about was
 * called. Those who only look take no time of a counter. Tells the wait of each by its key; returns how many calls it took.
 */
export function playAhead(plan: Plan, random: () => number, tell: (key: string, ms: number) => void): number {
  const { hall, asked } = plan;
  const lines = plan.rows.map((row): Line => {
    const perMs = row.arrivals === null ? 0 : rateOf(row.arrivals, random);
    return { row, called: 0, later: [], perMs, nextAt: hall.now + untilNext(perMs, random) };
  });
  const desks = hall.counters.map((counter): Desk => deskOf(counter, lines, hall, random));
  const streakOfLane = new Map(plan.rows.map(({ line }) => [line, hall.streakOfLane(line)]));
  const streaks = { ofCounter: 0, ofLane: (line: string) => streakOfLane.get(line) ?? 0 };
  const pace = paceOf(random);
  let soonest = Math.min(...lines.map(({ nextAt }) => nextAt));
  let open = asked.size;
  let calls = 0;

  while (open > 0 && calls < mostCallsOfRun) {
    const desk = firstFree(desks);
    if (desk === null || desk.freeAt === Infinity) break;
    const now = workingFrom(hall.sessions, desk.freeAt);
    if (soonest <= now) soonest = arrive(lines, now, random);
    streaks.ofCounter = desk.streak;
    const heads: Waiting[] = [];
    for (const line of desk.lines) {
      const head = headOf(line);
      if (head !== undefined) heads.push(head);
    }
    const choice = chooseNext(heads, desk.counter, streaks, hall.rules, now);
    if (choice === null) {
      desk.freeAt = Math.min(...desk.lines.map(({ nextAt }) => nextAt));
      continue;
    }
    const { ticket } = choice;
    const from = desk.lines.find((line) => headOf(line) === ticket);
    if (from !== undefined) from.called += 1;
    if (asked.has(ticket.id)) {
      tell(ticket.id, now - hall.now);
      open -= 1;
    }
    if (ticket.number === Infinity) continue;
    calls += 1;
    const isPriority = ticket.priority !== null;
    desk.streak = isPriority ? desk.streak + 1 : 0;
    streakOfLane.set(ticket.line, isPriority ? streaks.ofLane(ticket.line) + 1 : 0);
    const times = hall.serviceTimes(ticket.line);
    desk.freeAt = now + (times === null ? 0 : pace * drawService(times, random));
  }
  return calls;
}

function deskOf(counter: OpenCounter, lines: Line[], { now, serviceTimes }: Hall, random: () => number): Desk {
  const { present, streak } = counter;
  const times = present === null ? null : serviceTimes(present.line);
  const remaining =
    present === null || times === null
      ? 0
      : drawRemaining(times, Math.max(0, now - present.since), present.isServing, random);
  const own = lines.filter(({ row }) =>
    row.boundTo === null
      ? counter.lanes.includes(row.line) || counter.helps.includes(row.line)
      : row.boundTo === counter.id,
  );
  return { counter, lines: own, freeAt: now + remaining, streak };
}

/** Lets everybody in who has come until now; returns when the next one comes. */
function arrive(lines: Line[], now: number, random: () => number): number {
  let soonest = Infinity;
  for (const line of lines) {
    const { row, later, perMs } = line;
    while (line.nextAt <= now) {
      later.push(newcomer('', row.line, row.isPriority, line.nextAt, 1e6 + later.length));
      line.nextAt += untilNext(perMs, random);
    }
    if (line.nextAt < soonest) soonest = line.nextAt;
  }
  return soonest;
}

/** Whole hours go faster or slower than the mean, whoever is served. */
function paceOf(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(paceSpread * normal);
}

/** A few arrivals tell the rate only roughly: one of the rates they are likely to come from. */
function rateOf({ count, spanMs }: Arrivals, random: () => number): number {
  let sum = 0;
  for (let each = 0; each < count; each += 1) sum -= Math.log(1 - random());
  return sum / spanMs;
}

function untilNext(perMs: number, random: () => number): number {
  return perMs > 0 ? -Math.log(1 - random()) / perMs : Infinity;
}

function newcomer(id: string, line: string, isPriority: boolean, rank: number, number: number): Waiting {
  return { id, label: '', lane: line, line, number, rank, priority: isPriority ? 'priority' : null, boundTo: null };
}

function headOf({ row, called, later }: Line): Waiting | undefined {
  return row.waiting[called] ?? later[called - row.waiting.length];
}

function firstFree(desks: Desk[]): Desk | null {
  let first: Desk | null = null;
  for (const desk of desks) if (first === null || desk.freeAt < first.freeAt) first = desk;
  return first;
}

/** When counters call again: at once, except before a session. */
export function workingFrom(sessions: Hall['sessions'], at: number): number {
  for (const { from, to } of sessions) {
    if (at < from) return from;
    if (at < to) return at;
  }
  // After the last session whoever still holds a number is served.
  return at;
}

function inOrder(waiting: Waiting[]): Waiting[] {
  return waiting.toSorted((a, b) => a.rank - b.rank || a.number - b.number);
}
