/** What guides filing, as data: the steps of each way, the portal's address, what is known of its pages. */
import { z } from 'zod';
import { journeyDrawings, type JourneyStep } from '../contract.ts';
import { err, ok, type Result } from '../result.ts';
import type { PortalPlace, PortalRule, PortalSign } from './portal-signs.ts';

export type FilingBook = {
  journeys: Record<'phone' | 'guide' | 'here', JourneyStep[]>;
  /** Where a phone begins. */
  portalUrl: string;
  portal: PortalRules;
};
export type PortalRules = {
  /** Where the kiosk's own window begins. */
  url: string;
  hosts: string[];
  place: PortalPlace;
  signs: PortalSign[];
  /** Empty: nobody has yet looked at the pages of this portal, and the kiosk does not open it. */
  pages: PortalRule[];
};

const filled = z.string().trim().min(1, 'must not be empty');
const words = z.strictObject({ title: filled, text: filled, note: z.string().trim() });
const step = z.strictObject({ id: filled, drawing: z.enum(journeyDrawings), vi: words, en: words });
const steps = z
  .array(step)
  .min(1, 'must have a step')
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has a step twice');
const journeysFile = z.strictObject({
  source: filled,
  portal: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
  journeys: z.strictObject({ phone: steps, guide: steps, here: steps }),
});
const share = z.number().min(0).max(1);
const place = z.strictObject({ x: share, y: share, width: share, height: share });
const host = z
  .string()
  .regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/, 'must be the name of a host');
const portalRules = z.strictObject({
  source: filled,
  place: z.strictObject({ landscape: place, portrait: place }),
  portals: z.array(
    z.strictObject({
      name: filled,
      /** `null`: the address that the program was started with; only a stand-in has it. */
      url: z.url({ protocol: /^https$/ }).nullable(),
      hosts: z.array(host),
      signs: z.array(z.strictObject({ id: filled, selector: filled, says: filled.nullable() })),
      pages: z.array(
        z.strictObject({ step: filled, path: z.string().startsWith('/'), signs: z.array(filled).min(1) }),
      ),
    }),
  ),
});

/**
 * Reads the data of guided filing. `standIn` is the address of a stand-in portal, if one runs. The failure is one sentence
 * that names the file and what is wrong in it.
 */
export function readFilingBook(
  files: { journeys: unknown; portalRules: unknown },
  standIn: string | null,
): Result<FilingBook, string> {
  const journeys = journeysFile.safeParse(files.journeys);
  if (!journeys.success) return err(sentence('journeys.json', journeys.error));
  const rules = portalRules.safeParse(files.portalRules);
  if (!rules.success) return err(sentence('portal-rules.json', rules.error));

  const { portals, place: where } = rules.data;
  const chosen = portals.find(({ url }) => (url === null) === (standIn !== null));
  if (chosen === undefined) return err('portal-rules.json: portals has no rules for this portal.');
  const known = new Set(journeys.data.journeys.here.map(({ id }) => id));
  const signs = new Set(chosen.signs.map(({ id }) => id));
  for (const page of chosen.pages) {
    if (!known.has(page.step))
      return err(`portal-rules.json: ${page.path} belongs to no step called ${page.step}.`);
    const unknown = page.signs.find((sign) => !signs.has(sign));
    if (unknown !== undefined)
      return err(`portal-rules.json: ${page.path} needs the sign ${unknown}, which is not there.`);
  }
  return ok({
    journeys: journeys.data.journeys,
    portalUrl: journeys.data.portal.url,
    portal: {
      url: chosen.url ?? standIn ?? '',
      hosts: standIn === null ? chosen.hosts : [new URL(standIn).host],
      place: where,
      signs: chosen.signs,
      pages: chosen.pages,
    },
  });
}

function sentence(file: string, error: z.ZodError): string {
  const issue = error.issues[0];
  return `${file}: ${issue?.path.join('.') || 'the file'} is wrong (${issue?.message ?? 'unreadable'}).`;
}
