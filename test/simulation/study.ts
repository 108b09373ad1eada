import { recentArrivals, type Issued } from '../../core/queue/arrivals.ts';
import { estimate, type Wait } from '../../core/queue/estimate.ts';
import { usualRules } from '../../core/queue/rules.ts';
import { measureServiceTimes, type ServiceSample } from '../../core/queue/service-times.ts';
import { byRule, type Call, firstCome, type Look, playDay } from './play-day.ts';
import { makeDay, type Town } from './town.ts';

/** What somebody was told on taking a number, and how it came out; in ms. */
export type Told = { wait: Wait; simple: number | null; truth: number };
export type Study = {
  priorityWaits: number[];
  normalWaits: number[];
  /** The same people of no priority on the same days, had everybody been called as they came. */
  normalFirstCome: number[];
  mostPriorityInARow: number;
  told: Told[];
  cpuMsPerEstimate: number;
};
export type Options = {
  seed: number;
  days: number;
  /** Days before, for the measured times. */
  before: number;
  /** One of so many is told a time; days differ more than neighbours do. */
  askEvery: number;
};

/** As many as a core reads. */
const samplesKept = 1_400;
const dayMs = 24 * 60 * 60 * 1000;

/** Days of a town one after the other: what the rule does to waiting, and what people were told. */
export function study(town: Town, { seed, days, before, askEvery }: Options): Study {
  const result: Study = {
    priorityWaits: [],
    normalWaits: [],
    normalFirstCome: [],
    mostPriorityInARow: 0,
    told: [],
    cpuMsPerEstimate: 0,
  };
  let samples: ServiceSample[] = [];
  let asked = 0;
  let cpuMs = 0;
  for (let index = 0; index < before + days; index += 1) {
    const date = new Date(Date.UTC(2026, 10, 2) + index * dayMs).toISOString().slice(0, 10);
    const day = makeDay(town, date, seed * 1_000 + index);
    const issued: Issued[] = [];
    const open = new Map<string, Omit<Told, 'truth'>>();
    const isBefore = index < before;
    const played = playDay(day, byRule, (look, finished) => {
      const { ticket, now } = look;
      issued.push({ line: ticket.line, isPriority: ticket.priority !== null, at: now });
      if (isBefore || issued.length % askEvery !== 0) return;
      const known = [...samples, ...finished].slice(-samplesKept);
      const start = process.cpuUsage();
      const wait = estimateFor(town, look, issued, known);
      const { user, system } = process.cpuUsage(start);
      cpuMs += (user + system) / 1000;
      asked += 1;
      // Where a counter is free there is nothing to tell.
      if (wait !== null && wait.to > 0) open.set(ticket.id, { wait, simple: simpleEstimate(look, known) });
    });
    samples = [...samples, ...played.samples];
    if (isBefore) continue;
    for (const { person, ms } of played.waits) {
      (person.priority === null ? result.normalWaits : result.priorityWaits).push(ms);
      const told = open.get(person.id);
      if (told !== undefined) result.told.push({ ...told, truth: ms });
    }
    for (const { person, ms } of playDay(day, firstCome).waits)
      if (person.priority === null) result.normalFirstCome.push(ms);
    result.mostPriorityInARow = Math.max(result.mostPriorityInARow, longestRun(played.calls));
  }
  return { ...result, cpuMsPerEstimate: cpuMs / Math.max(1, asked) };
}

function estimateFor(town: Town, look: Look, issued: Issued[], samples: ServiceSample[]): Wait | null {
  const { now, ticket, waiting, counters, streakOfLane } = look;
  const lines = town.lanes.map(({ letter }) => letter);
  const hall = {
    now,
    rules: usualRules,
    waiting,
    counters,
    streakOfLane,
    serviceTimes: measureServiceTimes(samples, now),
    arrivals: recentArrivals(issued, lines, issued[0]?.at ?? now, now),
    sessions: [],
  };
  return estimate(hall, [ticket.id]).ticket(ticket.id);
}

/** What most halls show: people ahead × mean time ÷ open counters of the lane. */
function simpleEstimate({ ticket, waiting, counters }: Look, samples: ServiceSample[]): number | null {
  const { line, priority } = ticket;
  const ahead = waiting.filter(
    (other) => other !== ticket && other.line === line && (priority === null || other.priority !== null),
  ).length;
  const open = counters.filter(({ lanes, helps }) => lanes.includes(line) || helps.includes(line)).length;
  const times = samples.filter((sample) => sample.line === line && sample.served).map(({ ms }) => ms);
  if (open === 0 || times.length === 0) return null;
  return (ahead * times.reduce((sum, ms) => sum + ms, 0)) / times.length / open;
}

/** How many priority calls came in a row in one lane while others waited there. */
function longestRun(calls: Call[]): number {
  const runs = new Map<string, number>();
  let longest = 0;
  for (const { line, priority, othersWaited } of calls) {
    const run = priority !== null && othersWaited ? (runs.get(line) ?? 0) + 1 : 0;
    runs.set(line, run);
    longest = Math.max(longest, run);
  }
  return longest;
}
