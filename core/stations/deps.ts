import type { Catalogue } from '../catalogue.ts';
import type { CentreBook } from '../centre-book.ts';
import type { Clock } from '../clock.ts';
import type { CameraState, CommandResult, PrinterStatus, RatingChoice, SyncView, View } from '../contract.ts';
import type { PrintOutcome } from '../devices/printer.ts';
import type { Log } from '../log.ts';
import type { TicketSlip } from '../slips/ticket-slip.ts';
import type { Store } from '../store/store.ts';

export type ScoredChoice = RatingChoice & { value: number };
export type ScoredQuestion = { id: string; vi: string; en: string; choices: ScoredChoice[] };

/** What every screen's desk in the core works with. */
export type StationDeps = {
  /** May change at any moment: ask it each time. */
  centre: CentreBook;
  catalogue: Catalogue;
  question: ScoredQuestion;
  store: Store;
  clock: Clock;
  log: Log;
  printTicket: (slip: TicketSlip) => Promise<PrintOutcome>;
  printerStatus(): PrinterStatus;
  /** A real desk scanner is set up here. */
  hasDeskScanner: boolean;
  sync: { view(): SyncView; nudge(): void; syncNow(): Promise<void> };
  /** Something that a screen may show has changed. */
  changed(): void;
};

/** The core's side of one screen. `Command` has passed the border. */
export type Desk<Command, Seen extends View> = {
  view(): Seen;
  handle(command: Command): CommandResult | Promise<CommandResult>;
  close(): void;
};

export type KioskDesk<Command, Seen extends View> = Desk<Command, Seen> & {
  /** A text from the desk scanner; ignored unless the citizen is asked for the card. */
  scanned(text: string): void;
  camera(): CameraState | null;
};
