import type { CallReason } from './call-reason.ts';
import type { QueueRules } from './rules.ts';
import type { Ticket } from './ticket.ts';

export type Waiting = Pick<
  Ticket,
  'id' | 'label' | 'lane' | 'line' | 'number' | 'rank' | 'priority' | 'boundTo'
>;
/** The lanes a counter serves first, and those it helps in. */
export type CounterLanes = { id: string; lanes: readonly string[]; helps: readonly string[] };
/** How many of the last calls, counted back from now, were for holders of priority. */
export type Streaks = { ofLane(letter: string): number; ofCounter: number };
export type Choice<Each extends Waiting> = { ticket: Each; reason: CallReason };

/**
 * Whom a counter calls next, and why. In each lane priority goes first, but at most `priorityInARow` times in a row while
 * others wait there, and the same for the counter over all its lanes; among equals the longest waiting. `waiting` need hold
 * only the first few of each lane, priority and not.
 */
export function chooseNext<Each extends Waiting>(
  waiting: readonly Each[],
  counter: CounterLanes,
  streaks: Streaks,
  rules: QueueRules,
  now: number,
): Choice<Each> | null {
  const mine = waiting.filter(
    ({ line, boundTo }) =>
      boundTo === counter.id ||
      (boundTo === null && (counter.lanes.includes(line) || counter.helps.includes(line))),
  );
  const due = mine.filter(({ rank }) => rank <= now);
  // Somebody early for an appointment is better served than an empty counter.
  return pick(due, counter, streaks, rules) ?? pick(mine, counter, streaks, rules);
}

function pick<Each extends Waiting>(
  waiting: readonly Each[],
  counter: CounterLanes,
  streaks: Streaks,
  rules: QueueRules,
): Choice<Each> | null {
  const othersWait = waiting.some(({ priority }) => priority === null);
  const counterIsDue = othersWait && streaks.ofCounter >= rules.priorityInARow;
  const mayGoFirst = ({ line, priority }: Each) =>
    priority !== null && !counterIsDue && !isTurnOfOthers(waiting, line, streaks, rules);

  const first = firstInLine(waiting.filter(mayGoFirst), counter, rules);
  if (first?.priority) {
    return {
      ticket: first,
      reason: { why: 'priority', class: first.priority, inARow: streaks.ofLane(first.line) + 1 },
    };
  }
  const ordinary = firstInLine(
    waiting.filter(({ priority }) => priority === null),
    counter,
    rules,
  );
  if (ordinary === null) return null;
  return { ticket: ordinary, reason: reasonFor(ordinary, waiting, counter, streaks) };
}

function isTurnOfOthers(
  waiting: readonly Waiting[],
  line: string,
  streaks: Streaks,
  rules: QueueRules,
): boolean {
  return (
    streaks.ofLane(line) >= rules.priorityInARow &&
    waiting.some((other) => other.line === line && other.priority === null)
  );
}

function reasonFor(
  ticket: Waiting,
  waiting: readonly Waiting[],
  counter: CounterLanes,
  streaks: Streaks,
): CallReason {
  if (waiting.some(({ line, priority }) => line === ticket.line && priority !== null))
    return { why: 'turn-of-others', inARow: Math.max(streaks.ofLane(ticket.line), streaks.ofCounter) };
  const isOwn = ticket.boundTo === counter.id || counter.lanes.includes(ticket.line);
  return isOwn ? { why: 'longest-waiting' } : { why: 'helps-out', lane: ticket.line };
}

/** Two of the same millisecond go by lane and number, so that the choice never depends on the order of the list. */
function firstInLine<Each extends Waiting>(
  waiting: readonly Each[],
  counter: CounterLanes,
  rules: QueueRules,
): Each | null {
  const rankHere = ({ rank, line, boundTo }: Each) =>
    boundTo === counter.id || counter.lanes.includes(line) ? rank : rank + rules.helpAfterMinutes * 60_000;
  let first: Each | null = null;
  let firstRank = 0;
  for (const ticket of waiting) {
    const rank = rankHere(ticket);
    if (first !== null && (rank > firstRank || (rank === firstRank && !hasSmallerNumber(ticket, first))))
      continue;
    first = ticket;
    firstRank = rank;
  }
  return first;
}

function hasSmallerNumber(a: Waiting, b: Waiting): boolean {
  return a.lane === b.lane ? a.number < b.number : a.lane < b.lane;
}

/** The next few a counter would call, were nobody else to call and nobody to come. */
export function nextInLine<Each extends Waiting>(
  count: number,
  waiting: readonly Each[],
  counter: CounterLanes,
  streaks: Streaks,
  rules: QueueRules,
  now: number,
): Each[] {
  const line: Each[] = [];
  let left = waiting;
  let seen = streaks;
  while (line.length < count) {
    const choice = chooseNext(left, counter, seen, rules, now);
    if (choice === null) break;
    const { ticket } = choice;
    line.push(ticket);
    left = left.filter(({ id }) => id !== ticket.id);
    seen = afterCall(seen, ticket);
  }
  return line;
}

/** The streaks after this ticket was called at the counter. */
export function afterCall(streaks: Streaks, ticket: Pick<Waiting, 'line' | 'priority'>): Streaks {
  const isPriority = ticket.priority !== null;
  const ofThisLane = isPriority ? streaks.ofLane(ticket.line) + 1 : 0;
  return {
    ofCounter: isPriority ? streaks.ofCounter + 1 : 0,
    ofLane: (letter) => (letter === ticket.line ? ofThisLane : streaks.ofLane(letter)),
  };
}
