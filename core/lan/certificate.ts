import { X509Certificate } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { damagedSentence, readPrivateJson, writePrivateJson } from '../data-folder.ts';
import { err, ok, type Result } from '../result.ts';

/** Key and certificate as PEM; `fingerprint` is the SHA-256 of the certificate, `AB:CD:…`. */
export type Certificate = { key: string; cert: string; fingerprint: string; validUntil: number };

const kept = z.strictObject({ key: z.string(), cert: z.string() });
const years = 10;
const dayMs = 86_400_000;

/** The certificate kept in `file`; `null` when none was made yet. The failure is one sentence without the key. */
export function readCertificate(file: string): Result<Certificate | null, string> {
  const found = readPrivateJson(file, kept.nullable(), null);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  try {
    return ok(described(found.value));
  } catch {
    return err(damagedSentence(file));
  }
}

/** The certificate kept in `file`, made at first use for these names and addresses, readable by its owner alone. */
export async function readOrMakeCertificate(
  file: string,
  names: readonly string[],
  now: number,
): Promise<Result<Certificate, string>> {
  const found = readCertificate(file);
  if (!found.ok) return found;
  if (found.value !== null) return ok(found.value);
  // Loaded here: a centre without screens on its network never needs it.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Mot Cua Kiosk' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // The clocks of old machines run a little behind.
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + years * 365.25 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) =>
          isIPv4(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
        ),
      },
    ],
  });
  const certificate = { key: made.private, cert: made.cert };
  writePrivateJson(file, certificate);
  return ok(described(certificate));
}

function described(certificate: z.infer<typeof kept>): Certificate {
  const { fingerprint256, validTo } = new X509Certificate(certificate.cert);
  return { ...certificate, fingerprint: fingerprint256, validUntil: Date.parse(validTo) };
}
