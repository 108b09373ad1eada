import { z } from 'zod';
import { localTime } from '../clock.ts';
import { opensOnPhone } from '../phone/status-code.ts';
import { code, count, head, moment, name, optional, ticketNumber } from './fields.ts';
import { centred, heavyRule, lightRule, type SlipLine, smallGap } from './slip-lines.ts';
import { dayText, headLines } from './slip-words.ts';

/** What stands on a queue ticket. It carries no name and no personal number. */
export const ticketSlip = z.strictObject({
  kind: z.literal('ticket'),
  ...head,
  number: ticketNumber,
  laneName: name,
  /** The procedure, or what else the citizen came for. */
  errand: optional(300),
  counters: z.array(name).max(12, 'must be at most 12'),
  peopleAhead: count,
  /** How long it may take until the call; `null` when that is not known. */
  waitingMinutes: z
    .strictObject({ from: z.int().min(0).max(1440), to: z.int().min(1).max(1440) })
    .refine(({ from, to }) => from < to, 'must not end before it begins')
    .nullable()
    .default(null),
  issuedAt: moment,
  /** Opens the state of this ticket: an address of the centre, or words this kiosk's own reader knows. */
  statusCode: code.nullable(),
});
export type TicketSlip = z.infer<typeof ticketSlip>;

/** The hour after which a dossier of the day's procedures may be returned the next working day. */
const lateFrom = '15:00';

export function ticketSlipLines(slip: TicketSlip): SlipLine[] {
  return [
    ...headLines(slip),
    heavyRule,
    smallGap,
    centred('SỐ THỨ TỰ', 'title', 'bold'),
    { kind: 'giant', text: slip.number },
    centred(slip.laneName, 'heading', 'bold'),
    ...(slip.errand ? [centred(slip.errand, 'body', 'medium')] : []),
    ...whereTo(slip.counters),
    smallGap,
    lightRule,
    smallGap,
    { kind: 'row', label: 'Lấy số lúc', value: localTime(slip.issuedAt) },
    { kind: 'row', label: 'Ngày', value: dayText(slip.issuedAt) },
    {
      kind: 'row',
      label: 'Chờ trước',
      value: slip.peopleAhead === 0 ? 'không có ai' : `${slip.peopleAhead} người`,
    },
    ...howLong(slip.waitingMinutes),
    smallGap,
    lightRule,
    ...statusQr(slip.statusCode),
    smallGap,
    centred('Xin giữ phiếu và nhìn màn hình gọi số.', 'note', 'medium'),
    centred('Lỡ lượt, mời gặp cán bộ hướng dẫn.', 'note', 'medium'),
    ...lateNote(slip.issuedAt),
  ];
}

function whereTo(counters: string[]): SlipLine[] {
  // A counter's name is never broken over two lines.
  const names = counters.map((counter) => counter.replaceAll(' ', '\u00a0'));
  const last = names.at(-1);
  if (last === undefined) return [];
  const text = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} hoặc\u00a0${last}`;
  return [smallGap, centred('Khi được gọi, mời đến', 'body', 'medium'), centred(text, 'heading', 'bold')];
}

function howLong(minutes: TicketSlip['waitingMinutes']): SlipLine[] {
  if (minutes === null) return [];
  const { from, to } = minutes;
  const value = from === 0 ? `dưới ${to} phút` : `khoảng ${from}–${to} phút`;
  return [{ kind: 'row', label: 'Chờ', value }];
}

function statusQr(content: string | null): SlipLine[] {
  if (content === null) return [];
  const how = opensOnPhone(content) ? 'Quét mã để xem số đang gọi' : 'Đưa mã này vào máy lấy số để xem lượt';
  return [smallGap, { kind: 'qr', content }, centred(how, 'body', 'bold')];
}

function lateNote(issuedAt: number): SlipLine[] {
  if (localTime(issuedAt) < lateFrom) return [];
  const text = 'Hồ sơ nhận sau 15\u00a0giờ có thể được trả kết quả vào ngày làm việc tiếp theo.';
  return [smallGap, centred(text, 'note', 'bold')];
}
