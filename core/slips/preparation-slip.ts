import { z } from 'zod';
import { code, count, filled, head, moment, optional, vnd } from './fields.ts';
import { centred, heavyRule, leftAligned, lightRule, type SlipLine, smallGap } from './slip-lines.ts';
import { headLines, momentText, vndText } from './slip-words.ts';

/** What to bring and how to go on; never looks like an official form. Carries no name and no personal number. */
export const preparationSlip = z.strictObject({
  kind: z.literal('preparation'),
  ...head,
  hotline: optional(40),
  procedureCode: filled(40),
  procedureName: filled(300),
  documents: z
    .array(z.strictObject({ name: filled(400), original: count, copies: count, note: optional(400) }))
    .max(40),
  /** Fee and time belong to the channel, not to the procedure. */
  channels: z
    .array(
      z.strictObject({
        channel: z.enum(['online-self', 'online-assisted', 'counter', 'post']),
        /** `null`: not known here. */
        feeVnd: vnd.nullable(),
        feeNote: optional(300),
        timeLimit: filled(300),
      }),
    )
    .max(4),
  /** Some of this still needs the centre's confirmation. */
  isUncertain: z.boolean(),
  /** Where to go on with one's own phone. */
  continueCode: code.nullable(),
  issuedAt: moment,
});
export type PreparationSlip = z.infer<typeof preparationSlip>;

/**
 * Nothing here may look like a form of the state: no motto, no number of a dossier, no signature. What an official form is
 * called is not said either.
 */
export function preparationSlipLines(slip: PreparationSlip): SlipLine[] {
  return [
    ...headLines(slip),
    heavyRule,
    smallGap,
    centred('Phiếu hướng dẫn chuẩn bị hồ sơ', 'title', 'bold'),
    smallGap,
    centred(slip.procedureName, 'heading', 'bold'),
    centred(`Mã thủ tục: ${slip.procedureCode}`, 'note', 'medium'),
    ...documentLines(slip.documents),
    ...channelLines(slip.channels),
    ...(slip.isUncertain
      ? [smallGap, lightRule, smallGap, leftAligned(uncertain, 'note', 'bold'), smallGap]
      : []),
    lightRule,
    ...(slip.continueCode
      ? [
          smallGap,
          { kind: 'qr' as const, content: slip.continueCode },
          centred('Quét mã để làm tiếp trên điện thoại', 'body', 'bold'),
        ]
      : []),
    smallGap,
    ...(slip.hotline ? [centred(`Cần hỏi thêm, xin gọi ${slip.hotline}`, 'body', 'bold')] : []),
    centred('Phiếu này giúp bà con chuẩn bị giấy tờ, chưa phải là đã nộp hồ sơ.', 'note', 'medium'),
    centred(`In lúc ${momentText(slip.issuedAt)}`, 'note', 'medium'),
  ];
}

const uncertain =
  'Có chỗ trong phiếu này còn chờ trung tâm xác nhận. Trước khi nộp, bà con hỏi lại cán bộ giúp.';

function documentLines(documents: PreparationSlip['documents']): SlipLine[] {
  if (documents.length === 0) return [smallGap];
  return [
    ...heading('Giấy tờ cần mang theo'),
    ...documents.map(
      ({ name, original, copies, note }): SlipLine => ({
        kind: 'item',
        mark: 'box',
        text: name,
        details: [...howMany(original, copies), ...(note ? [note] : [])],
      }),
    ),
  ];
}

function howMany(original: number, copies: number): string[] {
  const each = [
    ...(original > 0 ? [`${original}\u00a0bản\u00a0chính`] : []),
    ...(copies > 0 ? [`${copies}\u00a0bản\u00a0sao`] : []),
  ];
  return each.length === 0 ? [] : [each.join(', ')];
}

const channelNames: Record<PreparationSlip['channels'][number]['channel'], string> = {
  'online-self': 'Tự nộp qua mạng',
  'online-assisted': 'Nộp qua mạng tại trung tâm, có người giúp',
  counter: 'Nộp tại quầy',
  post: 'Gửi qua bưu điện',
};

function channelLines(channels: PreparationSlip['channels']): SlipLine[] {
  if (channels.length === 0) return [];
  return [
    ...heading('Các cách nộp'),
    ...channels.flatMap(({ channel, feeVnd, feeNote, timeLimit }) => [
      leftAligned(channelNames[channel], 'body', 'bold'),
      leftAligned(`Lệ phí: ${feeText(feeVnd)}${feeNote ? `. ${feeNote}` : ''}`, 'note', 'medium'),
      leftAligned(`Thời hạn: ${timeLimit}`, 'note', 'medium'),
      smallGap,
    ]),
  ];
}

function feeText(fee: number | null): string {
  if (fee === null) return 'hỏi tại quầy';
  return fee === 0 ? 'không mất tiền' : vndText(fee);
}

function heading(text: string): SlipLine[] {
  return [smallGap, lightRule, smallGap, leftAligned(text, 'title', 'bold'), smallGap];
}
