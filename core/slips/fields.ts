import { z } from 'zod';

// What the kinds of slips have in common. Texts may be anybody's: they are made printable when they are drawn.

const most = (longest: number) => z.string().trim().max(longest, `must be at most ${longest} characters`);
export const optional = (longest: number) => most(longest).nullable();
export const filled = (longest: number) => most(longest).min(1, 'must not be empty');
export const name = filled(120);
export const count = z.int('must be a whole number').min(0, 'must not be negative').max(99_999);
/** Milliseconds since the epoch. */
export const moment = z.int('must be milliseconds since the epoch').min(0).max(8_640_000_000_000_000);
export const day = z.iso.date();
export const vnd = z.int('must be whole đồng').min(0, 'must not be negative').max(100_000_000_000);
/** Such as `A012`. */
export const ticketNumber = z.string().regex(/^[A-Z][0-9]{1,5}$/, 'must be a letter and 1 to 5 digits');
/** Drawn as a QR code: a web address or words for our own readers, with an opaque token; never a citizen's text. */
export const code = z
  .string()
  .regex(/^(?:https?:\/\/|MC1:)[!-~]+$/, 'must be a web address in ASCII, or begin with MC1:')
  .max(200, 'must be at most 200 characters');
/** Who speaks on the slip. */
export const head = { centreName: name, unit: name };
