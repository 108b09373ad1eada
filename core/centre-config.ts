import { z } from 'zod';

/** How a centre is laid out: who it is, its lanes and its counters. A setting, kept as one document. */
export const centreConfig = z
  .strictObject({
    id: z.string().min(1).max(64),
    name: z.string().min(1).max(120),
    /** The unit the centre belongs to, as it stands on papers. */
    unit: z.string().min(1).max(120),
    hotline: z.string().max(40),
    /** How many kiosks stand in the hall. */
    kiosks: z.int().min(1).max(16).default(1),
    lanes: z
      .array(
        z.strictObject({
          // A to H only: no letter that is read as another one, or as a digit, on a slip.
          letter: z.string().regex(/^[A-H]$/, 'must be one letter from A to H'),
          name: z.string().min(1).max(80),
          /** Fields of procedures (as in the catalogue) this lane takes. */
          fields: z.array(z.string().min(1)),
        }),
      )
      .min(1),
    /** The lane of everything no other lane takes. */
    generalLane: z.string(),
    counters: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,32}$/),
          name: z.string().min(1).max(40),
          lanes: z.array(z.string()).min(1),
        }),
      )
      .min(1),
  })
  .superRefine((centre, context) => {
    const letters = centre.lanes.map(({ letter }) => letter);
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (new Set(letters).size !== letters.length) say(['lanes'], 'two lanes have the same letter');
    if (!letters.includes(centre.generalLane)) say(['generalLane'], 'is not one of the lanes');
    const ids = centre.counters.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) say(['counters'], 'two counters have the same id');
    for (const [index, counter] of centre.counters.entries()) {
      for (const lane of counter.lanes) {
        if (!letters.includes(lane)) say(['counters', index, 'lanes'], `${lane} is not one of the lanes`);
      }
    }
  });
export type CentreConfig = z.infer<typeof centreConfig>;
export type LaneConfig = CentreConfig['lanes'][number];
export type CounterConfig = CentreConfig['counters'][number];

/** The lane that takes a field of procedures. */
export function laneLetterOf(centre: CentreConfig, field: string): string {
  return centre.lanes.find(({ fields }) => fields.includes(field))?.letter ?? centre.generalLane;
}

/** The counters that serve a lane, in the order of the centre. */
export function countersOf(centre: CentreConfig, laneLetter: string): CounterConfig[] {
  return centre.counters.filter(({ lanes }) => lanes.includes(laneLetter));
}
