import { chooseNext, type Waiting } from './choose.ts';
import type { Arrivals, Hall, OpenCounter } from './hall.ts';
import { type HallInRows, newcomer, type Row } from './hall-in-rows.ts';
import { drawRemaining, drawService } from './service-times.ts';

/** A row as one run goes on: how many of it were called, who came since, and when the next one comes. */
type Line = { row: Row; called: number; later: Waiting[]; perMs: number; nextAt: number };
type Desk = { counter: OpenCounter; lines: Line[]; freeAt: number; streak: number };

/** However long the hall would go on, a run ends. */
const mostCallsOfRun = 1_000;
/**
 * Whole hours go faster or slower than the mean, whoever is served; without this the ranges of long waits are too narrow.
 * Found on simulated days (test/simulation), so that 8 of 10 fall within.
 */
const paceSpread = 0.15;

/**
 * One way the hall may go on: counters become free and call by the rule, others come, until everybody asked about was
 * called. Those who only look take no time of a counter. Tells the wait of each by its key; returns how many calls it took.
 */
export function playAhead(
  plan: HallInRows,
  random: () => number,
  tell: (key: string, ms: number) => void,
): number {
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

function deskOf(
  counter: OpenCounter,
  lines: Line[],
  { now, serviceTimes }: Hall,
  random: () => number,
): Desk {
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
