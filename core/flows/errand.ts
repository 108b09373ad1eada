import type { TicketKind } from '../queue/ticket.ts';

/** What a citizen takes a number for. An appointment is known by its code alone. */
export type Errand =
  | { kind: 'file'; procedure: string }
  /** `procedure`: the one to be helped with, where it is known. */
  | { kind: Exclude<TicketKind, 'file' | 'appointment'>; procedure?: string }
  | { kind: 'appointment'; code: string };

/** What a citizen says beside it, on the page before the number. */
export type Wishes = {
  /** The class of priority, by its id. */
  priority: string | null;
  /** The officer may see the card's fields while serving, so that nobody types them again. */
  share: boolean;
};

export const noWishes: Wishes = { priority: null, share: false };
