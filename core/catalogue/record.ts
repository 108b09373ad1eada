import { z } from 'zod';
import { channelNames } from '../contract.ts';

const text = z.string().trim();
const filled = text.min(1, 'must not be empty');
const count = z.int('must be a whole number').min(0, 'must not be negative');
const day = z.iso.date('must be a day such as 2027-03-01').nullable().default(null);
const charge = { feeVnd: count.nullable(), feeNote: text, timeLimit: filled };

/**
 * One version of a procedure as a catalogue has it. Keys this version of the program does not know are dropped: where a record
 * was found and how sure its finder was is nobody's reading here.
 */
export const catalogueRecord = z
  .object({
    code: z.string().regex(/^[0-9]\.[0-9]{6}(?:\.[0-9A-Z.]+)?$/, 'must look like 1.004873'),
    name: filled,
    field: filled,
    level: z.enum(['commune', 'province']).nullable().default(null),
    effectiveFrom: day,
    effectiveTo: day,
    onlineLevel: z.enum(['full', 'partial', 'none']),
    onlineOnly: z.boolean().default(false),
    lifeEvents: z.array(filled).default([]),
    ...charge,
    channels: z.array(z.object({ channel: z.enum(channelNames), ...charge })).default([]),
    documents: z.array(z.object({ name: filled, original: count, copies: count, note: text })),
    cases: z.array(z.object({ name: filled, documents: z.array(filled).min(1) })).default([]),
    commonMistakes: z.array(filled).default([]),
    legalBasis: z.array(filled),
    lowConfidenceFields: z.array(filled),
  })
  .superRefine(({ cases, documents, channels }, context) => {
    const known = new Set(documents.map(({ name }) => name));
    for (const [index, each] of cases.entries()) {
      const strange = each.documents.find((name) => !known.has(name));
      if (strange !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['cases', index, 'documents'],
          message: `"${strange}" is not among the documents`,
        });
      }
    }
    const names = channels.map(({ channel }) => channel);
    if (new Set(names).size < names.length) {
      context.addIssue({ code: 'custom', path: ['channels'], message: 'names a channel twice' });
    }
  });
export type CatalogueRecord = z.infer<typeof catalogueRecord>;
