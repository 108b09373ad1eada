import { z } from 'zod';
import { count, day, head, moment, name } from './fields.ts';
import { centred, heavyRule, leftAligned, lightRule, type SlipLine, smallGap } from './slip-lines.ts';
import { dayText, headLines, momentText } from './slip-words.ts';

/** What became of the numbers of a day, lane by lane. Nothing about anybody. */
export const endOfDaySlip = z.strictObject({
  kind: z.literal('end-of-day'),
  ...head,
  day,
  lanes: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]$/, 'must be one letter'),
        name,
        issued: count,
        served: count,
        missed: count,
        cancelled: count,
        expired: count,
        /** `null`: too few to say. */
        medianWaitMinutes: count.nullable(),
      }),
    )
    .max(26),
  slips: z.strictObject({ printed: count, failed: count, voided: count }),
  printedAt: moment,
});
export type EndOfDaySlip = z.infer<typeof endOfDaySlip>;
type Lane = EndOfDaySlip['lanes'][number];

export function endOfDaySlipLines(slip: EndOfDaySlip): SlipLine[] {
  return [
    ...headLines(slip),
    heavyRule,
    smallGap,
    centred('Sổ cuối ngày', 'title', 'bold'),
    centred(dayText(Date.parse(`${slip.day}T12:00:00+07:00`)), 'heading', 'bold'),
    smallGap,
    lightRule,
    smallGap,
    ...laneLines(slip.lanes),
    lightRule,
    smallGap,
    leftAligned('Phiếu trong ngày', 'note', 'bold'),
    { kind: 'row', label: 'Đã in', value: String(slip.slips.printed) },
    { kind: 'row', label: 'In lỗi', value: String(slip.slips.failed) },
    { kind: 'row', label: 'Bỏ đi', value: String(slip.slips.voided) },
    smallGap,
    lightRule,
    smallGap,
    centred(`In lúc ${momentText(slip.printedAt)}`, 'note', 'medium'),
  ];
}

function laneLines(lanes: Lane[]): SlipLine[] {
  if (lanes.length === 0) return [centred('Không có số nào trong ngày.', 'body', 'medium'), smallGap];
  const sum = (of: (lane: Lane) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
  const all = [
    sum(({ issued }) => issued),
    sum(({ served }) => served),
    sum(({ missed }) => missed),
    sum(({ cancelled }) => cancelled),
    sum(({ expired }) => expired),
  ];
  return [
    {
      kind: 'table',
      heads: ['Đã phát', 'Đã xong', 'Lỡ lượt', 'Đã hủy', 'Quá hạn', 'Chờ, phút'],
      rows: [
        ...lanes.map((lane) => ({
          title: `${lane.letter} – ${lane.name}`,
          cells: [
            ...[lane.issued, lane.served, lane.missed, lane.cancelled, lane.expired].map(String),
            lane.medianWaitMinutes === null ? '–' : String(lane.medianWaitMinutes),
          ],
        })),
        // No median for the whole: it cannot be told from those of the lanes.
        { title: 'Cả ngày', cells: [...all.map(String), ''] },
      ],
    },
  ];
}
