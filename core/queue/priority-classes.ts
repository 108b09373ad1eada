import { z } from 'zod';

export const priorityClass = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  vi: z.string().min(1).max(80),
  en: z.string().min(1).max(80),
});
export type PriorityClass = z.infer<typeof priorityClass>;

/** The practice of Vietnamese reception halls; each centre edits its own. */
export const usualClasses: PriorityClass[] = [
  { id: 'elderly', vi: 'Người cao tuổi', en: 'Elderly' },
  { id: 'disabled', vi: 'Người khuyết tật', en: 'Disabled' },
  { id: 'pregnant-or-small-child', vi: 'Có thai hoặc có con nhỏ', en: 'Pregnant or with a small child' },
  { id: 'merit', vi: 'Người có công', en: 'Person of merit' },
];
