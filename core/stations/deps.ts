import type { Catalogue } from '../catalogue.ts';
import type { CentreBook } from '../centre-book.ts';
import type { Clock } from '../clock.ts';
import type { DeskPapers } from '../dossier/desk-papers.ts';
import type { CameraState, CommandResult, PrinterStatus, RatingChoice, SyncView, View } from '../contract.ts';
import type { Printers } from '../devices/printers.ts';
import type { Scan } from '../devices/scanner.ts';
import type { Log } from '../log.ts';
import type { FilingBook } from '../filing/filing-book.ts';
import type { PrintJob } from '../print/job.ts';
import type { Spooler } from '../print/spooler.ts';
import type { Store } from '../store/store.ts';
import type { HelpDesk } from './help-desk.ts';
import type { PortalDesk } from './portal-desk.ts';
import type { SharedCards } from './shared-cards.ts';
import type { Board } from './board.ts';

export type ScoredChoice = RatingChoice & { value: number };
export type ScoredQuestion = { id: string; vi: string; en: string; choices: ScoredChoice[] };

/** What every screen's desk in the core works with. */
export type StationDeps = {
  /** May change at any moment: ask it each time. */
  centre: CentreBook;
  catalogue: Catalogue;
  question: ScoredQuestion;
  store: Store;
  sharedCards: SharedCards;
  clock: Clock;
  log: Log;
  spooler: Spooler;
  printers: Printers;
  /** Of the printer that is best off. */
  papers: DeskPapers;
  printerStatus(): PrinterStatus;
  /** Where phones open the state of a number, such as `http://192.168.1.10:4780`; `null` while that is switched off. */
  statusAddress(): string | null;
  /** A real desk scanner is set up here. */
  hasDeskScanner: boolean;
  /** The longest time between two keys of a scanner that acts as a keyboard. */
  wedgeGapMs: number;
  board: Board;
  /** How filing is guided. */
  filing: FilingBook;
  helpDesk: HelpDesk;
  portals: PortalDesk;
  sync: { view(): SyncView; nudge(): void; syncNow(): Promise<void> };
  /** Something that a screen may show has changed. */
  changed(): void;
  /** Something that only this screen shows has changed. */
  changedHere(): void;
};

/** The core's side of one screen. `Command` has passed the border. */
export type Desk<Command, Seen extends View> = {
  view(): Seen;
  handle(command: Command): CommandResult | Promise<CommandResult>;
  close(): void;
};

export type AdminDesk<Command, Seen extends View> = Desk<Command, Seen> & {
  /** Every scan; whether it was a technician's test and no citizen's card. */
  scanned(scan: Scan): boolean;
};

export type KioskDesk<Command, Seen extends View> = Desk<Command, Seen> & {
  /** What the desk scanner sent; ignored unless the citizen is asked for the card. */
  scanned(scan: Scan): void;
  camera(): CameraState | null;
  /** Something became of a slip, which this screen may speak of. */
  slipChanged(job: PrintJob): void;
};
