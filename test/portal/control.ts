import { z } from 'zod';
import { dossierStates } from './data.ts';

/** What a test or a person playing a visit makes the portal do. */
export const controlSchema = z.strictObject({
  /** Every answer waits so long. */
  slowMs: z.int().min(0).max(60_000).optional(),
  /** Every page is a failure of the server. */
  fails: z.boolean().optional(),
  /** A new release: other ids, other words on the buttons. */
  isChanged: z.boolean().optional(),
  /** Everybody is signed out. */
  dropSessions: z.boolean().optional(),
  /** A dossier moves on. */
  dossier: z.strictObject({ code: z.string(), state: z.enum(dossierStates) }).optional(),
});
export type ControlChange = z.infer<typeof controlSchema>;
export type Control = { slowMs: number; fails: boolean; isChanged: boolean };

export const calmControl: Control = { slowMs: 0, fails: false, isChanged: false };

export function applyControl(now: Control, change: ControlChange): Control {
  return {
    slowMs: change.slowMs ?? now.slowMs,
    fails: change.fails ?? now.fails,
    isChanged: change.isChanged ?? now.isChanged,
  };
}
