import { drawSlip } from '../../../core/slips/draw.ts';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openCentreBook } from '../../../core/centre-book.ts';
import { centreConfig } from '../../../core/centre-config.ts';
import { readFilingBook } from '../../../core/filing/filing-book.ts';
import type { PrintOutcome } from '../../../core/devices/printer.ts';
import type { Printers } from '../../../core/devices/printers.ts';
import type { PrinterStatus } from '../../../core/contract.ts';
import { createDeskPapers } from '../../../core/dossier/desk-papers.ts';
import { createLookUpDigest } from '../../../core/dossier/look-up-digest.ts';
import { drawForm } from '../../../core/forms/draw-pdf.ts';
import { loadTemplates } from '../../../core/forms/load-templates.ts';
import { createLiveCatalogue } from '../../../core/live-catalogue.ts';
import { silentLog } from '../../../core/log.ts';
import { createSharedCards } from '../../../core/stations/shared-cards.ts';
import { createHelpDesk } from '../../../core/stations/help-desk.ts';
import { createPortalDesk } from '../../../core/stations/portal-desk.ts';
import { createBoard } from '../../../core/stations/board.ts';
import type { ScoredQuestion, StationDeps } from '../../../core/stations/deps.ts';
import { createSpooler } from '../../../core/print/spooler.ts';
import type { Slip } from '../../../core/slips/slip.ts';
import { createSeal } from '../../../core/store/seal.ts';
import { printerModelOfTests } from '../print/printer-model-of-tests.ts';
import { openMemoryStore } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';
import { createHandClock } from '../hand-clock.ts';

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../resources', name), 'utf8'));

/** A desk's surroundings with a clock driven by hand and a printer that answers when told to. */
export function setupDesk() {
  const clock = createHandClock();
  const db = openMemoryStore();
  const store = createStore(db);
  store.settings.write('centre', centreConfig.parse(resource('sample-centre.json')));
  const book = openCentreBook(store);
  if (!book.ok) throw new Error(book.error);
  const templates = loadTemplates(resolve(import.meta.dirname, '../../../resources/forms'));
  if (!templates.ok) throw new Error(templates.error);
  const answers: ((outcome: PrintOutcome) => void)[] = [];
  const open = new Set<string>();
  let changes = 0;
  const changed = () => {
    changes += 1;
    board.renew();
  };
  const board = createBoard({
    centre: book.value,
    store,
    clock,
    openCounters: () => [...open],
    changed,
  });
  const printer: { status: PrinterStatus } = { status: { at: 'ready' } };
  const printers: Printers = {
    all: () => [
      {
        id: 'sanh',
        name: 'Máy in sảnh',
        address: 'virtual',
        model: printerModelOfTests,
        printer: {
          status: async () => printer.status,
          print: () => new Promise((answer) => answers.push(answer)),
          close: async () => {},
        },
      },
    ],
    status: () => printer.status,
    refresh: async () => {},
    onChange: () => {},
  };
  const drawn: Slip[] = [];
  const spooler = createSpooler({
    jobs: store.printJobs,
    tickets: store.tickets,
    seal: createSeal('for tests alone'),
    printers,
    draw: async (slip) => {
      drawn.push(slip);
      return new Uint8Array();
    },
    clock,
    log: silentLog,
  });
  const shells = new Set<string>();
  const filing = readFilingBook(
    {
      journeys: resource('journeys.json'),
      portalRules: resource('portal-rules.json'),
    },
    'http://127.0.0.1:4900',
  );
  if (!filing.ok) throw new Error(filing.error);
  const deps: StationDeps = {
    centre: book.value,
    catalogue: createLiveCatalogue(resource('procedures.json'), book.value, clock),
    question: resource('rating-question.json') as ScoredQuestion,
    store,
    sharedCards: createSharedCards({
      clock,
      stateOf: (ticket) => store.tickets.find(ticket)?.state ?? null,
      marks: store.sharedCardMarks,
      log: silentLog,
    }),
    clock,
    board,
    log: silentLog,
    hasDeskScanner: false,
    filing: filing.value,
    helpDesk: createHelpDesk({ clock, changed }),
    portals: createPortalDesk({
      filing: filing.value,
      clock,
      hasShell: (kiosk) => shells.has(kiosk),
      changed,
    }),
    spooler,
    printers,
    printerStatus: () => printer.status,
    statusAddress: () => null,
    papers: createDeskPapers({
      store,
      clock,
      seal: createSeal('a secret of this test'),
      digest: createLookUpDigest('a secret of this test'),
      templates: templates.value,
      press: { pdf: drawForm },
      spooler,
      preview: async (slip) =>
        `data:image/png;base64,${Buffer.from(await bitmapToPng(await drawSlip(linesOfSlip(slip), 576))).toString('base64')}`,
    }),
    wedgeGapMs: 50,
    sync: {
      view: () => ({
        state: 'never',
        hub: null,
        pending: 0,
        oldestPendingAt: null,
        lastSuccessAt: null,
        trouble: null,
      }),
      nudge: () => {},
      syncNow: async () => {},
    },
    changed,
    changedHere: () => {},
  };
  return { clock, db, store, deps, answers, drawn, printer, open, shells, changes: () => changes };
}
