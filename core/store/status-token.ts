import { randomBytes } from 'node:crypto';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 130 bits as 26 signs that no scanner, layout or letter case can confuse. */
export function newStatusToken(): string {
  return Array.from(randomBytes(26), (byte) => signs[byte % 32]).join('');
}
