/** This machine as a station of a core elsewhere on the network: paired once by code, then bound to its certificate. */
import type { Session } from 'electron';
import type { Clock } from '../core/clock.ts';
import type { LanRole } from '../core/contract.ts';
import { pair, seenFingerprint, type PairTrouble } from './pair.ts';
import { isPinned, readPin, writePin, type Pin } from './pin.ts';
import type { OwnOrigin } from './policy.ts';
import { codeIn, foreignCorePage, pairingPage } from './station-pages.ts';

export type Station = {
  own(): OwnOrigin;
  role(): LanRole | null;
  /** A page wanted to go to this address and was stopped. */
  asked(url: string): void;
  /** Shows what stands now, in a window that is new. */
  showAgain(): void;
};

const lookAgainMs = 3_000;

export function openStation(deps: {
  core: string;
  pinFile: string;
  session: Pick<Session, 'setCertificateVerifyProc' | 'flushStorageData'>;
  clock: Clock;
  log: (line: string) => void;
  show: (address: string | null, home?: string) => void;
}): Station {
  const { core, pinFile, session, clock, log } = deps;
  const home = `${core}/`;
  let pin: Pin | null = readPin(pinFile, core);
  let shown: string | null = null;
  let isForeign = false;
  let isPairing = false;
  let attempt = 0;

  session.setCertificateVerifyProc(({ certificate }, answer) => {
    const trusted = isPinned(certificate.data, pin);
    answer(trusted ? 0 : -2);
    if (!trusted && pin !== null) refuse(pin);
  });

  function show(address: string | null, then?: string) {
    shown = then ?? address;
    deps.show(address, then);
  }

  function refuse(expected: Pin) {
    if (isForeign) return;
    isForeign = true;
    log(`the core shows another certificate than the one in ${pinFile}; it was refused`);
    show(foreignCorePage);
    lookForOwn(expected);
  }

  /** Somebody may only have been in between for a while. */
  function lookForOwn(expected: Pin) {
    clock.after(lookAgainMs, () => {
      void seenFingerprint(core).then((seen) => {
        if (seen !== expected.fingerprint) return lookForOwn(expected);
        isForeign = false;
        show(home);
      });
    });
  }

  async function askForCode(trouble: PairTrouble | null): Promise<void> {
    const fingerprint = await seenFingerprint(core);
    show(pairingPage({ core, fingerprint, trouble, attempt }));
    if (fingerprint === null) clock.after(lookAgainMs, () => void askForCode(trouble));
  }

  async function tryCode(code: string): Promise<void> {
    isPairing = true;
    attempt += 1;
    const paired = await pair(core, code);
    isPairing = false;
    if (!paired.ok) {
      log(`the pairing failed: ${paired.error.why}`);
      return askForCode(paired.error);
    }
    pin = paired.value.pin;
    writePin(pinFile, pin);
    log(`paired with ${core} as ${pin.role}`);
    // In the fragment, and only this once: the page keeps it.
    show(`${home}#token=${paired.value.token}`, home);
    clock.after(lookAgainMs, () => session.flushStorageData());
  }

  if (pin === null) void askForCode(null);
  else show(home);

  return {
    own: () => (pin === null ? null : core),
    role: () => pin?.role ?? null,
    asked(url) {
      const code = codeIn(url);
      if (pin === null && !isPairing && code !== null) void tryCode(code);
    },
    showAgain: () => deps.show(shown),
  };
}
