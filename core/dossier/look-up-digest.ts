import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Digests by which a dossier and the four letters said for it are recognised. Under a key made of `secret`, the content of a
 * key file: four letters under a bare digest would be found by trying them all.
 */
export function createLookUpDigest(secret: string): (code: string, letters: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'looking a dossier up', 32));
  return (code, letters) =>
    createHmac('sha256', key).update(`${code} ${letters}`, 'utf8').digest('base64url');
}
