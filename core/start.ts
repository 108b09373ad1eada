import { existsSync, readFileSync } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { openCentreBook } from './centre-book.ts';
import { centreConfig } from './centre-config.ts';
import { createCentre } from './centre.ts';
import type { Clock } from './clock.ts';
import { codeOf, handOverMs, readPrivateJson, takeDataFolder, writePrivateJson } from './data-folder.ts';
import { printerModels } from './devices/printer-model.ts';
import { findPrinters } from './devices/find-printers.ts';
import { openDevices, type DeviceSettings } from './devices/open-devices.ts';
import { createDeskPapers } from './dossier/desk-papers.ts';
import { createLookUpDigest } from './dossier/look-up-digest.ts';
import { createFormPress } from './forms/form-press.ts';
import { loadTemplates } from './forms/load-templates.ts';
import { enrolledStations } from './enrolment.ts';
import { readFilingBook } from './filing/filing-book.ts';
import { createLan } from './lan/lan.ts';
import { openLanListener } from './lan/listener.ts';
import { createLiveCatalogue } from './live-catalogue.ts';
import type { Log } from './log.ts';
import { err, ok, type Result } from './result.ts';
import { openPhoneListener } from './phone/listener.ts';
import { createPhone } from './phone/phone.ts';
import { createSpooler, spoolerTimes } from './print/spooler.ts';
import { readOrCreateSecret } from './secret-file.ts';
import { seedSample, type SampleOfficer } from './sample.ts';
import { createServer, isLoopbackHost } from './server.ts';
import { createStationRegister } from './station-register.ts';
import { openStore } from './store/open.ts';
import { createSeal } from './store/seal.ts';
import { createStore } from './store/store.ts';
import { createSyncLoop } from './sync/loop.ts';

export type CoreSettings = DeviceSettings & {
  dataFolder: string;
  /** Folder of the built screens. */
  pages: string;
  /** Folders of the voice's clips, the one that wins first. */
  voice: readonly string[];
  resources: string;
  /** Folder of the store's numbered migrations. */
  migrations: string;
  /** 0: any free one. */
  port: number;
  /** Port of the screens on the network, when that is switched on; 0: any free one. */
  lanPort: number;
  /** Port of the pages for citizens' phones, when that is switched on; 0: any free one. */
  phonePort: number;
  hubUrl: string | null;
  /** 30 to 120: keys closer than this are a scanner's. */
  wedgeGapMs: number;
  sample: boolean;
  /** The address of a stand-in for the national portal; `null` outside tests and the sample centre. */
  portal: string | null;
  /** How long a slip that no printer could begin waits for one; then it is never printed by itself. */
  slipLifeMs: number;
};
export type StationAddress = { id: string; role: string; counterId: string | null; url: string };
export type RunningCore = {
  url: string;
  dataFolder: string;
  officers: SampleOfficer[];
  stations: StationAddress[];
  stop: () => Promise<void>;
};

const ratingQuestion = z.strictObject({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  choices: z
    .array(
      z.strictObject({
        id: z.string(),
        value: z.int(),
        face: z.enum(['happy', 'content', 'unhappy']),
        vi: z.string(),
        en: z.string(),
      }),
    )
    .min(2),
});
const sampleCards = z.array(z.strictObject({ name: z.string(), label: z.string(), text: z.string() }));

/** Starts the whole kiosk. The failure is one sentence for a technician; nothing of the store was changed then. */
export async function startCore(
  settings: CoreSettings,
  clock: Clock,
  log: Log,
): Promise<Result<RunningCore, string>> {
  if (!existsSync(join(settings.pages, 'index.html'))) {
    return err(`The screens are not built (nothing in ${settings.pages}); run "npm run build" first.`);
  }
  const portTrouble = await waitForPort(settings.port, clock);
  if (portTrouble) return err(portTrouble);
  const folder = takeDataFolder(settings.dataFolder);
  if (!folder.ok) return folder;
  const db = openStore(folder.value.file('kiosk.sqlite'), settings.migrations);
  if (!db.ok) {
    folder.value.release();
    return err(db.error.sentence);
  }
  const store = createStore(db.value);
  const close = () => {
    store.close();
    folder.value.release();
  };

  const resource = (name: string): unknown =>
    JSON.parse(readFileSync(join(settings.resources, name), 'utf8'));
  const officers = settings.sample
    ? seedSample(
        store,
        centreConfig.parse(resource('sample-centre.json')),
        resource('sample-officers.json'),
        folder.value.file('sample-officers.json'),
      )
    : ok([]);
  if (!officers.ok) {
    close();
    return officers;
  }
  const models = printerModels.parse(resource('printer-models.json'));
  if (settings.printerModel !== null && !models.some(({ id }) => id === settings.printerModel)) {
    close();
    const known = models.map(({ id }) => id).join(', ');
    return err(`There is no model of printers named ${settings.printerModel}; there are: ${known}.`);
  }
  const book = openCentreBook(store);
  if (!book.ok) {
    close();
    return book;
  }

  const filing = readFilingBook(
    {
      journeys: resource('journeys.json'),
      portalRules: resource('portal-rules.json'),
    },
    settings.portal,
  );
  if (!filing.ok) {
    close();
    return filing;
  }

  const hubToken = readOrCreateSecret(folder.value.file('hub-token'));
  if (!hubToken.ok) {
    close();
    return hubToken;
  }

  const sealKey = readOrCreateSecret(folder.value.file('seal-key'));
  if (!sealKey.ok) {
    close();
    return sealKey;
  }

  const known = readPrivateJson(folder.value.file('stations.json'), enrolledStations, []);
  if (!known.ok) {
    close();
    return known;
  }
  const register = createStationRegister(known.value, book.value, settings.dock, (enrolled) =>
    writePrivateJson(folder.value.file('stations.json'), enrolled),
  );

  const lan = createLan({
    settings: store.settings,
    counters: () => book.value.get().counters,
    certificateFile: folder.value.file('lan-certificate.json'),
    clock,
    log,
    open: (parts) => openLanListener({ ...parts, screens, port: settings.lanPort, clock, log }),
    changed: () => centre.changed(),
    closeStation: (id) => centre.closeStation(id),
  });
  if (!lan.ok) {
    close();
    return lan;
  }
  const templates = loadTemplates(join(settings.resources, 'forms'));
  if (!templates.ok) {
    close();
    return templates;
  }
  const seal = createSeal(sealKey.value);
  const formPress = createFormPress();
  const devices = openDevices(settings, {
    slipFolder: folder.value.file('slips'),
    settings: store.settings,
    models,
    clock,
    log,
  });
  const phone = createPhone({
    settings: store.settings,
    open: () =>
      openPhoneListener({
        pages: {
          centreName: () => book.value.get().name,
          numberOf: (token) => centre.numberOf(token),
        },
        port: settings.phonePort,
        clock,
        log,
      }),
    log,
    changed: () => centre.changed(),
  });
  const spooler = createSpooler({
    jobs: store.printJobs,
    tickets: store.tickets,
    seal,
    printers: devices.printers,
    draw: devices.draw,
    clock,
    log,
    times: { ...spoolerTimes, lifeMs: settings.slipLifeMs },
  });
  const sync = createSyncLoop({
    outbox: store.outbox,
    centre: {
      id: book.value.get().id,
      get name() {
        return book.value.get().name;
      },
    },
    hub: settings.hubUrl === null ? null : { url: settings.hubUrl, token: hubToken.value },
    clock,
    fetch: globalThis.fetch,
    random: Math.random,
    onChange: () => centre.changed(),
  });
  const centre = createCentre({
    centre: book.value,
    catalogue: createLiveCatalogue(resource('procedures.json'), book.value, clock),
    question: ratingQuestion.parse(resource('rating-question.json')),
    store,
    clock,
    log,
    sync,
    printers: devices.printers,
    printerDevices: {
      list: devices.printerList,
      print: async (on, slip) => on.printer.print(await devices.draw(slip, null, on)),
      find: () => findPrinters({ clock }),
    },
    spooler,
    phone,
    papers: createDeskPapers({
      store,
      clock,
      seal,
      digest: createLookUpDigest(sealKey.value),
      templates: templates.value,
      press: formPress,
      spooler,
      preview: devices.preview,
    }),
    filing: filing.value,
    hasDeskScanner: settings.scanner !== null,
    wedgeGapMs: settings.wedgeGapMs,
    scanner: () => settings.scanner && { path: settings.scanner.path, status: devices.scanner.status() },
    lan: lan.value,
    register,
    dock: devices.dock && { ...devices.dock, samples: sampleCards.parse(resource('sample-cards.json')) },
  });
  devices.scanner.onScan((scan) => centre.scanned(scan));
  devices.onChange(() => {
    // A printer that is back may take what waits.
    spooler.wake();
    centre.changed();
  });

  const screens = {
    centre,
    pages: settings.pages,
    // Recordings of this very centre stand before those that came with the kiosk.
    voice: [folder.value.file('voice'), ...settings.voice],
    clock,
    log,
  };
  const server = await createServer({
    ...screens,
    scheme: 'http',
    isOwnHost: isLoopbackHost,
    admit(token) {
      const station = register.stationOf(token);
      return station && { station, left: () => {} };
    },
    dockToken: register.enrolled().find(({ role }) => role === 'dock')?.token ?? null,
  });
  const stop = async () => {
    await server.close();
    await lan.value.stop();
    await phone.stop();
    centre.stop();
    sync.stop();
    const printed = spooler.stop();
    await devices.close();
    await printed;
    await formPress.close();
    close();
  };
  try {
    const url = await server.listen({ host: '127.0.0.1', port: settings.port });
    // Its trouble is the administrator's to see; the kiosk works without.
    await lan.value.start();
    await phone.start();
    const stations = register.enrolled().map(({ id, role, counterId, token }) => ({
      id,
      role,
      counterId,
      // In the fragment: it reaches no server log and no Referer header.
      url: `${url}/#token=${token}`,
    }));
    return ok({ url, dataFolder: settings.dataFolder, officers: officers.value, stations, stop });
  } catch (error) {
    await stop();
    return err(portSentence(settings.port, error));
  }
}

/** Asked before the store is touched. */
async function waitForPort(port: number, clock: Clock): Promise<string | null> {
  const deadline = performance.now() + handOverMs;
  for (;;) {
    const trouble = await probePort(port);
    if (trouble === null || performance.now() > deadline) return trouble;
    await new Promise<void>((resolve) => clock.after(100, resolve));
  }
}

function probePort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createProbe();
    probe.once('error', (error) => resolve(portSentence(port, error)));
    probe.listen({ host: '127.0.0.1', port }, () => probe.close(() => resolve(null)));
  });
}

function portSentence(port: number, error: unknown): string {
  const code = codeOf(error);
  return code === 'EADDRINUSE'
    ? `Port ${port} on this machine is taken by another program.`
    : `Port ${port} cannot be used (${code}).`;
}
