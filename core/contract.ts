/**
 * What every screen may see (View) and ask (Command). The one border between the core and the screens.
 * Views are plain data; commands are parsed with these schemas before anything else looks at them.
 */
import { z } from 'zod';
import type { VolumeStep } from './announce/volume.ts';
import { centreConfig, type CentreConfig } from './centre-config.ts';
import type { FormFault } from './form-fault.ts';
import type { JobState } from './print/job.ts';
import type { SlipKind } from './slips/slip.ts';
import type { CallReason } from './queue/call-reason.ts';
import type { CallWaits } from './queue/call-waits.ts';
import type { DayFigures } from './queue/figures.ts';
import type { MoveType, QueueRefusal } from './queue/moves.ts';
import type { Opening } from './queue/opening-hours.ts';
import type { PriorityClass } from './queue/priority-classes.ts';
import { moveReasons, reprintReasons } from './queue/reasons.ts';
import { type ServiceKind, serviceKinds, type TicketKind, type TicketState } from './queue/ticket.ts';
import type { WaitingMinutes } from './queue/waiting-minutes.ts';
import { listedPrinter } from './devices/printer-setting.ts';
import type { PaperWidth } from './slips/bitmap.ts';
import { correctableFields, type CorrectableField } from './card/correctable.ts';
import type { Advice, FilingQuestion, Here, PaperStanding } from './flows/filing.ts';
import type { Help, PortalPage, PortalRefusal } from './flows/filing-steps.ts';
import type { PortalPlace, PortalSign } from './filing/portal-signs.ts';

export type { PortalSign } from './filing/portal-signs.ts';
export type { CorrectableField } from './card/correctable.ts';
export type { CentreConfig, CounterConfig, LaneConfig } from './centre-config.ts';
export type { FormFault, FormFaultName } from './form-fault.ts';

/** `shell`: the program around the kiosk's window, which can open a second page beside it. */
export type Role = 'kiosk' | 'display' | 'counter' | 'rating' | 'admin' | 'dock' | 'shell';
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
  /** What happens in a life that leads to it: ids such as `birth`. */
  lifeEvents: string[];
};
/** The ways to hand in a dossier; fee and time belong to the way. */
export const channelNames = ['counter', 'online-self', 'online-assisted', 'post'] as const;
export type ChannelName = (typeof channelNames)[number];
export type Channel = { channel: ChannelName; feeVnd: number | null; feeNote: string; timeLimit: string };
export type Procedure = ProcedureSummary & {
  /** Who decides; `null`: not known. */
  level: 'commune' | 'province' | null;
  /** Days, both included; `null`: open to that side. */
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Centres no longer take it on paper; people are helped to hand it in online (CT 24/CT-TTg, from 1 October 2025). */
  onlineOnly: boolean;
  channels: Channel[];
  /** Documents that only some need, by the case. */
  cases: { name: string; documents: string[] }[];
  commonMistakes: string[];
  /** `null`: set by the provincial council, not known here. */
  feeVnd: number | null;
  feeNote: string;
  timeLimit: string;
  documents: RequiredDocument[];
  legalBasis: string[];
  /** Names of the fields that still need confirmation by the centre. */
  uncertain: string[];
};

/** How a scanner ended a code: with a line end (CR, LF or both), with a tab, or by sending nothing more. */
export type ScanSuffix = 'line-end' | 'tab' | 'none';

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
/** Why a person has to look before the reading is used. */
export type CardReviewReason =
  | 'only-number'
  | 'too-many-fields'
  | 'century-mismatch'
  | 'birth-year-mismatch'
  // The number itself cannot be: of somebody who is not yet born.
  | 'number-impossible'
  | 'gender-mismatch'
  | 'gender-damaged'
  | 'name-damaged'
  | 'name-unusual'
  | 'address-damaged'
  | 'parent-name-damaged'
  | 'old-id-invalid'
  | 'cancelled-number-invalid'
  | 'birth-date-incomplete'
  | 'issue-date-invalid'
  | 'issued-in-future'
  // How a scanner spoilt the text, when that can be told.
  | 'wrong-separator'
  | 'mojibake'
  | 'typed-as-bytes'
  | 'typed-as-code-points'
  | 'digits-as-letters';
export type Gender = 'male' | 'female';
export type CardField =
  | 'number'
  | 'fullName'
  | 'dateOfBirth'
  | 'gender'
  | 'address'
  | 'issuedOn'
  | 'oldId'
  | 'cancelledNumber'
  | 'fatherName'
  | 'motherName';
export type ReviewedField = {
  field: CardField;
  /**
   * Dates are `yyyy-mm-dd`, numbers of papers masked but for their last four digits. Empty when the card gave nothing that
   * can be read.
   */
  value: string;
  /** `null` when nothing speaks against the value, or the citizen has settled it. */
  doubt: CardReviewReason | null;
  /** How the citizen settled a doubt. */
  settled: 'corrected' | 'kept' | null;
  /** The value is what the citizen typed, and not the card's. */
  isTyped: boolean;
};
export type GreetedCard = {
  fullName: string;
  /** Only the last four digits are readable: `•••• •••• 0018`. */
  maskedNumber: string;
  birthYear: string;
  /** A child does not stand at the kiosk alone: the adult beside it is asked. */
  holder: 'adult' | 'child';
  source: 'read' | 'typed';
  /** What an officer still has to look at; empty when every field agrees or was settled. */
  review: CardReviewReason[];
};
export type PrinterStatus =
  | { at: 'ready' }
  | { at: 'paper-low' }
  | { at: 'paper-out' }
  | { at: 'cover-open' }
  | { at: 'offline' }
  | { at: 'error'; detail: string };
/** What became of a ticket's slip. */
export type Paper =
  | { at: 'printing' }
  /** Not confirmed: by a printer that never says what became of a slip. */
  | { at: 'printed'; isConfirmed: boolean }
  /** For a printer to come back, a short while. */
  | { at: 'waiting'; why: PrinterStatus['at'] }
  /** Nobody but the person in front can say whether it came out. */
  | { at: 'asks' }
  /** In doubt, and the citizen has had it printed again as often as they may; or it could not be drawn. */
  | { at: 'not-printed' }
  /** No longer printed by itself. */
  | { at: 'voided' };
/** `width` and `height`: the picture that the camera really gives. */
export type CameraState =
  | { at: 'starting' }
  /** Open, but dark: nothing is shown or read. */
  | { at: 'ready'; width: number; height: number }
  | { at: 'looking'; width: number; height: number }
  /** Closed again, as it is while nobody stands here. */
  | { at: 'closed'; width: number; height: number }
  | { at: 'missing' }
  /** It was there, and now it is gone. */
  | { at: 'unplugged' }
  | { at: 'denied' }
  | { at: 'busy' };

export type CheckInRefusal = 'unknown-code' | 'other-day' | 'used';
export type WhyClosed = 'numbers-exhausted' | 'store-failed' | 'outside-hours';
/** What can be said beside the errand before the number is taken. */
export type WishesView = {
  priorityClasses: PriorityClass[];
  priority: string | null;
  /** `null` without a card. */
  share: boolean | null;
};

/** One step of a guided way, in both languages. */
export type JourneyStep = {
  id: string;
  drawing: JourneyDrawing;
  vi: JourneyWords;
  en: JourneyWords;
};
/** `note`: what to write down or to mind; empty for none. */
export type JourneyWords = { title: string; text: string; note: string };
export const journeyDrawings = [
  'phone',
  'sign-in',
  'search',
  'agency',
  'form',
  'papers',
  'fee',
  'send',
  'code',
  'person',
] as const;
export type JourneyDrawing = (typeof journeyDrawings)[number];
/** What every page of filing shows: for what, and whether somebody comes. */
type FilingPage = { procedureName: string; help: Help };

export type KioskScreen =
  | { at: 'welcome'; lanes: LaneWaiting[] }
  | { at: 'notice' }
  | { at: 'scan'; refused: NotACard | null }
  /** The reader spoilt the words; an exact repair is offered. */
  | { at: 'repair'; fullName: string; address: string }
  | {
      at: 'review';
      fields: ReviewedField[];
      /** Doubts about the card as a whole. */
      doubts: CardReviewReason[];
      /** What the twelve digits say, for the sentences about fields that disagree with them. */
      numberSays: { gender: Gender; birthYear: number };
      /** The whole number: only when it is in doubt and the citizen asked to see it. */
      number: { canShow: boolean; shown: string | null };
    }
  /** `today` and `earliest` are the days, `yyyy-mm-dd`, between which a date may lie. */
  | { at: 'correct'; field: CorrectableField; value: string; earliest: string; today: string }
  | { at: 'type-number'; number: string; today: string }
  | { at: 'type-name'; name: string; maskedNumber: string; from: 'keypad' | 'bar-code' }
  | { at: 'greeting'; card: GreetedCard }
  | { at: 'procedures'; procedures: ProcedureSummary[]; lanes: LaneWaiting[] }
  | {
      at: 'procedure';
      procedure: Procedure;
      lane: LaneWaiting;
      wishes: WishesView;
      /** Whether it can be filed at the portal; `only`: no longer on paper. */
      filing: 'no' | 'possible' | 'only';
    }
  | (FilingPage & {
      at: 'filing-question';
      question: Exclude<FilingQuestion, 'papers'>;
      n: number;
      of: number;
    })
  | (FilingPage & {
      at: 'filing-papers';
      documents: (RequiredDocument & { isHere: boolean })[];
      n: number;
      of: number;
    })
  | (FilingPage & {
      at: 'filing-result';
      advice: Advice;
      here: Here;
      onlineOnly: boolean;
      onlineLevel: OnlineLevel;
      documents: (RequiredDocument & { standing: PaperStanding })[];
      slip: Paper | null;
    })
  | (FilingPage & {
      at: 'journey';
      channel: 'phone' | 'guide';
      steps: JourneyStep[];
      index: number;
      /** The start page of the portal. */
      portalUrl: string;
    })
  | (FilingPage & {
      at: 'portal';
      steps: JourneyStep[];
      page: PortalPage;
      refused: PortalRefusal | null;
      place: PortalPlace;
    })
  | { at: 'service'; kind: ServiceKind; lane: LaneWaiting; wishes: WishesView }
  /** `waitSeconds`, as of this view: after too many wrong codes, until one is looked at again. */
  | { at: 'appointment'; refused: CheckInRefusal | null; waitSeconds: number }
  | {
      at: 'ticket';
      ticket: {
        number: string;
        laneName: string;
        counters: string[];
        peopleAhead: number;
        waitingMinutes: WaitingMinutes | null;
        issuedAt: number;
        kind: TicketKind;
        procedureName: string | null;
        /** Opens the ticket's state, as on the slip. */
        statusCode: string | null;
      };
      paper: Paper;
      /** A printer is ready, and the citizen may still have it printed again. */
      canPrint: boolean;
    }
  /** What somebody wants to know who holds the code of their slip to a reader. `null`: not a number of today. */
  | { at: 'number'; found: NumberState | null }
  | { at: 'closed'; why: WhyClosed };
/** How things stand for one number. Nothing about who holds it. */
export type NumberState = {
  number: string;
  laneName: string;
  state: TicketState;
  peopleAhead: number;
  /** `null` while there is nothing honest to say, and once it was called. */
  waitingMinutes: WaitingMinutes | null;
  /** Where it was called to or is served. */
  counterName: string | null;
  issuedAt: number;
  /** `null`: from before slips were kept account of. */
  paper: Paper | null;
  canPrint: boolean;
};
export type KioskView = {
  role: 'kiosk';
  centre: CentreName;
  language: Language;
  /** Set while the "are you still there?" question stands; the kiosk goes home when it reaches 0. */
  goingHomeInSeconds: number | null;
  printer: PrinterStatus['at'];
  opening: Opening;
  /** Cards may be shown to a desk scanner as well. */
  hasDeskScanner: boolean;
  /** Keys that come closer than this are a scanner's and no person's. */
  wedgeGapMs: number;
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
export type DisplayView = {
  role: 'display';
  centre: CentreName;
  /** Those to show; `calls[0]` is the newest. */
  calls: Call[];
  /**
   * Every call of the last minutes, oldest first, for the voice: however many came between two views. `takenBack`: undone,
   * or its number was missed, sent on, set aside or cancelled since.
   */
  lately: (Call & { takenBack: boolean })[];
  /** Whom each counter has called or serves. */
  counters: { name: string; number: string | null }[];
  lanes: LaneWaiting[];
  volume: VolumeStep[];
  /** What the centre has to say to everybody, one after the other. */
  notices: string[];
};

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
/** What an officer would have to type of a card. */
export const sharedCardFields = ['fullName', 'number', 'dateOfBirth', 'gender', 'address'] as const;
export type SharedCardFieldName = (typeof sharedCardFields)[number];
export type SharedCardField = {
  field: SharedCardFieldName;
  /** Dates are `yyyy-mm-dd`. Empty when the card gave nothing that can be read. */
  value: string;
  /** `repaired`: spoilt by the reader, put right exactly, and confirmed by the holder. `number`: told from the number. */
  from: 'card' | 'typed' | 'repaired' | 'bar-code' | 'number';
  doubt: CardReviewReason | null;
  /** The holder says that it is right as it stands. */
  kept: boolean;
};
/** A card that its holder agreed to share with the officer at the counter. */
export type SharedCard = {
  fields: SharedCardField[];
  /** Doubts about what is not shared, or about the card as a whole. */
  doubts: CardReviewReason[];
};
/** A dossier accepted for a ticket. */
export type AcceptedDossier = {
  code: string;
  procedureName: string | null;
  acceptedAt: number;
  dueAt: number;
};
export type TicketForOfficer = {
  id: string;
  number: string;
  laneName: string;
  kind: TicketKind;
  priority: string | null;
  procedure: Procedure | null;
  /** Added in this visit, besides the first. */
  services: Procedure[];
  issuedAt: number;
  calledAt: number;
  calls: number;
  /** As of this view. */
  waits: CallWaits;
  /** Why it was called before others. */
  reason: CallReason | null;
  /** `null` for most: the citizen shared nothing. `lost`: they did, and the core was started anew since. */
  sharedCard: SharedCard | 'lost' | null;
  /** In the order in which they were accepted. */
  dossiers: AcceptedDossier[];
  /** By procedure: when a dossier accepted now could be due; only where the time limit says it for certain. */
  proposedDue: Record<string, number>;
};
/** A slip that did not surely come out and that nobody has settled. */
export type SlipTrouble = {
  /** Its print job. */
  id: string;
  kind: SlipKind;
  /** Of the ticket it belongs to. */
  number: string | null;
  why: Extract<JobState, { at: 'failed' | 'voided' }>['why'];
  at: number;
  reprint: number;
};
export type SlipDesk = {
  /** Those that need a hand. */
  printers: { name: string; at: Exclude<PrinterStatus['at'], 'ready'> }[];
  /** Of today, newest first. */
  troubles: SlipTrouble[];
};
/** Somebody at a kiosk waits for a person to file with them. Says nothing of who it is. */
export type HelpRequest = {
  id: string;
  /** `Máy 2`; `null` for a kiosk on the network. */
  kiosk: number | null;
  procedureName: string;
  /** The step they stand at, in Vietnamese; `null` while they answer the first questions. */
  step: string | null;
  since: number;
  /** Who said that they come. */
  acceptedBy: OfficerName | null;
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
  /** Everybody waiting in this counter's lanes, first come first; at most `waitingListed`. */
  waiting: TicketBrief[];
  parked: TicketBrief[];
  missed: TicketBrief[];
  servedToday: number;
  undo: { number: string; move: MoveType } | null;
  /** Where papers of this centre are signed, as far as its unit's name tells: "Thử Bình". */
  place: string;
  slips: SlipDesk;
  /** Present only while the officer looks for one to add: the list is long and hardly ever wanted. */
  procedures: ProcedureSummary[] | null;
  /** Oldest first. */
  helpRequests: HelpRequest[];
};
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

// machines on the centre's network

/** What a machine can be enrolled as over the network: never the administration, never the dock. */
export const lanRoles = ['counter', 'rating', 'display', 'kiosk'] as const;
export type LanRole = (typeof lanRoles)[number];
/** `code` as it is read out: `ABCD-EFGH`. */
export type LanCode = { code: string; role: LanRole; counterId: string | null; expiresAt: number };
export type LanMachine = {
  id: string;
  role: LanRole;
  counterId: string | null;
  enrolledAt: number;
  lastSeenAt: number | null;
  /** Where it last came from. */
  lastAddress: string | null;
  connected: number;
};
export type LanView = {
  /** As the administrator has it; `port` tells whether it is so. */
  on: boolean;
  port: number | null;
  /** What to open on another machine: `https://192.168.1.10:4743`. */
  addresses: string[];
  /** SHA-256 of the certificate, `AB:CD:…`; `null` before there is one. */
  fingerprint: string | null;
  /** In words for an administrator. */
  trouble: string | null;
  counters: { id: string; name: string }[];
  codes: LanCode[];
  /** In the order they came. */
  machines: LanMachine[];
};
/** The page that shows citizens their number on their own phones. */
export type PhoneView = {
  /** As the administrator has it; `port` tells whether it is so. */
  on: boolean;
  port: number | null;
  /** What the codes on slips begin with; `null`: phones cannot open anything. */
  address: string | null;
  /** In words for an administrator. */
  trouble: string | null;
};
/** What `POST /pair` answers. `proof` is for the app, which proved itself and wants the same of the core. */
export type PairingAnswer =
  | { ok: true; token: string; role: LanRole; proof: string | null }
  | { ok: false; why: 'malformed' | 'wrong' | 'full' }
  | { ok: false; why: 'slow-down'; seconds: number };

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
/** The desk scanner on a serial port. */
export type ScannerView = {
  path: string;
  at: 'ready' | 'unplugged' | 'error';
  /** When it last sent bytes that are no text. */
  unreadableAt: number | null;
};
/** What came through the serial port during a scanner test. Of a card that is not the test card, only that it came. */
export type PortArrival = {
  /** Counts up within one test. */
  n: number;
  at: number;
  what:
    | { at: 'text'; text: string; suffix: ScanSuffix }
    | { at: 'another-card' }
    | { at: 'not-utf8'; suffix: ScanSuffix }
    | { at: 'too-long' };
};
/** The document an administrator edits. A change names the revision it was made from. */
export type CentreDocument = {
  revision: string;
  centre: CentreConfig;
  /** The fields of procedures there are, with how many procedures each has. */
  fields: { name: string; procedures: number }[];
  /** The document before the last change is kept. */
  canRestore: boolean;
};
export type AppointmentView = {
  code: string;
  at: number;
  lane: string;
  procedureName: string | null;
  /** Its holder has come. */
  isUsed: boolean;
};
/** Who would be touched by closing the day. */
export type DayState = {
  isClosedByHand: boolean;
  opening: Opening;
  waiting: number;
  called: number;
  serving: number;
  parked: number;
  missed: number;
  /** The day the waiting would be carried to. */
  nextDay: string;
};
export const adminPages = ['overview', 'figures', 'lanes', 'hours', 'appointments', 'printers'] as const;
export type AdminPage = (typeof adminPages)[number];

/** What came of a test slip. */
export type PrintTest =
  | { at: 'printing' }
  /** `confirmed`: the printer said so; else nobody knows whether it came out. */
  | { at: 'printed'; confirmed: boolean; endedAt: number }
  | { at: 'not-started'; why: PrinterStatus['at']; endedAt: number }
  | { at: 'uncertain'; endedAt: number };
export type PrinterRow = {
  id: string;
  name: string;
  address: string;
  model: string;
  dots: PaperWidth | null;
  /** Set where the kiosk was started; not to be changed here. */
  isFixed: boolean;
  status: PrinterStatus;
  test: PrintTest | null;
};
export type PrinterModelView = {
  id: string;
  name: string;
  dots: PaperWidth;
  status: 'real-time' | 'before' | 'none';
  /** Some of what is known of it nobody has seen confirmed. */
  isUncertain: boolean;
};
export type PrinterSearch =
  | { at: 'none' }
  | { at: 'searching' }
  | {
      at: 'done';
      /** `isListed`: it is one of this kiosk's already. */
      found: { address: string; what: 'network' | 'usb' | 'serial' | 'queue'; isListed: boolean }[];
    };

/** `today` is the day whose queue runs; other days are those looked at. */
export type AdminScreen =
  | { at: 'signed-out'; officers: OfficerName[] }
  | {
      at: 'figures';
      officer: OfficerName;
      today: string;
      figures: DayFigures;
      /** As they are called now; lanes and counters that are gone have no name here. */
      laneNames: Record<string, string>;
      counterNames: Record<string, string>;
    }
  | { at: 'lanes'; officer: OfficerName; today: string; document: CentreDocument }
  | { at: 'hours'; officer: OfficerName; today: string; document: CentreDocument; state: DayState }
  | {
      at: 'appointments';
      officer: OfficerName;
      today: string;
      day: string;
      appointments: AppointmentView[];
      /** The code of the one that was just made here. */
      made: string | null;
      lanes: { letter: string; name: string }[];
      procedures: ProcedureSummary[];
    }
  | {
      at: 'overview';
      officer: OfficerName;
      today: string;
      /** Of visits finished on `today`. */
      ratings: { n: number; acknowledged: number; byChoice: (RatingChoice & { n: number })[] };
      tickets: { issued: number; waiting: number; serving: number; done: number; missed: number };
      /** Print jobs of `today` by what became of them. */
      slips: { printed: number; failed: number; voided: number; waiting: number };
      /** How many visits were finished on `today`: the denominator of the response rate. */
      asked: number;
      sync: SyncView;
      printer: PrinterStatus;
      camera: CameraState | null;
      /** `null`: none is set up. */
      scanner: ScannerView | null;
      stations: { id: string; role: Exclude<Role, 'shell'>; counterName: string | null; connected: number }[];
      lan: LanView;
      phone: PhoneView;
    }
  | {
      at: 'printers';
      officer: OfficerName;
      today: string;
      /** In the order in which they are tried. */
      printers: PrinterRow[];
      canAdd: boolean;
      models: PrinterModelView[];
      search: PrinterSearch;
    }
  | {
      at: 'scanner-test';
      officer: OfficerName;
      today: string;
      wedgeGapMs: number;
      scanner: ScannerView | null;
      arrived: PortArrival | null;
    };
export type AdminView = { role: 'admin'; centre: CentreName; device: string; screen: AdminScreen };

// dock: drives the fake devices on screen, present only when the core was started with it

export const virtualPrinterIds = ['virtual', 'virtual-2'] as const;
export type VirtualPrinterId = (typeof virtualPrinterIds)[number];

export const dockFaults = [
  'none',
  'paper-low',
  'paper-out',
  'cover-open',
  'offline',
  'error',
  'jam-midway',
  'hang',
  'slow',
  'power-cut',
] as const;
export type DockFault = (typeof dockFaults)[number];
export type PrintedSlip = { id: string; printedAt: number; title: string; png: string };
export type DockView = {
  role: 'dock';
  /** The virtual ones of this kiosk; at least one. */
  printers: { id: VirtualPrinterId; name: string; fault: DockFault }[];
  /** Of the printer that is best off, virtual or not. */
  printer: PrinterStatus;
  /** Newest first, `png` as a data URL. */
  slips: PrintedSlip[];
  samples: { name: string; label: string }[];
  sync: SyncView;
};

// shell: opens the portal beside the kiosk's page and says what stands there

export type ShellView = {
  role: 'shell';
  portal: {
    /** Another one with every opening: another session. */
    id: string;
    url: string;
    /** What may be asked of the network: names of hosts, `*.` before one for those below it; with a port where it is not the usual one. */
    hosts: string[];
    place: PortalPlace;
    /** Put away while the kiosk asks whether somebody is still there. */
    isHidden: boolean;
    /** What to look for in its pages. */
    signs: PortalSign[];
  } | null;
};

export type View = KioskView | DisplayView | CounterView | RatingView | AdminView | DockView | ShellView;

// commands

const type = <const Name extends string>(name: Name) => z.strictObject({ type: z.literal(name) });
const pixels = z.int().min(0).max(100_000);
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
  z.strictObject({
    type: z.literal('card-text'),
    text: z.string().max(4096),
    /** From a scanner that acts as a keyboard: the same keys by their places, where that gives another text. */
    byPlace: z.string().max(4096).optional(),
  }),
  z.strictObject({
    type: z.literal('camera'),
    state: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('starting') }),
      z.strictObject({ at: z.literal('ready'), width: pixels, height: pixels }),
      z.strictObject({ at: z.literal('looking'), width: pixels, height: pixels }),
      z.strictObject({ at: z.literal('closed'), width: pixels, height: pixels }),
      z.strictObject({ at: z.literal('missing') }),
      z.strictObject({ at: z.literal('unplugged') }),
      z.strictObject({ at: z.literal('denied') }),
      z.strictObject({ at: z.literal('busy') }),
    ]),
  }),
  type('accept-repair'),
  type('decline-repair'),
  type('show-number'),
  z.strictObject({ type: z.literal('correct-field'), field: z.enum(correctableFields) }),
  z.strictObject({
    type: z.literal('field-typed'),
    field: z.enum(correctableFields),
    value: z.string().min(1).max(300),
  }),
  z.strictObject({ type: z.literal('keep-field'), field: z.enum(correctableFields) }),
  type('finish-review'),
  type('type-number'),
  z.strictObject({
    type: z.literal('number-typed'),
    number: z.string().regex(/^[0-9]{12}$/, 'must be 12 digits'),
  }),
  z.strictObject({ type: z.literal('name-typed'), name: z.string().min(1).max(100) }),
  type('confirm-card'),
  type('wrong-card'),
  z.strictObject({ type: z.literal('choose-procedure'), code: shortId }),
  z.strictObject({ type: z.literal('choose-service'), kind: z.enum(serviceKinds) }),
  type('have-appointment'),
  z.strictObject({ type: z.literal('wish-priority'), priority: shortId.nullable() }),
  z.strictObject({ type: z.literal('share-card'), share: z.boolean() }),
  type('take-number'),
  type('file-online'),
  z.strictObject({
    type: z.literal('answer-filing'),
    answer: z.discriminatedUnion('question', [
      z.strictObject({ question: z.literal('whose'), answer: z.enum(['self', 'family', 'other']) }),
      z.strictObject({ question: z.literal('account'), answer: z.enum(['level-2', 'below', 'unknown']) }),
      z.strictObject({ question: z.literal('phone'), answer: z.enum(['ready', 'trouble', 'none']) }),
    ]),
  }),
  z.strictObject({ type: z.literal('tick-paper'), paper: z.int().min(0).max(99), on: z.boolean() }),
  type('papers-ticked'),
  type('print-preparation'),
  z.strictObject({ type: z.literal('take-channel'), channel: z.enum(['here', 'phone', 'guide']) }),
  type('next-step'),
  type('call-guide'),
  type('dismiss-guide'),
  type('filing-number'),
  z.strictObject({
    type: z.literal('check-in'),
    code: z.string().regex(/^[0-9]{6}$/, 'must be 6 digits'),
  }),
  /** The slip in doubt lies in the hand, or it does not. */
  type('slip-out'),
  type('slip-not-out'),
  /** Now that a printer is back. */
  type('print-slip'),
  type('back'),
  type('stay'),
  type('home'),
]);
/** A move at a counter names the revision of the desk it was decided on, so that no late or repeated message moves anybody. */
const move = <const Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ type: z.literal(name), seen: z.int(), ...shape });
const ticket = shortId;
const lane = z.string().regex(/^[A-H]$/, 'must be one letter from A to H');
/** As typed at the desk; what is wrong with it is said by the core, field by field. */
const typed = z.string().max(10_000);
const blank = typed.nullable();
const at = z.int().min(0);
const applicantTyped = { applicant: typed, address: blank, phone: blank, email: blank, request: typed };
const receiptTyped = z.strictObject({
  dossierCode: typed,
  ...applicantTyped,
  place: typed,
  personalNumberEnd: blank,
  procedure: shortId.nullable(),
  documents: z
    .array(
      z.strictObject({
        name: typed,
        form: z.enum(['original', 'certified-copy', 'copy', 'electronic']),
        quantity: z.int(),
        note: blank,
      }),
    )
    .max(60),
  sets: z.int(),
  timeLimit: typed,
  dueAt: at,
  collectAt: z.enum(['centre', 'post', 'electronic']),
  fee: z.strictObject({ vnd: z.int(), paid: z.boolean() }).nullable(),
});
const paperTyped = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('supplement'),
    dossierCode: blank,
    ...applicantTyped,
    place: typed,
    items: z.array(z.strictObject({ name: typed, lack: typed })).max(60),
    reason: typed,
    legalBasis: blank,
    contactPhone: blank,
  }),
  z.strictObject({
    form: z.literal('refusal'),
    dossierCode: blank,
    ...applicantTyped,
    place: typed,
    reason: typed,
    legalBasis: blank,
    guidance: blank,
    contactPhone: blank,
  }),
  z.strictObject({
    form: z.literal('apology'),
    dossierCode: typed,
    ...applicantTyped,
    place: typed,
    receivedAt: at,
    dueAt: at,
    newDueAt: at,
    reason: typed,
    signatory: z.strictObject({ title: typed, name: typed }),
  }),
]);
export type ReceiptTyped = z.infer<typeof receiptTyped>;
export type PaperTyped = z.infer<typeof paperTyped>;

export const counterCommand = z.discriminatedUnion('type', [
  signIn,
  type('sign-out'),
  z.strictObject({ type: z.literal('break'), on: z.boolean() }),
  /** Looks through the procedures, or no longer. */
  z.strictObject({ type: z.literal('browse-procedures'), on: z.boolean() }),
  /** Says to whoever waits at a kiosk that this officer comes, or no longer. */
  z.strictObject({ type: z.literal('accept-help'), request: shortId, on: z.boolean() }),
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
  /** Papers name the ticket they are for: not the revision, so that a view that passes by loses nothing typed. */
  z.strictObject({ type: z.literal('accept-dossier'), ticket, receipt: receiptTyped }),
  z.strictObject({ type: z.literal('draw-receipt'), ticket, code: typed }),
  z.strictObject({ type: z.literal('draw-paper'), ticket, paper: paperTyped }),
  /** A paper that was drawn here goes to the desk's printer. */
  z.strictObject({ type: z.literal('paper-issued'), paper: shortId }),
  z.strictObject({ type: z.literal('find-dossier'), code: typed }),
  /** On paper once more: the slip of a ticket of today, or the words of a print job. */
  z.strictObject({
    type: z.literal('reprint'),
    what: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('ticket'), ticket }),
      z.strictObject({
        at: z.literal('number'),
        number: z.string().regex(/^[A-H][0-9]{1,5}$/, 'must be a letter and digits'),
      }),
      z.strictObject({ at: z.literal('job'), job: shortId }),
    ]),
    reason: z.enum(reprintReasons),
  }),
  /** It lies in somebody's hand, or nobody needs it. */
  z.strictObject({ type: z.literal('settle-slip'), job: shortId, as: z.enum(['seen', 'put-aside']) }),
]);
export const ratingCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rate'), visit: shortId, choice: shortId }),
]);
export const lanCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lan-switch'), on: z.boolean() }),
  z.strictObject({ type: z.literal('lan-code'), role: z.enum(lanRoles), counter: shortId.nullable() }),
  z.strictObject({ type: z.literal('lan-remove'), machine: shortId }),
]);
const day = z.iso.date();
export const adminCommand = z.discriminatedUnion('type', [
  signIn,
  type('sign-out'),
  type('sync-now'),
  /** `day`: the one to look at; `null` for the present one. */
  z.strictObject({ type: z.literal('look'), page: z.enum(adminPages), day: day.nullable() }),
  z.strictObject({ type: z.literal('change-centre'), revision: shortId, centre: centreConfig }),
  z.strictObject({ type: z.literal('restore-centre'), revision: shortId }),
  /** `carry`: the waiting keep their numbers and places on the next day; else they expire. */
  z.strictObject({ type: z.literal('close-day'), day, carry: z.boolean() }),
  z.strictObject({ type: z.literal('reopen-day'), day }),
  z.strictObject({
    type: z.literal('make-appointment'),
    day,
    time: z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time such as 07:30'),
    /** Without a procedure; with one, its lane is taken. */
    lane: lane.nullable(),
    procedure: shortId.nullable(),
  }),
  z.strictObject({
    type: z.literal('cancel-appointment'),
    code: z.string().regex(/^[0-9]{6}$/, 'must be 6 digits'),
  }),
  type('begin-scanner-test'),
  type('end-scanner-test'),
  /** Without an id it is a new one, the last in the order. */
  z.strictObject({
    type: z.literal('save-printer'),
    printer: listedPrinter.extend({ id: listedPrinter.shape.id.nullable() }),
  }),
  z.strictObject({ type: z.literal('remove-printer'), printer: shortId }),
  z.strictObject({ type: z.literal('move-printer'), printer: shortId, by: z.literal([-1, 1]) }),
  z.strictObject({ type: z.literal('test-printer'), printer: shortId }),
  type('find-printers'),
  z.strictObject({ type: z.literal('phone-switch'), on: z.boolean() }),
  ...lanCommand.options,
]);
export const dockCommand = z.discriminatedUnion('type', [
  /** Without a printer it is the first virtual one's. */
  z.strictObject({
    type: z.literal('printer-fault'),
    fault: z.enum(dockFaults),
    printer: z.enum(virtualPrinterIds).optional(),
  }),
  z.strictObject({ type: z.literal('scan-sample'), name: shortId }),
]);
/** The display only looks. */
export const displayCommand = z.never();
export const shellCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('portal-page'),
    portal: shortId,
    /** Without query and fragment. */
    url: z.string().max(2048),
    /** The ids of the signs that are there. */
    signs: z.array(shortId).max(200),
  }),
  z.strictObject({ type: z.literal('portal-failed'), portal: shortId }),
  z.strictObject({
    type: z.literal('portal-refused'),
    portal: shortId,
    what: z.enum(['address', 'window', 'download', 'file', 'permission']),
  }),
  /** Somebody touches the portal. */
  z.strictObject({ type: z.literal('portal-touched'), portal: shortId }),
]);

export type KioskCommand = z.infer<typeof kioskCommand>;
export type CounterCommand = z.infer<typeof counterCommand>;
export type RatingCommand = z.infer<typeof ratingCommand>;
export type LanCommand = z.infer<typeof lanCommand>;
export type AdminCommand = z.infer<typeof adminCommand>;
export type DockCommand = z.infer<typeof dockCommand>;
export type ShellCommand = z.infer<typeof shellCommand>;
export type Command =
  | KioskCommand
  | CounterCommand
  | RatingCommand
  | AdminCommand
  | DockCommand
  | ShellCommand;

/** Why a command was not carried out. `field` names the part of the message that is wrong. */
export type Refusal = {
  code: 'malformed' | 'too-large' | 'invalid' | 'not-now' | 'wrong-pin' | 'slow-down' | 'unknown' | 'failed';
  field: string | null;
  message: string;
  /** With `not-now` at a counter: the rule of the queue that said no. */
  why?: QueueRefusal;
  /** With `slow-down`, and with `not-now` where the queue says `too-soon`: how long to wait. */
  seconds?: number;
  /** With a form: what is wrong with the field. */
  fault?: FormFault;
};
/** What a command brings back to the screen that asked, and to no other. */
export type Brought =
  /** `pdf` in base64; `slip`: the picture of the slip beside a receipt. `id`: by which the screen says that it was issued. */
  | {
      at: 'paper';
      id: string;
      pdf: string;
      slip: string | null;
      number: string;
      decree: string;
      unconfirmed: string[];
    }
  | { at: 'dossier'; dossier: FoundDossier };
/** What an earlier receipt says, to write to its holder again. */
export type FoundDossier = {
  code: string;
  acceptedAt: number;
  dueAt: number;
  /** `null` when whose it is was forgotten meanwhile. */
  holder: {
    applicant: string;
    address: string | null;
    phone: string | null;
    email: string | null;
    request: string;
  } | null;
};
export type CommandResult = { ok: true; value: Brought | null } | { ok: false; error: Refusal };

// wire: one JSON text per message

/** Longest message a screen may send, in bytes of UTF-8. */
export const messageLimitBytes = 64 * 1024;
/** Close codes of the WebSocket. */
export const closeCodes = { unauthorised: 4401 } as const;
export const beatMs = 2_000;

export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().min(1).max(256) }),
  z.strictObject({ type: z.literal('command'), id: z.int().min(0), command: z.unknown() }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
export type ServerMessage =
  | { type: 'welcome'; station: Station; dockToken: string | null }
  | { type: 'view'; view: View }
  /** Says every `beatMs` that the core is there; a screen that hears nothing for longer looks for it. */
  | { type: 'beat' }
  | { type: 'result'; id: number; result: CommandResult }
  | { type: 'refused'; error: Refusal };
