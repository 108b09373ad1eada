/**
 * Pairs this machine with a core whose certificate nobody has vouched for yet. The code is never sent: both sides prove
 * that they know it, over the certificate they see, so somebody in between learns nothing and cannot answer.
 */
import { randomBytes } from 'node:crypto';
import { request } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import type { PairingAnswer } from '../core/contract.ts';
import { codeTyped, isSameProof, pairingKey, pairingProof } from '../core/lan/pairing-proof.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Pin } from './pin.ts';

export type PairTrouble =
  | { why: 'not-a-code' | 'unreachable' | 'wrong' | 'full' | 'not-the-core' }
  | { why: 'slow-down'; seconds: number };

const patienceMs = 5_000;
const answerLimitBytes = 4096;

/** The fingerprint of the certificate that answers at this address, `null` when nobody does. Says nothing to it. */
export function seenFingerprint(core: string): Promise<string | null> {
  const { hostname, port } = new URL(core);
  return new Promise((resolve) => {
    const socket = connect({ ...trustsAnyone, host: hostname, port: Number(port || 443) }, () => {
      resolve(fingerprintOf(socket));
      socket.destroy();
    });
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
  });
}

/** Gives the token of this machine and the pin of the core that proved itself. */
export async function pair(
  core: string,
  typed: string,
): Promise<Result<{ token: string; pin: Pin }, PairTrouble>> {
  const code = codeTyped(typed);
  if (code === null) return err({ why: 'not-a-code' });
  const fingerprint = await seenFingerprint(core);
  if (fingerprint === null) return err({ why: 'unreachable' });
  const key = await pairingKey(code, fingerprint);
  const nonce = randomBytes(32).toString('base64url');
  const answered = await ask(core, { nonce, proof: pairingProof(key, 'machine', nonce) });
  if (answered === null) return err({ why: 'unreachable' });
  if (answered.fingerprint !== fingerprint) return err({ why: 'not-the-core' });
  const { body } = answered;
  if (!body.ok) {
    if (body.why === 'slow-down') return err({ why: 'slow-down', seconds: body.seconds });
    return err({ why: body.why === 'full' ? 'full' : 'wrong' });
  }
  const isCore = typeof body.proof === 'string' && isSameProof(body.proof, pairingProof(key, 'core', nonce));
  if (!isCore) return err({ why: 'not-the-core' });
  return ok({ token: body.token, pin: { core, fingerprint, role: body.role } });
}

// Trust is decided by the proof, after the handshake.
const trustsAnyone = { rejectUnauthorized: false, minVersion: 'TLSv1.2' } as const;

function ask(core: string, body: unknown): Promise<{ fingerprint: string; body: PairingAnswer } | null> {
  return new Promise((resolve) => {
    const asked = request(
      `${core}/pair`,
      {
        ...trustsAnyone,
        method: 'POST',
        // A connection of its own, so that its certificate is seen and not remembered.
        agent: false,
        headers: { 'content-type': 'application/json' },
        timeout: patienceMs,
      },
      (answer) => {
        const fingerprint = fingerprintOf(answer.socket as TLSSocket);
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.length > answerLimitBytes) asked.destroy();
        });
        answer.on('close', () => resolve(null));
        answer.on('end', () => {
          const parsed = parse(text);
          resolve(parsed === null || fingerprint === null ? null : { fingerprint, body: parsed });
        });
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
    asked.end(JSON.stringify(body));
  });
}

function fingerprintOf(socket: TLSSocket): string | null {
  return socket.getPeerX509Certificate()?.fingerprint256 ?? null;
}

function parse(text: string): PairingAnswer | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'ok' in body ? (body as PairingAnswer) : null;
  } catch {
    return null;
  }
}
