import type { Waiting } from './choose.ts';
import type { Arrivals, Hall } from './hall.ts';

/** The key of whoever comes next to a lane, among the ids of tickets. */
export function nextKey(line: string, isPriority: boolean): string {
  return `next ${line} ${isPriority ? 'priority' : 'ordinary'}`;
}

/** Those of one lane, priority or not, or those bound to one counter; `waiting` now, in their order. */
export type Row = {
  line: string;
  isPriority: boolean;
  boundTo: string | null;
  waiting: Waiting[];
  arrivals: Arrivals | null;
};
export type HallInRows = {
  hall: Hall;
  rows: Row[];
  /** The keys whose waiting is told. */
  asked: ReadonlySet<string>;
};

/** The hall in rows, with one more person at the end of each who only looks when the turn would come. */
export function hallInRows(hall: Hall, lines: readonly string[], tickets: readonly string[]): HallInRows {
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

export function newcomer(
  id: string,
  line: string,
  isPriority: boolean,
  rank: number,
  number: number,
): Waiting {
  return {
    id,
    label: '',
    lane: line,
    line,
    number,
    rank,
    priority: isPriority ? 'priority' : null,
    boundTo: null,
  };
}

function inOrder(waiting: Waiting[]): Waiting[] {
  return waiting.toSorted((a, b) => a.rank - b.rank || a.number - b.number);
}
