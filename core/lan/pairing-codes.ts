import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { LanCode, LanRole } from '../contract.ts';
import { err, ok, type Result } from '../result.ts';
import {
  codeAlphabet,
  codeLength,
  codeShown,
  isSameProof,
  pairingKey,
  pairingProof,
} from './pairing-proof.ts';
import { afterWrongTry, secondsToWait, type WrongTry } from './wrong-tries.ts';

/** The place a machine gets. */
export type Place = { role: LanRole; counterId: string | null };
/** A browser says the code itself; the app proves that it knows it. */
export type Attempt = { code: string } | { nonce: string; proof: string };
export type WrongCode = { why: 'wrong' } | { why: 'slow-down'; seconds: number };
export type PairingCodes = ReturnType<typeof createPairingCodes>;

type OpenCode = Place & { code: string; key: Buffer; expiresAt: number };

export const codeLivesMs = 10 * 60_000;
const openAtMost = 20;

/** One-time codes in memory: after a restart the administrator asks for a new one. */
export function createPairingCodes(deps: { clock: Clock; changed: () => void }) {
  const { clock, changed } = deps;
  let open: OpenCode[] = [];
  let wrongTries: WrongTry[] = [];

  const alive = () => open.filter(({ expiresAt }) => expiresAt > clock.now());

  return {
    list: (): LanCode[] =>
      alive().map(({ code, role, counterId, expiresAt }) => ({
        code: codeShown(code),
        role,
        counterId,
        expiresAt,
      })),

    /** A new code for `place`, for the machine that sees the certificate with this fingerprint. */
    async issue(place: Place, fingerprint: string): Promise<void> {
      const code = Array.from(
        { length: codeLength },
        () => codeAlphabet[randomInt(codeAlphabet.length)],
      ).join('');
      const key = await pairingKey(code, fingerprint);
      const expiresAt = clock.now() + codeLivesMs;
      open = [...alive(), { ...place, code, key, expiresAt }].slice(-openAtMost);
      clock.after(codeLivesMs, changed);
    },

    /** Takes the code out when the attempt knows one; `proof` shows the machine that this core knew it too. */
    redeem(attempt: Attempt, address: string): Result<{ place: Place; proof: string | null }, WrongCode> {
      const now = clock.now();
      const seconds = secondsToWait(wrongTries, address, now);
      if (seconds > 0) return err({ why: 'slow-down', seconds });
      const found = alive().find((one) =>
        'code' in attempt
          ? isSameProof(one.code, attempt.code)
          : isSameProof(pairingProof(one.key, 'machine', attempt.nonce), attempt.proof),
      );
      if (found === undefined) {
        wrongTries = afterWrongTry(wrongTries, address, now);
        return err({ why: 'wrong' });
      }
      open = alive().filter((one) => one !== found);
      const { role, counterId, key } = found;
      const proof = 'nonce' in attempt ? pairingProof(key, 'core', attempt.nonce) : null;
      return ok({ place: { role, counterId }, proof });
    },

    clear(): void {
      open = [];
    },
  };
}
