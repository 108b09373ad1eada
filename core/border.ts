import type { z } from 'zod';
import {
  adminCommand,
  counterCommand,
  displayCommand,
  dockCommand,
  kioskCommand,
  ratingCommand,
  shellCommand,
  type AdminCommand,
  type CounterCommand,
  type DockCommand,
  type KioskCommand,
  type RatingCommand,
  type Refusal,
  type Role,
  type ShellCommand,
} from './contract.ts';
import { faultOf } from './form-fault.ts';
import { err, ok, type Result } from './result.ts';

export type CommandOf = {
  kiosk: KioskCommand;
  counter: CounterCommand;
  rating: RatingCommand;
  admin: AdminCommand;
  dock: DockCommand;
  display: never;
  shell: ShellCommand;
};

const schemas: { [R in Role]: z.ZodType<CommandOf[R]> } = {
  kiosk: kioskCommand,
  counter: counterCommand,
  rating: ratingCommand,
  admin: adminCommand,
  dock: dockCommand,
  display: displayCommand,
  shell: shellCommand,
};

/** What a screen of this role may ask; everything else is refused by the name of what is wrong. */
export function parseCommand<R extends Role>(role: R, raw: unknown): Result<CommandOf[R], Refusal> {
  const parsed = schemas[role].safeParse(raw);
  return parsed.success ? ok(parsed.data) : err(refusalOf(parsed.error, 'command'));
}

/** The first thing wrong with a message, in words that name it. Never repeats what was sent. */
export function refusalOf(error: z.ZodError, whole: string): Refusal {
  const issue = error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.map(String) : [];
  const path = [...(issue?.path ?? []).map(String), ...keys.slice(0, 1)];
  const field = path.length > 0 ? path.join('.').slice(0, 64) : whole;
  const message =
    issue?.code === 'unrecognized_keys' ? 'is not known here' : (issue?.message ?? 'is not valid');
  const refusal: Refusal = { code: 'invalid', field, message: `${field}: ${message}` };
  const isOfForm = ['centre', 'time', 'printer'].includes(String(path[0]));
  return issue !== undefined && isOfForm ? { ...refusal, fault: faultOf(issue) } : refusal;
}

export function refuse(
  code: Refusal['code'],
  message: string,
  field: string | null = null,
): { ok: false; error: Refusal } {
  return { ok: false, error: { code, field, message } };
}

export const done = { ok: true, value: null } as const;
