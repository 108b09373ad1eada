import {
  afterCall,
  chooseNext,
  type CounterLanes,
  type Streaks,
  type Waiting,
} from '../../core/queue/choose.ts';
import type { OpenCounter } from '../../core/queue/hall.ts';
import { rankOfReturn } from '../../core/queue/return-rank.ts';
import { usualRules } from '../../core/queue/rules.ts';
import type { ServiceSample } from '../../core/queue/service-times.ts';
import type { Day, Person } from './town.ts';

/** Whom a counter takes; a `Streaks` is kept for those who need it. */
export type Choose = (
  waiting: readonly Queued[],
  counter: CounterLanes,
  streaks: Streaks,
  now: number,
) => Queued | null;
export type Queued = Waiting & { person: Person; returns: number };
/** What can be seen of the hall when somebody has just taken a number. */
export type Look = {
  now: number;
  ticket: Queued;
  waiting: readonly Queued[];
  counters: OpenCounter[];
  streakOfLane: (line: string) => number;
};
export type Call = { line: string; priority: string | null; othersWaited: boolean };
export type Played = { waits: { person: Person; ms: number }[]; calls: Call[]; samples: ServiceSample[] };

type Desk = {
  lanes: CounterLanes;
  isAway: boolean;
  present: { queued: Queued; since: number } | null;
  streak: number;
  idleSince: number;
};
type Happening =
  | { type: 'arrival'; at: number; person: Person }
  | { type: 'return'; at: number; queued: Queued }
  | { type: 'free'; at: number; desk: Desk }
  | { type: 'pause'; at: number; counter: string; isAway: boolean };

export const byRule: Choose = (waiting, counter, streaks, now) =>
  chooseNext(waiting, counter, streaks, usualRules, now)?.ticket ?? null;

/** The plainest of all: of those a counter serves, whoever came first. */
export const firstCome: Choose = (waiting, { lanes, helps }) =>
  waiting
    .filter(({ line }) => lanes.includes(line) || helps.includes(line))
    .toSorted((a, b) => a.rank - b.rank)[0] ?? null;

/** Plays a day with one way to choose; `look` is asked at each arrival, before anybody is called. */
export function playDay(
  day: Day,
  choose: Choose,
  look: (hall: Look, finished: readonly ServiceSample[]) => void = () => {},
): Played {
  const played: Played = { waits: [], calls: [], samples: [] };
  const desks = day.town.counters.map(
    (lanes): Desk => ({ lanes, isAway: false, present: null, streak: 0, idleSince: 0 }),
  );
  const numbers = new Map<string, number>();
  const streakOfLane = new Map<string, number>();
  let waiting: Queued[] = [];
  let coming: Happening[] = [
    ...day.people.map((person) => ({ type: 'arrival' as const, at: person.arrivesAt, person })),
    ...day.pauses.flatMap(({ counter, from, to }) => [
      { type: 'pause' as const, at: from, counter, isAway: true },
      { type: 'pause' as const, at: to, counter, isAway: false },
    ]),
  ].toSorted((a, b) => a.at - b.at);

  function plan(happening: Happening) {
    const place = coming.findIndex(({ at }) => at > happening.at);
    coming.splice(place === -1 ? coming.length : place, 0, happening);
  }

  function take(person: Person, now: number) {
    const number = (numbers.get(person.line) ?? 0) + 1;
    numbers.set(person.line, number);
    const { id, line, priority } = person;
    const ticket: Queued = {
      id,
      label: `${line}${number}`,
      lane: line,
      line,
      number,
      rank: now,
      priority,
      boundTo: null,
      person,
      returns: 0,
    };
    waiting.push(ticket);
    look(
      {
        now,
        ticket,
        waiting,
        counters: desks.filter(({ isAway }) => !isAway).map(openCounter(now)),
        streakOfLane: (of) => streakOfLane.get(of) ?? 0,
      },
      played.samples,
    );
  }

  function comeBack(queued: Queued, now: number) {
    const ranks = waiting
      .filter(({ line }) => line === queued.line)
      .map(({ rank }) => rank)
      .toSorted((a, b) => a - b);
    const rank = rankOfReturn(queued.returns, ranks, now, usualRules);
    if (rank.ok) waiting.push({ ...queued, rank: rank.value, returns: queued.returns + 1 });
  }

  /** Whoever has been free for longest presses first. */
  function callAll(now: number) {
    for (const desk of desks.toSorted((a, b) => a.idleSince - b.idleSince)) {
      if (!desk.isAway && desk.present === null) call(desk, now);
    }
  }

  function call(desk: Desk, now: number) {
    const streaks: Streaks = { ofCounter: desk.streak, ofLane: (line) => streakOfLane.get(line) ?? 0 };
    const ticket = choose(waiting, desk.lanes, streaks, now);
    if (ticket === null) return;
    waiting = waiting.filter((other) => other !== ticket);
    const { line, priority, person, returns } = ticket;
    const after = afterCall(streaks, ticket);
    desk.streak = after.ofCounter;
    streakOfLane.set(line, after.ofLane(line));
    const othersWaited = waiting.some((other) => other.line === line && other.priority === null);
    played.calls.push({ line, priority, othersWaited });
    if (returns === 0) played.waits.push({ person, ms: now - person.arrivesAt });
    desk.present = { queued: ticket, since: now };
    const { absent } = person;
    const isAbsent = absent !== null && returns === 0;
    const ms = isAbsent ? absent.waitedForMs : person.walkMs + person.serviceMs;
    plan({ type: 'free', at: now + ms, desk });
    if (isAbsent && absent.returnsAfterMs !== null)
      plan({ type: 'return', at: now + ms + absent.returnsAfterMs, queued: ticket });
  }

  for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
    const now = next.at;
    if (next.type === 'arrival') take(next.person, now);
    else if (next.type === 'return') comeBack(next.queued, now);
    else if (next.type === 'free') free(next.desk, now);
    else for (const desk of desks) if (desk.lanes.id === next.counter) desk.isAway = next.isAway;
    callAll(now);
  }

  function free(desk: Desk, now: number) {
    if (desk.present === null) throw new Error('nobody was there');
    const { queued, since } = desk.present;
    const served = queued.person.absent === null || queued.returns > 0;
    played.samples.push({ line: queued.line, at: since, ms: now - since, served });
    desk.present = null;
    desk.idleSince = now;
  }

  return played;
}

function openCounter(now: number): (desk: Desk) => OpenCounter {
  return ({ lanes, present, streak }) => ({
    ...lanes,
    streak,
    present: present && {
      line: present.queued.line,
      since: present.since,
      isServing:
        (present.queued.person.absent === null || present.queued.returns > 0) &&
        now - present.since >= present.queued.person.walkMs,
    },
  });
}
