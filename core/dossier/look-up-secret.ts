import { randomInt } from 'node:crypto';
import { codeAlphabet } from '../lan/pairing-proof.ts';

export const secretLength = 4;

/** Said beside the code before details are told: four letters or digits that are not taken for one another. */
export function drawSecret(): string {
  return Array.from({ length: secretLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join(
    '',
  );
}
