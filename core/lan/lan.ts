import { z } from 'zod';
import { done, refuse } from '../border.ts';
import type { CentreConfig } from '../centre-config.ts';
import type { Clock } from '../clock.ts';
import type { CommandResult, LanCommand, LanView } from '../contract.ts';
import type { Log } from '../log.ts';
import { err, ok, unreachable, type Result } from '../result.ts';
import { readCertificate, readOrMakeCertificate, type Certificate } from './certificate.ts';
import type { LanListener } from './listener.ts';
import { createMachineBook, type MachineBook } from './machines.ts';
import { ownNames } from './names.ts';
import { createPairingCodes, type Place } from './pairing-codes.ts';
import type { Pair } from './pair-route.ts';

export type Lan = {
  view(): LanView;
  handle(command: LanCommand): Promise<CommandResult>;
  /** Opens the listener where the centre has it switched on. */
  start(): Promise<void>;
  stop(): Promise<void>;
};
export type OpenListener = (parts: {
  certificate: Certificate;
  admit: MachineBook['admit'];
  pair: Pair;
}) => Promise<Result<LanListener, string>>;

export const lanSetting = { key: 'lan', schema: z.strictObject({ on: z.boolean() }) };
const retryMs = 5_000;

/** The screens on the centre's network: switched on and off, codes, machines. The failure is one sentence. */
export function createLan(deps: {
  settings: { read(key: string): unknown; write(key: string, value: unknown): void };
  /** As they are at this moment. */
  counters: () => CentreConfig['counters'];
  certificateFile: string;
  clock: Clock;
  log: Log;
  open: OpenListener;
  changed: () => void;
  closeStation: (id: string) => void;
}): Result<Lan, string> {
  const { settings, counters, clock, log, changed } = deps;
  const book = createMachineBook({ settings, counters, clock, changed, closeStation: deps.closeStation });
  if (!book.ok) return book;
  const machines = book.value;
  const codes = createPairingCodes({ clock, changed });
  let wanted = lanSetting.schema.safeParse(settings.read(lanSetting.key)).data?.on ?? false;
  let trouble: string | null = null;
  let listener: LanListener | null = null;
  let certificate = kept(deps.certificateFile);
  let cancelRetry = () => {};
  /** Opening and closing one after the other, in the order asked. */
  let last: Promise<void> = Promise.resolve();

  const pair: Pair = (attempt, address) => {
    const redeemed = codes.redeem(attempt, address);
    if (!redeemed.ok) {
      log.warn({ why: redeemed.error.why }, 'a wrong pairing code was refused');
      return redeemed;
    }
    const { place, proof } = redeemed.value;
    const token = machines.enrol(place, address);
    if (token === null) return err({ why: 'full' });
    log.info({ role: place.role }, 'a machine was enrolled');
    changed();
    return ok({ token, role: place.role, proof });
  };

  async function adjust(): Promise<void> {
    cancelRetry();
    trouble = null;
    if (!wanted) {
      codes.clear();
      const closing = listener;
      listener = null;
      await closing?.close();
    } else if (listener === null) {
      const opened = await open();
      if (opened.ok) listener = opened.value;
      else {
        trouble = opened.error;
        log.error({}, 'the network listener could not be opened');
        cancelRetry = clock.after(retryMs, () => void queue());
      }
    }
    changed();
  }

  async function open(): Promise<Result<LanListener, string>> {
    const { hostnames, addresses } = ownNames();
    const names = [...hostnames, 'localhost', '127.0.0.1', ...addresses];
    const made = await readOrMakeCertificate(deps.certificateFile, names, clock.now());
    if (!made.ok) return made;
    certificate = made.value;
    return deps.open({ certificate, admit: machines.admit, pair });
  }

  function queue(): Promise<void> {
    last = last.then(adjust, adjust);
    return last;
  }

  async function turn(on: boolean): Promise<CommandResult> {
    if (on !== wanted) {
      settings.write(lanSetting.key, { on });
      wanted = on;
      log.info({ on }, 'screens on the network');
    }
    await queue();
    return done;
  }

  async function issue(place: Place): Promise<CommandResult> {
    const needsCounter = place.role === 'counter' || place.role === 'rating';
    const isKnown = counters().some(({ id }) => id === place.counterId);
    if (needsCounter ? !isKnown : place.counterId !== null)
      return refuse('invalid', 'counter: does not fit the role', 'counter');
    if (listener === null || certificate === null) return refuse('not-now', 'the network is switched off');
    await codes.issue(place, certificate.fingerprint);
    return done;
  }

  return ok({
    view() {
      const port = listener?.port ?? null;
      const { addresses, hostnames } = ownNames();
      return {
        on: wanted,
        trouble,
        port,
        addresses:
          port === null ? [] : [...addresses, ...hostnames.slice(0, 1)].map((name) => addressOf(name, port)),
        fingerprint: certificate?.fingerprint ?? null,
        counters: counters().map(({ id, name }) => ({ id, name })),
        codes: codes.list(),
        machines: machines.list(),
      };
    },
    handle(command) {
      switch (command.type) {
        case 'lan-switch':
          return turn(command.on);
        case 'lan-code':
          return issue({ role: command.role, counterId: command.counter });
        case 'lan-remove':
          return Promise.resolve(
            machines.remove(command.machine) ? done : refuse('unknown', 'machine: is not known', 'machine'),
          );
        default:
          return unreachable(command);
      }
    },
    start: () => (wanted ? queue() : Promise.resolve()),
    async stop() {
      wanted = false;
      await queue();
      machines.close();
    },
  });
}

/** A damaged one is told of when the network is switched on. */
function kept(file: string): Certificate | null {
  const found = readCertificate(file);
  return found.ok ? found.value : null;
}

function addressOf(name: string, port: number): string {
  return port === 443 ? `https://${name}` : `https://${name}:${port}`;
}
