import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { leftAligned, type SlipLine } from '../../../core/slips/slip-lines.ts';
import { sampleSlips, slipKinds } from './sample-slips.ts';

const { ticket, preparation, receipt, help } = sampleSlips;

/** 60 letters, most of them with two marks. */
const longName = 'NGUYỄN PHƯỚC BẢO HUYỀN TRƯỜNG THỤY NGỌC QUỲNH NHƯ Ý ĐẰNG ẪỂ';
const longAddress =
  'Số 1234/56/78 đường Nguyễn Đình Chiểu nối dài, khóm Đồng Tâm Ấp Mới, khu tái định cư Rạch Cây Ổi giai đoạn 2, phường Thử Nghiệm Đông, tỉnh Cà Mau';
const longProcedure =
  'Cấp lại Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất do bị mất, trường hợp thửa đất đã được đo đạc lại theo bản đồ địa chính mới';

/** Every sample, and those that are hardest to set: the shortest and the longest names, addresses and words. */
export const slipsToCompare: Record<string, SlipLine[]> = {
  ...Object.fromEntries(slipKinds.map((kind) => [kind, linesOfSlip(sampleSlips[kind])])),
  'ticket-long': linesOfSlip(
    {
      ...ticket,
      number: 'H99999',
      laneName: longProcedure.slice(0, 120),
      errand: longProcedure,
      counters: Array<string>(12).fill('Quầy tiếp nhận 12'),
      peopleAhead: 9999,
      issuedAt: Date.parse('2026-11-29T15:35:00+07:00'),
    },
    { times: 99, at: Date.parse('2026-11-29T15:40:00+07:00') },
  ),
  'preparation-long': linesOfSlip({
    ...preparation,
    procedureName: longProcedure,
    documents: [{ name: longProcedure, original: 99, copies: 99, note: longAddress }],
  }),
  'receipt-short': linesOfSlip({
    ...receipt,
    applicant: 'Ý A',
    personalNumberEnd: null,
    address: null,
    phone: null,
    fee: null,
    book: null,
    hotline: null,
  }),
  'receipt-long': linesOfSlip({
    ...receipt,
    dossierCode: '000.00.16.H12-261124-0042/LIEN-THONG-A.B',
    applicant: longName,
    address: longAddress,
    email: 'nguyen.phuoc.bao.huyen.truong.thuy.ngoc.quynh.nhu.y.dang@motcua.example',
    request: longProcedure,
    accepted: { ...receipt.accepted, officer: longName },
    secondDueAt: receipt.dueAt + 86_400_000,
    fee: { vnd: 100_000_000_000, paid: false },
  }),
  'help-long': linesOfSlip({ ...help, number: null, task: longProcedure, step: longAddress, goTo: longName }),
  khmer: [
    leftAligned('ភាសាខ្មែរ សូមស្វាគមន៍ ស្ត្រី គ្រឿង ក្រុង ញុំ ៛', 'heading', 'bold'),
    leftAligned('សូមរក្សាទុកសំបុត្រនេះ ហើយមើលអេក្រង់ហៅលេខ Quầy 3 – A012', 'body', 'medium'),
    { kind: 'row', label: 'Khmer', value: 'សូមរក្សាទុកសំបុត្រនេះហើយមើលអេក្រង់ហៅលេខ' },
  ],
};
