import { z } from 'zod';
import type { FormFault } from './form-fault.ts';
import { openingHours } from './queue/opening-hours.ts';
import { priorityClass, usualClasses } from './queue/priority-classes.ts';
import { queueRules, usualRules } from './queue/rules.ts';
import type { TicketKind } from './queue/ticket.ts';

const timeOfDay = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time such as 07:30');

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
          name: z.string().trim().min(1).max(80),
          /** Fields of procedures (as in the catalogue) this lane takes. */
          fields: z.array(z.string().min(1)),
        }),
      )
      .min(1),
    /** The lane of everything no other lane takes. */
    generalLane: z.string(),
    /** The lanes of those who bring no dossier; the general lane where nothing is said. */
    lanesOfKind: z
      .strictObject({ result: z.string(), question: z.string(), 'online-help': z.string() })
      .partial()
      .default({}),
    priorityClasses: z.array(priorityClass).default(usualClasses),
    queue: queueRules.default(usualRules),
    /** Without hours the centre is always open. */
    hours: openingHours.nullable().default(null),
    announcements: z
      .strictObject({
        /** Loudness of the voice through the day; 0 percent for quiet hours. The last step lasts until the next morning. */
        volume: z
          .array(z.strictObject({ from: timeOfDay, percent: z.int().min(0).max(100) }))
          .min(1)
          .max(24),
      })
      .default({ volume: [{ from: '00:00', percent: 80 }] }),
    /** Stands at the foot of the hall's display, one after the other; short enough to be read from the last seat. */
    notices: z.array(z.string().min(1).max(140)).max(20).default([]),
    counters: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,32}$/),
          name: z.string().trim().min(1).max(40),
          /** Served first. */
          lanes: z.array(z.string()),
          /** Served when nobody waits in the first, or somebody here has waited far longer. */
          helps: z.array(z.string()).default([]),
        }),
      )
      .min(1),
  })
  .superRefine((centre, context) => {
    const letters = centre.lanes.map(({ letter }) => letter);
    const say = (path: (string | number)[], message: string, fault: FormFault) =>
      context.addIssue({ code: 'custom', path, message, params: fault });
    for (const [index, letter] of letters.entries()) {
      if (letters.indexOf(letter) < index)
        say(['lanes', index, 'letter'], 'two lanes have the same letter', {
          why: 'letter-twice',
          name: letter,
        });
    }
    const takenBy = new Map<string, string>();
    for (const [index, lane] of centre.lanes.entries()) {
      for (const field of lane.fields) {
        const other = takenBy.get(field);
        if (other !== undefined) {
          say(['lanes', index, 'fields'], `${field} belongs to lane ${other}`, {
            why: 'field-in-two-lanes',
            name: field,
          });
        }
        takenBy.set(field, lane.letter);
      }
    }
    if (!letters.includes(centre.generalLane))
      say(['generalLane'], 'is not one of the lanes', { why: 'no-such-lane', name: centre.generalLane });
    const ids = centre.counters.map(({ id }) => id);
    if (new Set(ids).size !== ids.length)
      say(['counters'], 'two counters have the same id', { why: 'id-twice' });
    const names = centre.counters.map(({ name }) => name.trim());
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) < index)
        say(['counters', index, 'name'], 'two counters have the same name', { why: 'name-twice', name });
    }
    for (const [index, counter] of centre.counters.entries()) {
      if (counter.lanes.length === 0) {
        say(['counters', index, 'lanes'], 'must have a lane of its own', {
          why: 'counter-without-lane',
          name: counter.name,
        });
      }
      for (const key of ['lanes', 'helps'] as const) {
        for (const lane of counter[key])
          if (!letters.includes(lane)) {
            say(['counters', index, key], `${lane} is not one of the lanes`, {
              why: 'no-such-lane',
              name: lane,
            });
          }
      }
      const twice = counter.helps.find((lane) => counter.lanes.includes(lane));
      if (twice !== undefined) {
        say(['counters', index, 'helps'], `${twice} is among its first lanes already`, {
          why: 'helps-in-own-lane',
          name: twice,
        });
      }
    }
    for (const [index, { letter }] of centre.lanes.entries()) {
      if (!centre.counters.some(({ lanes, helps }) => lanes.includes(letter) || helps.includes(letter)))
        say(['lanes', index], `no counter serves lane ${letter}`, {
          why: 'lane-without-counter',
          name: letter,
        });
    }
    for (const [kind, lane] of Object.entries(centre.lanesOfKind)) {
      if (lane !== undefined && !letters.includes(lane))
        say(['lanesOfKind', kind], `${lane} is not one of the lanes`, { why: 'no-such-lane', name: lane });
    }
    for (const [index, { from }] of centre.announcements.volume.entries()) {
      if (index > 0 && from <= (centre.announcements.volume[index - 1]?.from ?? ''))
        say(['announcements', 'volume', index, 'from'], 'must be later than the step before', {
          why: 'not-later',
        });
    }
    const classes = centre.priorityClasses.map(({ id }) => id);
    if (new Set(classes).size !== classes.length)
      say(['priorityClasses'], 'two classes have the same id', { why: 'id-twice' });
  });
export type CentreConfig = z.infer<typeof centreConfig>;
export type LaneConfig = CentreConfig['lanes'][number];
export type CounterConfig = CentreConfig['counters'][number];

/** The lane that takes a field of procedures. */
export function laneLetterOf(centre: CentreConfig, field: string): string {
  return centre.lanes.find(({ fields }) => fields.includes(field))?.letter ?? centre.generalLane;
}

/** The lane for somebody without a procedure. */
export function laneOfKind(centre: CentreConfig, kind: Exclude<TicketKind, 'file' | 'appointment'>): string {
  return centre.lanesOfKind[kind] ?? centre.generalLane;
}

/** The counters that serve a lane, in the order of the centre. */
export function countersOf(centre: CentreConfig, laneLetter: string): CounterConfig[] {
  return centre.counters.filter(
    ({ lanes, helps }) => lanes.includes(laneLetter) || helps.includes(laneLetter),
  );
}
