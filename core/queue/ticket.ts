/** What a citizen came for. An `appointment` was checked in by its code. */
export const ticketKinds = ['file', 'result', 'question', 'online-help', 'appointment'] as const;
export type TicketKind = (typeof ticketKinds)[number];
/** What somebody without a dossier comes for. */
export const serviceKinds = ['result', 'question', 'online-help'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/**
 * `parked` tickets are set aside by an officer and keep their waiting time; `missed` ones may come back; `expired` ones
 * never did.
 */
export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'done',
  'cancelled',
  'expired',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** So many of those waiting an officer is shown one by one. */
export const waitingListed = 60;

/** Times are milliseconds since the epoch, days `yyyy-mm-dd`. */
export type Ticket = {
  id: string;
  /** The day and lane whose series the number belongs to; never changed. */
  day: string;
  lane: string;
  number: number;
  label: string;
  kind: TicketKind;
  procedure: string | null;
  issuedAt: number;
  state: TicketState;
  /** In whose queue it stands now: another day after a carry-over, another line after a transfer. */
  queueDay: string;
  line: string;
  /** The only counter that may call it, after a transfer to that counter or a pause there. */
  boundTo: string | null;
  /** The class of priority, by its id, or an appointment; `null` for most. */
  priority: string | null;
  /** The place in the line: the smaller goes first. It is the time of issue until the holder was missed or has an appointment. */
  rank: number;
  /** Where it was called to last. */
  counter: string | null;
  calledAt: number | null;
  /** Of the present call: the first and the recalls. */
  calls: number;
  /** How often its holder came back after being missed. */
  returns: number;
  endedAt: number | null;
  /** One more with every move, so that a move that is taken back is surely the last one. */
  version: number;
};
