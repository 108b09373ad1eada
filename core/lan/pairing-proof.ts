/**
 * How a machine and the core prove to each other that they know the same one-time code, without saying it, and that
 * they see the same certificate. Whoever stands between them shows another certificate, and so works with another key.
 */
import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';

/** Without signs that are taken for one another (0 O, 1 I L). */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const codeLength = 8;

/** A code as a person typed it, hyphen or not; `null` when it cannot be one. */
export function codeTyped(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s–-]/g, '');
  return code.length === codeLength && Array.from(code).every((sign) => codeAlphabet.includes(sign))
    ? code
    : null;
}

/** `ABCD-EFGH` */
export function codeShown(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Slow on purpose: forty bits could otherwise be tried through by somebody who overheard a proof. */
export function pairingKey(code: string, fingerprint: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, `mot-cua-pairing ${fingerprint}`, 32, { N: 16_384, r: 8, p: 1 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** @param nonce drawn by the machine for this one try */
export function pairingProof(key: Buffer, by: 'machine' | 'core', nonce: string): string {
  return createHmac('sha256', key).update(`${by} ${nonce}`).digest('base64url');
}

export function isSameProof(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
