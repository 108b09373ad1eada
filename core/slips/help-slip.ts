import { z } from 'zod';
import { filled, head, moment, name, optional, ticketNumber } from './fields.ts';
import { centred, heavyRule, lightRule, type SlipLine, smallGap } from './slip-lines.ts';
import { headLines, momentText } from './slip-words.ts';

/** "This person would like a guide": taken to whoever helps. */
export const helpSlip = z.strictObject({
  kind: z.literal('help'),
  ...head,
  number: ticketNumber.nullable(),
  /** What they were about to do, in the kiosk's own words. */
  task: filled(300),
  /** Where they were stuck. */
  step: optional(300),
  /** Where to find somebody. */
  goTo: name,
  issuedAt: moment,
});
export type HelpSlip = z.infer<typeof helpSlip>;

export function helpSlipLines(slip: HelpSlip): SlipLine[] {
  return [
    ...headLines(slip),
    heavyRule,
    smallGap,
    centred('Phiếu nhờ hướng dẫn', 'title', 'bold'),
    smallGap,
    centred('Mời bà con đến', 'body', 'medium'),
    centred(slip.goTo, 'heading', 'bold'),
    smallGap,
    centred('và đưa phiếu này, sẽ có người giúp.', 'body', 'medium'),
    ...(slip.number === null
      ? [smallGap]
      : [
          smallGap,
          lightRule,
          smallGap,
          centred('SỐ THỨ TỰ', 'body', 'bold'),
          { kind: 'giant' as const, text: slip.number },
          smallGap,
        ]),
    lightRule,
    smallGap,
    { kind: 'row', label: 'Đang làm', value: slip.task },
    ...(slip.step ? [{ kind: 'row' as const, label: 'Đến bước', value: slip.step }] : []),
    { kind: 'row', label: 'Lúc', value: momentText(slip.issuedAt) },
  ];
}
