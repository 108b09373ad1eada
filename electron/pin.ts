/** Which core this machine belongs to, by the fingerprint of its certificate. In a file that only its owner reads. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import type { LanRole } from '../core/contract.ts';

export type Pin = { core: string; fingerprint: string; role: LanRole };

/** `null` when there is none for this core, or the file is damaged: then a new code is asked for. */
export function readPin(file: string, core: string): Pin | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Pin>;
    return kept.core === core && typeof kept.fingerprint === 'string' && typeof kept.role === 'string'
      ? { core, fingerprint: kept.fingerprint, role: kept.role }
      : null;
  } catch {
    return null;
  }
}

export function writePin(file: string, pin: Pin): void {
  writeFileSync(`${file}.new`, JSON.stringify(pin), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Whether a certificate, as PEM, is exactly the pinned one; without a pin none is. */
export function isPinned(certificate: string, pin: Pin | null): boolean {
  try {
    return pin !== null && new X509Certificate(certificate).fingerprint256 === pin.fingerprint;
  } catch {
    return false;
  }
}
