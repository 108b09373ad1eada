import { err, ok, type Result } from '../result.ts';
import { dossierCodePattern } from '../slips/receipt-slip.ts';

/**
 * A dossier's code as it was typed or scanned, in capitals and without blanks. Loose: systems of other bodies write codes of
 * their own. A bare personal number is none, however often it is typed into this field: codes are not kept secret.
 */
export function readDossierCode(typed: string): Result<string, 'malformed' | 'personal-number'> {
  const code = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
  if (!dossierCodePattern.test(code)) return err('malformed');
  return /^(?:\d{9}|\d{12})$/.test(code) ? err('personal-number') : ok(code);
}
