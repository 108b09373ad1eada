import { z } from 'zod';

export const priorityClass = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    // Kept for those who come in time for one.
    .refine((id) => id !== 'appointment', 'is the name of another class'),
  vi: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
});
export type PriorityClass = z.infer<typeof priorityClass>;

/** The practice of Vietnamese reception halls; each centre edits its own. */
export const usualClasses: PriorityClass[] = [
  { id: 'elderly', vi: 'Cao tuổi', en: 'Elderly' },
  { id: 'disabled', vi: 'Khuyết tật', en: 'Disabled' },
  { id: 'pregnant-or-small-child', vi: 'Có thai, con nhỏ', en: 'Pregnant, small child' },
  { id: 'merit', vi: 'Có công', en: 'Of merit' },
];
