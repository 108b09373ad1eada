import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseNext, type CounterLanes } from '../../../core/queue/choose.ts';
import type { Actor, Move } from '../../../core/queue/moves.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import type { TicketState } from '../../../core/queue/ticket.ts';
import { unreachable } from '../../../core/result.ts';
import { openMemoryStore } from '../../../core/store/open.ts';
import { createStore, type Store } from '../../../core/store/store.ts';
import { statesFromFacts } from './recount.ts';

/** The queue as anybody would keep it on a sheet of paper. */
type Slip = { id: string; lane: string; state: TicketState; counter: string | null; returns: number };
type Sheet = { slips: Map<string, Slip>; now: number; last: Map<string, { id: string; before: Slip }> };
type Hall = { store: Store };

// One return only, so that short runs reach the end of it.
const rules = { ...usualRules, mostReturns: 1 };
const start = Date.parse('2026-11-24T08:00:00+07:00');
const counters: (CounterLanes & { officer: string })[] = [
  { id: 'quay-1', officer: 'can-bo-1', lanes: ['A'], helps: ['B'] },
  { id: 'quay-2', officer: 'can-bo-2', lanes: ['B'], helps: [] },
  { id: 'quay-3', officer: 'can-bo-3', lanes: ['A', 'B'], helps: [] },
];
type Counter = (typeof counters)[number];

const leavesTo: Record<'begin' | 'finish' | 'miss' | 'park' | 'transfer' | 'cancel', TicketState> = {
  begin: 'serving',
  finish: 'done',
  miss: 'missed',
  park: 'parked',
  transfer: 'waiting',
  cancel: 'cancelled',
};
const startsFrom: Record<keyof typeof leavesTo, TicketState[]> = {
  begin: ['called'],
  finish: ['serving'],
  miss: ['called'],
  park: ['called', 'serving'],
  transfer: ['called', 'serving'],
  cancel: ['called'],
};

const actor = ({ officer, id }: Counter): Actor => ({ officer, counter: id });
const inHand = (sheet: Sheet, counter: string) =>
  [...sheet.slips.values()].find(
    (slip) => slip.counter === counter && (slip.state === 'called' || slip.state === 'serving'),
  );

function write(sheet: Sheet, officer: string | null, slip: Slip, change: Partial<Slip>) {
  if (officer !== null) sheet.last.set(officer, { id: slip.id, before: slip });
  for (const [other, { id }] of sheet.last) if (id === slip.id && other !== officer) sheet.last.delete(other);
  sheet.slips.set(slip.id, { ...slip, ...change });
}

class Issue implements fc.Command<Sheet, Hall> {
  lane: string;
  priority: string | null;
  constructor(lane: string, priority: string | null) {
    this.lane = lane;
    this.priority = priority;
  }
  check = () => true;
  run(sheet: Sheet, { store }: Hall) {
    sheet.now += 1000;
    const issued = store.tickets.issue({
      lane: this.lane,
      kind: 'file',
      procedure: null,
      priority: this.priority,
      station: 'kiosk',
      at: sheet.now,
    });
    if (!issued.ok) throw new Error(issued.error);
    const before = [...sheet.slips.values()].filter(({ lane }) => lane === this.lane).length;
    expect(issued.value.number).toBe(before + 1);
    sheet.slips.set(issued.value.id, {
      id: issued.value.id,
      lane: this.lane,
      state: 'waiting',
      counter: null,
      returns: 0,
    });
  }
  toString = () => `issue ${this.lane} ${this.priority ?? ''}`;
}

class Next implements fc.Command<Sheet, Hall> {
  counter: Counter;
  constructor(counter: Counter) {
    this.counter = counter;
  }
  check = () => true;
  run(sheet: Sheet, { store }: Hall) {
    sheet.now += 1000;
    const day = store.tickets.dayAt(sheet.now);
    const expected = chooseNext(
      store.tickets.inState(day, 'waiting'),
      this.counter,
      store.calls.streaks(day, this.counter.id),
      rules,
      sheet.now,
    );
    const called = store.moves.callNext(this.counter, this.counter.officer, rules, sheet.now);
    if (inHand(sheet, this.counter.id) !== undefined) {
      expect(called).toEqual({ ok: false, error: 'counter-busy' });
      return;
    }
    // What is read by the index line by line is what the whole hall would give.
    expect(called.ok ? called.value.ticket.id : null).toBe(expected?.ticket.id ?? null);
    if (!called.ok) return;
    const slip = sheet.slips.get(called.value.ticket.id);
    if (slip?.state !== 'waiting') throw new Error('called somebody who was not waiting');
    write(sheet, this.counter.officer, slip, { state: 'called', counter: this.counter.id });
  }
  toString = () => `next ${this.counter.id}`;
}

class Act implements fc.Command<Sheet, Hall> {
  counter: Counter;
  type: keyof typeof leavesTo;
  constructor(counter: Counter, type: keyof typeof leavesTo) {
    this.counter = counter;
    this.type = type;
  }
  check = (sheet: Readonly<Sheet>) => sheet.slips.size > 0;
  run(sheet: Sheet, { store }: Hall) {
    sheet.now += 1000;
    // Now and then an officer acts on a ticket that is at another counter, or nowhere.
    const slip = inHand(sheet, this.counter.id) ?? [...sheet.slips.values()].at(-1);
    if (slip === undefined) return;
    const result = store.moves.move(slip.id, moveOf(this.type, this.counter), actor(this.counter), sheet.now);
    const isAtCounter = slip.state === 'called' || slip.state === 'serving';
    const isAllowedElsewhere =
      (this.type === 'transfer' && ['waiting', 'parked'].includes(slip.state)) ||
      (this.type === 'cancel' && ['waiting', 'parked', 'missed'].includes(slip.state));
    const isAllowed = isAtCounter
      ? slip.counter === this.counter.id && startsFrom[this.type].includes(slip.state)
      : isAllowedElsewhere;
    expect(result.ok).toBe(isAllowed);
    if (isAllowed) write(sheet, this.counter.officer, slip, { state: leavesTo[this.type] });
  }
  toString = () => `${this.type} ${this.counter.id}`;
}

class ComeBack implements fc.Command<Sheet, Hall> {
  counter: Counter;
  constructor(counter: Counter) {
    this.counter = counter;
  }
  check = (sheet: Readonly<Sheet>) => [...sheet.slips.values()].some(({ state }) => state === 'missed');
  run(sheet: Sheet, { store }: Hall) {
    sheet.now += 1000;
    const slip = [...sheet.slips.values()].find(({ state }) => state === 'missed');
    if (slip === undefined) return;
    const result = store.moves.comeBack(slip.id, rules, actor(this.counter), sheet.now);
    expect(result.ok).toBe(slip.returns < rules.mostReturns);
    if (result.ok) write(sheet, this.counter.officer, slip, { state: 'waiting', returns: slip.returns + 1 });
  }
  toString = () => `come back ${this.counter.id}`;
}

class Undo implements fc.Command<Sheet, Hall> {
  counter: Counter;
  constructor(counter: Counter) {
    this.counter = counter;
  }
  check = () => true;
  run(sheet: Sheet, { store }: Hall) {
    sheet.now += 1000;
    const last = sheet.last.get(this.counter.officer);
    const result = store.moves.undo(this.counter.officer, actor(this.counter), sheet.now);
    if (last === undefined) {
      expect(result.ok).toBe(false);
      return;
    }
    const { before } = last;
    const returnsTo = before.state === 'called' || before.state === 'serving' ? before.counter : null;
    const present = returnsTo === null ? undefined : inHand(sheet, returnsTo);
    expect(result.ok).toBe(present === undefined || present.id === last.id);
    if (!result.ok) return;
    sheet.slips.set(last.id, before);
    sheet.last.delete(this.counter.officer);
  }
  toString = () => `undo ${this.counter.id}`;
}

function moveOf(type: keyof typeof leavesTo, { id }: Counter): Move {
  switch (type) {
    case 'park':
      return { type, reason: 'paying' };
    case 'transfer':
      // The second counter sends its citizens to the third one, the others to a lane.
      return { type, line: 'B', counter: id === 'quay-2' ? 'quay-3' : null, reason: 'wrong-lane' };
    case 'cancel':
      return { type, reason: 'left' };
    case 'begin':
    case 'finish':
    case 'miss':
      return { type };
    default:
      return unreachable(type);
  }
}

const counter = fc.constantFrom(...counters);
const lane = fc.constantFrom('A', 'B');
const priority = fc.constantFrom(null, null, 'elderly');
const type = fc.constantFrom<(keyof typeof leavesTo)[]>(
  'begin',
  'begin',
  'finish',
  'finish',
  'miss',
  'miss',
  'park',
  'transfer',
  'cancel',
);
const issue = fc.tuple(lane, priority).map(([letter, held]) => new Issue(letter, held));
const next = counter.map((each) => new Next(each));
const act = fc.tuple(counter, type).map(([each, what]) => new Act(each, what));
const comeBack = counter.map((each) => new ComeBack(each));
const undo = counter.map((each) => new Undo(each));
// As often as in a hall: most keys are pressed for the one who stands there.
const commands = fc.commands([issue, next, next, act, act, act, act, comeBack, comeBack, undo], {
  maxCommands: 150,
  size: 'max',
});

test('whatever several officers do at once, the queue is what a sheet of paper would say, and so are its facts', () => {
  fc.assert(
    fc.property(commands, (list) => {
      const store = createStore(openMemoryStore());
      const sheet: Sheet = { slips: new Map(), now: start, last: new Map() };
      fc.modelRun(() => ({ model: sheet, real: { store } }), list);

      const kept = new Map([...sheet.slips.values()].map(({ id, state }) => [id, state]));
      const stored = new Map([...kept.keys()].map((id) => [id, store.tickets.find(id)?.state]));
      expect(stored).toEqual(kept);
      expect(statesFromFacts(store.outbox.factsFrom(1, 1000))).toEqual(kept);
      for (const { id } of counters) {
        const here = [...sheet.slips.values()].filter(
          (slip) => slip.counter === id && (slip.state === 'called' || slip.state === 'serving'),
        );
        expect(here.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 100 },
  );
});
