/**
 * What every screen may see (View) and ask (Command). The one border between the core and the screens.
 * Views are plain data; commands are parsed with these schemas before anything else looks at them.
 */
import { z } from 'zod';
import type { CallReason } from './queue/call-reason.ts';
import type { MoveType } from './queue/moves.ts';
import type { PriorityClass } from './queue/priority-classes.ts';
import { moveReasons } from './queue/reasons.ts';
import type { WaitingMinutes } from './queue/waiting-minutes.ts';
import type { TicketKind } from './queue/ticket.ts';

export type Role = 'kiosk' | 'display' | 'counter' | 'rating' | 'admin' | 'dock';
export type Language = 'vi' | 'en';

/** A screen known to this core. `counterId` is set for the roles `counter` and `rating`. */
export type Station = { id: string; role: Role; counterId: string | null };

// Pieces shared by several views. Times are milliseconds since the epoch.

export type CentreName = { name: string; unit: string; hotline: string };
export type LaneWaiting = {
  letter: string;
  name: string;
  waiting: number;
  /** Of whoever takes the next number; `null` while there is nothing honest to say. */
  waitingMinutes: WaitingMinutes | null;
};
export type RequiredDocument = { name: string; original: number; copies: number; note: string };
export type OnlineLevel = 'full' | 'partial' | 'none';
export type ProcedureSummary = {
  code: string;
  name: string;
  field: string;
  onlineLevel: OnlineLevel;
  laneLetter: string;
};
export type Procedure = ProcedureSummary & {
  /** `null`: set by the provincial council, not known here. */
  feeVnd: number | null;
  feeNote: string;
  timeLimit: string;
  documents: RequiredDocument[];
  legalBasis: string[];
  /** Names of the fields that still need confirmation by the centre. */
  uncertain: string[];
};

// kiosk

export type NotACard =
  | 'empty'
  | 'health-insurance'
  | 'web-address'
  | 'payment-code'
  | 'passport'
  | 'old-id-card'
  | 'damaged'
  | 'unknown';
export type ReviewReason = string;
export type GreetedCard = {
  fullName: string;
  /** Only the last four digits are readable: `•••••••• 0018`. */
  maskedNumber: string;
  birthYear: string;
  /** Empty when every field agrees. */
  review: ReviewReason[];
};
export type PrinterStatus =
  | { at: 'ready' }
  | { at: 'paper-low' }
  | { at: 'paper-out' }
  | { at: 'cover-open' }
  | { at: 'offline' }
  | { at: 'error'; detail: string };
export type Paper =
  | { at: 'printing' }
  | { at: 'printed' }
  | { at: 'not-printed'; why: PrinterStatus['at'] }
  | { at: 'uncertain' };
export type CameraState =
  | { at: 'starting' }
  | { at: 'looking'; width: number; height: number }
  | { at: 'missing' }
  | { at: 'denied' }
  | { at: 'busy' };

export type KioskScreen =
  | { at: 'welcome'; lanes: LaneWaiting[] }
  | { at: 'notice' }
  | { at: 'scan'; refused: NotACard | null }
  | { at: 'greeting'; card: GreetedCard }
  | { at: 'procedures'; procedures: ProcedureSummary[]; lanes: LaneWaiting[] }
  | { at: 'procedure'; procedure: Procedure; lane: LaneWaiting }
  | {
      at: 'ticket';
      ticket: {
        number: string;
        laneName: string;
        counters: string[];
        peopleAhead: number;
        waitingMinutes: WaitingMinutes | null;
        issuedAt: number;
        procedureName: string;
      };
      paper: Paper;
    }
  | { at: 'closed'; why: 'numbers-exhausted' | 'store-failed' };
export type KioskView = {
  role: 'kiosk';
  centre: CentreName;
  language: Language;
  /** Set while the "are you still there?" question stands; the kiosk goes home when it reaches 0. */
  goingHomeInSeconds: number | null;
  printer: PrinterStatus['at'];
  screen: KioskScreen;
};

// display

export type Call = {
  /** Grows with every call, so that a display knows which it has announced. */
  id: number;
  number: string;
  counterName: string;
  calledAt: number;
  calls: number;
};
/** `calls[0]` is the newest. */
export type DisplayView = { role: 'display'; centre: CentreName; calls: Call[]; lanes: LaneWaiting[] };

// counter

export type OfficerName = { id: string; name: string };
/** One ticket in a list of the officer's. */
export type TicketBrief = {
  id: string;
  number: string;
  laneName: string;
  kind: TicketKind;
  /** The id of its class. */
  priority: string | null;
  procedureName: string | null;
  issuedAt: number;
  returns: number;
};
export type TicketForOfficer = {
  id: string;
  number: string;
  laneName: string;
  kind: TicketKind;
  priority: string | null;
  procedure: Procedure | null;
  /** Added in this visit, besides the first. */
  services: { code: string; name: string }[];
  issuedAt: number;
  calledAt: number;
  calls: number;
  /** Why it was called before others. */
  reason: CallReason | null;
};
export type CounterDesk = {
  officer: OfficerName;
  /** Steps with every move at this counter; a command that has seen another is refused: its screen was behind. */
  revision: number;
  /** The officer is away for a while: nothing is called here and waiting times do not count on this counter. */
  onBreak: boolean;
  lanes: (LaneWaiting & { isOwn: boolean })[];
  /** Where a ticket can be sent. */
  otherLanes: { letter: string; name: string }[];
  otherCounters: { id: string; name: string }[];
  priorityClasses: PriorityClass[];
  next: TicketBrief[];
  /** Everybody waiting in this counter's lanes, first come first; at most `waitingShown`. */
  waiting: TicketBrief[];
  parked: TicketBrief[];
  missed: TicketBrief[];
  servedToday: number;
  undo: { number: string; move: MoveType } | null;
};
export const waitingShown = 60;
export type CounterScreen =
  | { at: 'signed-out'; officers: OfficerName[] }
  | { at: 'ready'; desk: CounterDesk }
  | { at: 'called'; desk: CounterDesk; ticket: TicketForOfficer }
  | { at: 'serving'; desk: CounterDesk; ticket: TicketForOfficer };
export type CounterView = {
  role: 'counter';
  centre: CentreName;
  counter: { id: string; name: string };
  screen: CounterScreen;
};

// rating

export type RatingChoice = { id: string; face: 'happy' | 'content' | 'unhappy'; vi: string; en: string };
export type RatingQuestion = { id: string; vi: string; en: string; choices: RatingChoice[] };
export type RatingScreen =
  | { at: 'idle' }
  | { at: 'asking'; visit: string; question: RatingQuestion }
  | { at: 'thanks' };
export type RatingView = {
  role: 'rating';
  centre: CentreName;
  counter: { id: string; name: string };
  screen: RatingScreen;
};

// admin

export type SyncView = {
  state: 'never' | 'ok' | 'failing';
  hub: string | null;
  pending: number;
  oldestPendingAt: number | null;
  lastSuccessAt: number | null;
  /** In words for an administrator; never a stack trace. */
  trouble: string | null;
};
export type AdminScreen =
  | { at: 'signed-out'; officers: OfficerName[] }
  | {
      at: 'overview';
      officer: OfficerName;
      today: string;
      ratings: { n: number; acknowledged: number; byChoice: (RatingChoice & { n: number })[] };
      tickets: { issued: number; waiting: number; serving: number; done: number; missed: number };
      /** `asked` is the denominator of the response rate. */
      asked: number;
      sync: SyncView;
      printer: PrinterStatus;
      camera: CameraState | null;
      stations: { id: string; role: Role; connected: number }[];
    };
export type AdminView = { role: 'admin'; centre: CentreName; device: string; screen: AdminScreen };

// dock: drives the fake devices on screen, present only when the core was started with it

export const dockFaults = [
  'none',
  'paper-low',
  'paper-out',
  'cover-open',
  'offline',
  'error',
  'jam-midway',
  'hang',
] as const;
export type DockFault = (typeof dockFaults)[number];
export type PrintedSlip = { id: string; printedAt: number; title: string; png: string };
export type DockView = {
  role: 'dock';
  fault: DockFault;
  printer: PrinterStatus;
  /** Newest first, `png` as a data URL. */
  slips: PrintedSlip[];
  samples: { name: string; label: string }[];
  sync: SyncView;
};

export type View = KioskView | DisplayView | CounterView | RatingView | AdminView | DockView;

// commands

const type = <const Name extends string>(name: Name) => z.strictObject({ type: z.literal(name) });
const shortId = z.string().min(1).max(64);
const signIn = z.strictObject({
  type: z.literal('sign-in'),
  officerId: shortId,
  pin: z.string().regex(/^[0-9]{4,12}$/, 'must be 4 to 12 digits'),
});

export const kioskCommand = z.discriminatedUnion('type', [
  type('start'),
  z.strictObject({ type: z.literal('choose-language'), language: z.enum(['vi', 'en']) }),
  type('agree'),
  type('without-card'),
  z.strictObject({ type: z.literal('card-text'), text: z.string().max(4096) }),
  z.strictObject({
    type: z.literal('camera'),
    state: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('starting') }),
      z.strictObject({
        at: z.literal('looking'),
        width: z.int().min(0).max(100_000),
        height: z.int().min(0).max(100_000),
      }),
      z.strictObject({ at: z.literal('missing') }),
      z.strictObject({ at: z.literal('denied') }),
      z.strictObject({ at: z.literal('busy') }),
    ]),
  }),
  type('confirm-card'),
  type('wrong-card'),
  z.strictObject({ type: z.literal('choose-procedure'), code: shortId }),
  type('take-number'),
  type('back'),
  type('stay'),
  type('home'),
]);
/** A move at a counter names the revision of the desk it was decided on, so that no late or repeated message moves anybody. */
const move = <const Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ type: z.literal(name), seen: z.int(), ...shape });
const ticket = shortId;
const lane = z.string().regex(/^[A-H]$/, 'must be one letter from A to H');

export const counterCommand = z.discriminatedUnion('type', [
  signIn,
  type('sign-out'),
  z.strictObject({ type: z.literal('break'), on: z.boolean() }),
  move('call-next', {}),
  move('call', { ticket, reason: z.enum(moveReasons.chosen) }),
  move('call-again', {}),
  move('begin', {}),
  move('missed', {}),
  move('finish', {}),
  move('come-back', { ticket }),
  move('park', { reason: z.enum(moveReasons.park) }),
  move('resume', { ticket }),
  move('transfer', {
    to: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('lane'), lane }),
      z.strictObject({ at: z.literal('counter'), counter: shortId }),
    ]),
    reason: z.enum(moveReasons.transfer),
  }),
  move('add-service', { procedure: shortId }),
  move('prioritise', { ticket, priority: shortId.nullable() }),
  move('cancel', { ticket, reason: z.enum(moveReasons.cancel) }),
  move('undo', {}),
]);
export const ratingCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rate'), visit: shortId, choice: shortId }),
]);
export const adminCommand = z.discriminatedUnion('type', [signIn, type('sign-out'), type('sync-now')]);
export const dockCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('printer-fault'), fault: z.enum(dockFaults) }),
  z.strictObject({ type: z.literal('scan-sample'), name: shortId }),
]);
/** The display only looks. */
export const displayCommand = z.never();

export type KioskCommand = z.infer<typeof kioskCommand>;
export type CounterCommand = z.infer<typeof counterCommand>;
export type RatingCommand = z.infer<typeof ratingCommand>;
export type AdminCommand = z.infer<typeof adminCommand>;
export type DockCommand = z.infer<typeof dockCommand>;
export type Command = KioskCommand | CounterCommand | RatingCommand | AdminCommand | DockCommand;

/** Why a command was not carried out. `field` names the part of the message that is wrong. */
export type Refusal = {
  code: 'malformed' | 'too-large' | 'invalid' | 'not-now' | 'wrong-pin' | 'slow-down' | 'unknown' | 'failed';
  field: string | null;
  message: string;
  /** With `slow-down`: how long to wait. */
  seconds?: number;
};
export type CommandResult = { ok: true; value: null } | { ok: false; error: Refusal };

// wire: one JSON text per message

/** Longest message a screen may send, in bytes of UTF-8. */
export const messageLimitBytes = 64 * 1024;
/** Close codes of the WebSocket. */
export const closeCodes = { unauthorised: 4401 } as const;

export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().min(1).max(256) }),
  z.strictObject({ type: z.literal('command'), id: z.int().min(0), command: z.unknown() }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
export type ServerMessage =
  | { type: 'welcome'; station: Station; dockToken: string | null }
  | { type: 'view'; view: View }
  | { type: 'result'; id: number; result: CommandResult }
  | { type: 'refused'; error: Refusal };
