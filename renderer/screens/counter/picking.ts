import type { CounterCommand, CounterDesk, SlipTrouble, TicketBrief } from '../../../core/contract.ts';
import { moveReasons, reprintReasons } from '../../../core/queue/reasons.ts';
import { unreachable } from '../../../core/result.ts';
import { priorityWords } from './brief-words.ts';
import { slipName } from './slip-words.ts';
import type { Say } from './staff-text.tsx';

type WithoutSeen<Each> = Each extends unknown ? Omit<Each, 'seen'> : never;
/** A move before it is known on which revision of the desk it is decided. */
export type Move = WithoutSeen<Extract<CounterCommand, { seen: number }>>;
/** What can be done about a slip; moves nobody, so it needs no revision. */
export type SlipDeed = Extract<CounterCommand, { type: 'reprint' | 'settle-slip' }>;
export type ListName = 'waiting' | 'missed' | 'parked';
type Target = Pick<TicketBrief, 'id' | 'number' | 'priority'>;
type Destination = Extract<Move, { type: 'transfer' }>['to'];

/** The question that stands before a move. */
export type Picking =
  | { at: 'ticket'; list: ListName; ticket: Target }
  | { at: 'call'; ticket: Target }
  | { at: 'park'; number: string }
  | { at: 'transfer'; number: string }
  | { at: 'transfer-reason'; number: string; to: Destination; name: string }
  | { at: 'add-service'; number: string }
  | { at: 'priority'; ticket: Target }
  | { at: 'cancel'; ticket: Target }
  | { at: 'slip'; slip: SlipTrouble }
  | { at: 'reprint'; number: string; what: Extract<SlipDeed, { type: 'reprint' }>['what'] };
/** What a key does: a move, or the question before it. */
export type Deed = { move: Move } | { slip: SlipDeed } | { ask: Picking } | { open: 'papers' };
/** One answer. `key`: the digit or letter that gives it; `deed: null`: not possible now, `note` says why. */
export type Choice = { key: string | null; label: string; note: string | null; deed: Deed | null };
export type Question = { title: string; choices: Choice[] };

/** Whether somebody can be called to the counter now. */
export type CounterNow = 'free' | 'busy' | 'on-break';

/** The answers to a question, in the order of their keys. */
export function questionOf(
  say: Say,
  picking: Exclude<Picking, { at: 'add-service' }>,
  desk: Pick<CounterDesk, 'otherLanes' | 'otherCounters' | 'priorityClasses'>,
  counter: CounterNow,
): Question {
  switch (picking.at) {
    case 'ticket':
      return ticketQuestion(say, picking, counter);
    case 'call': {
      const { id: ticket, number } = picking.ticket;
      return {
        title: say('counter.pick.call', { number }),
        choices: moveReasons.chosen.map((reason, index) =>
          choice(index, say(`counter.reason.chosen.${reason}`), { move: { type: 'call', ticket, reason } }),
        ),
      };
    }
    case 'park':
      return {
        title: say('counter.pick.park', { number: picking.number }),
        choices: moveReasons.park.map((reason, index) =>
          choice(index, say(`counter.reason.park.${reason}`), { move: { type: 'park', reason } }),
        ),
      };
    case 'transfer':
      return transferQuestion(say, picking.number, desk);
    case 'transfer-reason': {
      const { number, to, name } = picking;
      return {
        title: say('counter.pick.transferReason', { number, to: name }),
        choices: moveReasons.transfer.map((reason, index) =>
          choice(index, say(`counter.reason.transfer.${reason}`), { move: { type: 'transfer', to, reason } }),
        ),
      };
    }
    case 'priority':
      return priorityQuestion(say, picking.ticket, desk);
    case 'cancel': {
      const { id: ticket, number } = picking.ticket;
      return {
        title: say('counter.pick.cancelReason', { number }),
        choices: moveReasons.cancel.map((reason, index) =>
          choice(index, say(`counter.reason.cancel.${reason}`), { move: { type: 'cancel', ticket, reason } }),
        ),
      };
    }
    case 'slip':
      return slipQuestion(say, picking.slip);
    case 'reprint': {
      const { number, what } = picking;
      return {
        title: say('counter.pick.reprint', { number }),
        choices: reprintReasons.map((reason, index) =>
          choice(index, say(`counter.reason.reprint.${reason}`), { slip: { type: 'reprint', what, reason } }),
        ),
      };
    }
    default:
      return unreachable(picking);
  }
}

/** A slip in doubt may lie in the citizen's hand; any other surely does not. */
function slipQuestion(say: Say, slip: SlipTrouble): Question {
  const { id: job } = slip;
  const number = slip.number ?? '';
  const deeds: [string, Deed][] = [
    [say('counter.pick.reprintSlip'), { ask: { at: 'reprint', number, what: { at: 'job', job } } }],
    [say('counter.pick.slipPutAside'), { slip: { type: 'settle-slip', job, as: 'put-aside' } }],
  ];
  if (slip.why === 'uncertain')
    deeds.push([say('counter.pick.slipSeen'), { slip: { type: 'settle-slip', job, as: 'seen' } }]);
  return {
    title: say('counter.pick.slip', { slip: slipName(say, slip) }),
    choices: deeds.map(([label, deed], index) => choice(index, label, deed)),
  };
}

function ticketQuestion(
  say: Say,
  { list, ticket }: Extract<Picking, { at: 'ticket' }>,
  counter: CounterNow,
): Question {
  const call: [string, Deed | null] = [
    say('counter.pick.callNow'),
    counter === 'free' ? { ask: { at: 'call', ticket } } : null,
  ];
  const back: Record<ListName, [string, Deed | null][]> = {
    waiting: [call],
    missed: [[say('counter.pick.comeBack'), { move: { type: 'come-back', ticket: ticket.id } }], call],
    parked: [
      call,
      [
        say('counter.pick.resume'),
        counter === 'on-break' ? null : { move: { type: 'resume', ticket: ticket.id } },
      ],
    ],
  };
  const deeds: [string, Deed | null][] = [
    ...back[list],
    [say('counter.pick.prioritise'), { ask: { at: 'priority', ticket } }],
    [say('counter.pick.cancel'), { ask: { at: 'cancel', ticket } }],
    [
      say('counter.pick.reprintSlip'),
      { ask: { at: 'reprint', number: ticket.number, what: { at: 'ticket', ticket: ticket.id } } },
    ],
  ];
  return {
    title: say('counter.pick.ticket', { number: ticket.number }),
    choices: deeds.map(([label, deed], index) => ({
      ...choice(index, label, deed),
      note:
        deed === null
          ? say(counter === 'on-break' ? 'counter.pick.notOnBreak' : 'counter.pick.notWhileBusy')
          : null,
    })),
  };
}

function transferQuestion(
  say: Say,
  number: string,
  desk: Pick<CounterDesk, 'otherLanes' | 'otherCounters'>,
): Question {
  const ask = (to: Destination, name: string): Deed => ({ ask: { at: 'transfer-reason', number, to, name } });
  return {
    title: say('counter.pick.transfer', { number }),
    choices: [
      ...desk.otherCounters.map(({ id, name }, index) =>
        choice(index, name, ask({ at: 'counter', counter: id }, name)),
      ),
      ...desk.otherLanes.map(({ letter, name }) => ({
        key: letter,
        label: name,
        note: null,
        deed: ask({ at: 'lane', lane: letter }, say('counter.pick.lane', { letter })),
      })),
    ],
  };
}

function priorityQuestion(
  say: Say,
  { id: ticket, number, priority: present }: Target,
  { priorityClasses }: Pick<CounterDesk, 'priorityClasses'>,
): Question {
  const set = (priority: string | null): Deed | null =>
    priority === present ? null : { move: { type: 'prioritise', ticket, priority } };
  const isPresent = (priority: string | null) => (priority === present ? say('counter.pick.present') : null);
  return {
    title: say('counter.pick.priority', { number }),
    choices: [
      ...priorityClasses.map(({ id }, index) => ({
        ...choice(index, priorityWords(say, id, priorityClasses), set(id)),
        note: isPresent(id),
      })),
      { key: '0', label: say('counter.pick.noPriority'), note: isPresent(null), deed: set(null) },
    ],
  };
}

/** The first nine have a digit; further ones are clicked, or reached by Tab. */
function choice(index: number, label: string, deed: Deed | null): Choice {
  return { key: index < 9 ? String(index + 1) : null, label, note: null, deed };
}
