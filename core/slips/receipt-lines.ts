import type { ReceiptSlip } from './receipt-slip.ts';
import {
  centred,
  heavyRule,
  largeGap,
  leftAligned,
  lightRule,
  type SlipLine,
  smallGap,
} from './slip-lines.ts';
import { clockText, datedText, dayText, vndText } from './slip-words.ts';

/**
 * The fields of Mẫu 01 in its order (Thông tư 03/2025/TT-VPCP, Phụ lục I). What the form has side by side at its head stands
 * one below the other: no slip is wide enough.
 */
export function receiptSlipLines(slip: ReceiptSlip): SlipLine[] {
  return [
    ...headOfForm(slip),
    centred(`Mã hồ sơ: ${slip.dossierCode}`, 'title', 'bold'),
    smallGap,
    { kind: 'barcode', content: slip.dossierCode },
    smallGap,
    centred(`${slip.place}, ${datedText(slip.accepted.at)}`, 'note', 'medium'),
    smallGap,
    centred('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'title', 'bold'),
    smallGap,
    row('Cơ quan tiếp nhận', slip.receivingBody),
    row('Tiếp nhận hồ sơ của', slip.applicant),
    ...optionalRow('Số định danh', slip.personalNumberEnd && `…${slip.personalNumberEnd}`),
    ...optionalRow('Địa chỉ', slip.address),
    ...optionalRow('Điện thoại', slip.phone),
    ...optionalRow('Email', slip.email),
    row('Nội dung yêu cầu giải quyết', slip.request),
    smallGap,
    leftAligned('Thành phần hồ sơ nộp gồm:', 'body', 'medium'),
    ...slip.documents.map(documentLine),
    row('Số lượng', `${slip.sets} bộ`),
    row('Thời gian giải quyết theo quy định', slip.timeLimit),
    row('Thời gian nhận hồ sơ', `${clockText(slip.accepted.at)}, ${dayText(slip.accepted.at)}`),
    ...dueLines(slip),
    row('Đăng ký nhận kết quả', collectWords[slip.collectAt]),
    ...(slip.fee ? [row('Phí, lệ phí', feeText(slip.fee))] : []),
    ...(slip.book
      ? [row('Vào Sổ theo dõi hồ sơ', `quyển số ${slip.book.volume}, số thứ tự ${slip.book.line}`)]
      : []),
    largeGap,
    signatures(slip),
    largeGap,
    ...footLines(slip),
  ];
}

function feeText({ vnd, paid }: NonNullable<ReceiptSlip['fee']>): string {
  return vnd === 0 ? 'không thu' : `${vndText(vnd)} – ${paid ? 'đã nộp' : 'chưa nộp'}`;
}

function headOfForm({ superiorBody, centreName, unit }: ReceiptSlip): SlipLine[] {
  return [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'note', 'bold'),
    centred('Độc\u00a0lập - Tự\u00a0do - Hạnh\u00a0phúc', 'note', 'bold'),
    { kind: 'underline' },
    centred(superiorBody.toLocaleUpperCase('vi'), 'note', 'medium'),
    centred(centreName.toLocaleUpperCase('vi'), 'note', 'bold'),
    // Where a centre has no body of its own above it, the unit stands for both.
    ...(isSameText(unit, superiorBody) ? [] : [centred(unit, 'note', 'medium')]),
    { kind: 'underline' },
    smallGap,
  ];
}

function row(label: string, value: string): SlipLine {
  return { kind: 'row', label, value };
}

function optionalRow(label: string, value: string | null): SlipLine[] {
  return value ? [row(label, value)] : [];
}

const formWords: Record<ReceiptSlip['documents'][number]['form'], string> = {
  original: 'bản chính',
  'certified-copy': 'bản sao chứng thực',
  copy: 'bản sao',
  electronic: 'bản điện tử',
};

function documentLine(
  { name, form, quantity, note }: ReceiptSlip['documents'][number],
  index: number,
): SlipLine {
  const details = [`${quantity} ${formWords[form]}`, ...(note ? [note] : [])];
  return { kind: 'item', mark: index + 1, text: name, details };
}

/** What people look for again and again: in the largest letters. */
function dueLines({ dueAt, secondDueAt }: ReceiptSlip): SlipLine[] {
  const due = (title: string, at: number): SlipLine[] => [
    centred(title, 'body', 'medium'),
    centred(clockText(at), 'heading', 'bold'),
    centred(dayText(at), 'heading', 'bold'),
    smallGap,
  ];
  return [
    smallGap,
    heavyRule,
    smallGap,
    ...(secondDueAt === null
      ? due('Thời gian trả kết quả', dueAt)
      : [
          ...due('Thời gian trả kết quả, giai đoạn 1', dueAt),
          ...due('Thời gian trả kết quả, giai đoạn 2', secondDueAt),
        ]),
    heavyRule,
    smallGap,
  ];
}

const collectWords: Record<ReceiptSlip['collectAt'], string> = {
  centre: 'tại trung tâm',
  post: 'qua bưu điện',
  electronic: 'bản điện tử, qua mạng',
};

function signatures({ applicant, accepted }: ReceiptSlip): SlipLine {
  const signature = (role: string, signer: string): SlipLine[] => [
    centred(role, 'note', 'bold'),
    centred('(ký, ghi rõ họ tên)', 'note', 'medium'),
    ...Array<SlipLine>(4).fill(largeGap),
    centred(signer, 'note', 'bold'),
  ];
  return {
    kind: 'columns',
    columns: [signature('NGƯỜI NỘP HỒ SƠ', applicant), signature('NGƯỜI TIẾP NHẬN HỒ SƠ', accepted.officer)],
  };
}

function footLines({ dossierCode, lookUpSecret, hotline }: ReceiptSlip): SlipLine[] {
  return [
    lightRule,
    {
      kind: 'columns',
      columns: [
        [{ kind: 'qr', content: dossierCode }],
        [
          largeGap,
          centred('Mã tra cứu', 'body', 'medium'),
          centred(lookUpSecret, 'heading', 'bold'),
          centred('Đọc mã này khi hỏi về hồ sơ.', 'note', 'medium'),
        ],
      ],
    },
    ...(hotline ? [centred(`Cần hỏi thêm, xin gọi ${hotline}`, 'body', 'bold')] : []),
    centred('Khi nhận kết quả, mang theo phiếu này và căn cước.', 'note', 'medium'),
    smallGap,
    centred('Giữ phiếu hoặc chụp ảnh: giấy nhiệt phai.', 'body', 'bold'),
  ];
}

function isSameText(one: string, other: string): boolean {
  return one.toLocaleUpperCase('vi') === other.toLocaleUpperCase('vi');
}
