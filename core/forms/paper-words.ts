import { localDay, localTime } from '../clock.ts';
import { unreachable } from '../result.ts';
import type { ReceiptFields } from '../slips/receipt-slip.ts';
import type { FormName } from './form-names.ts';
import { type FormPaper, madeAt, type PaperOf } from './form-paper.ts';

/** What a template may put into its lines, by name, and the rows of its tables. `''`: nothing to say. */
export type PaperWords = {
  fields: Readonly<Record<string, string>>;
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
};

const heading = ['unit', 'centreName', 'superiorBody', 'place', 'day', 'month', 'year', 'hotline'] as const;
const person = ['dossierCode', 'applicant', 'address', 'phone', 'email', 'request', 'officer'] as const;

/** The names each form offers to its template: a template that asks for another is refused at the start. */
export const wordNames: Record<
  FormName,
  { fields: readonly string[]; tables: Record<string, readonly string[]> }
> = {
  receipt: {
    fields: [
      ...heading,
      ...person,
      'lookUpSecret',
      'receivingBody',
      'personalNumberEnd',
      'sets',
      'timeLimit',
      'receivedTime',
      'receivedDay',
      'dueTime',
      'dueDay',
      'secondDueTime',
      'secondDueDay',
      'collectAt',
      'fee',
      'bookVolume',
      'bookLine',
    ],
    tables: { documents: ['number', 'name', 'form', 'quantity', 'note'] },
  },
  supplement: {
    fields: [...heading, ...person, 'reason', 'legalBasis', 'contactPhone'],
    tables: { items: ['number', 'name', 'lack'] },
  },
  refusal: {
    fields: [...heading, ...person, 'reason', 'legalBasis', 'guidance', 'contactPhone'],
    tables: {},
  },
  apology: {
    fields: [
      ...heading,
      ...person,
      'receivedTime',
      'receivedDay',
      'dueTime',
      'dueDay',
      'reason',
      'newDueTime',
      'newDueDay',
      'signatoryTitle',
      'signatoryName',
    ],
    tables: {},
  },
};

/** The words of a paper as they are printed. */
export function wordsOfPaper(paper: FormPaper): PaperWords {
  const at = madeAt(paper);
  const [year = '', month = '', day = ''] = localDay(at).split('-');
  const { unit, centreName, superiorBody, place, hotline, dossierCode, applicant, address, phone } = paper;
  const common = {
    unit,
    centreName,
    superiorBody,
    place,
    // As official papers write it: no leading zero but before 1 to 9 and January and February, so that none is altered.
    day,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
    hotline: hotline ?? '',
    dossierCode: dossierCode ?? '',
    applicant,
    address: address ?? '',
    phone: phone ?? '',
    email: paper.email ?? '',
    request: paper.request,
    officer: paper.form === 'receipt' ? paper.accepted.officer : paper.officer,
  };
  switch (paper.form) {
    case 'receipt':
      return {
        fields: { ...common, ...receiptWords(paper) },
        tables: { documents: documentRows(paper.documents) },
      };
    case 'supplement':
      return {
        fields: {
          ...common,
          reason: paper.reason,
          legalBasis: paper.legalBasis ?? '',
          contactPhone: paper.contactPhone ?? '',
        },
        tables: {
          items: paper.items.map(({ name, lack }, index) => ({ number: String(index + 1), name, lack })),
        },
      };
    case 'refusal':
      return {
        fields: {
          ...common,
          reason: paper.reason,
          legalBasis: paper.legalBasis ?? '',
          guidance: paper.guidance ?? '',
          contactPhone: paper.contactPhone ?? '',
        },
        tables: {},
      };
    case 'apology':
      return { fields: { ...common, ...apologyWords(paper) }, tables: {} };
    default:
      return unreachable(paper);
  }
}

function receiptWords(paper: ReceiptFields): Record<string, string> {
  const { accepted, dueAt, secondDueAt, fee, book } = paper;
  return {
    lookUpSecret: paper.lookUpSecret,
    receivingBody: paper.receivingBody,
    personalNumberEnd: paper.personalNumberEnd === null ? '' : `…${paper.personalNumberEnd}`,
    sets: String(paper.sets).padStart(2, '0'),
    timeLimit: paper.timeLimit,
    receivedTime: timeWords(accepted.at),
    receivedDay: dayWords(accepted.at),
    dueTime: timeWords(dueAt),
    dueDay: dayWords(dueAt),
    secondDueTime: secondDueAt === null ? '' : timeWords(secondDueAt),
    secondDueDay: secondDueAt === null ? '' : dayWords(secondDueAt),
    collectAt: collectWords[paper.collectAt],
    fee: fee === null ? '' : feeWords(fee),
    bookVolume: book === null ? '' : String(book.volume),
    bookLine: book === null ? '' : String(book.line),
  };
}

function apologyWords(paper: PaperOf<'apology'>): Record<string, string> {
  return {
    receivedTime: timeWords(paper.receivedAt),
    receivedDay: dayWords(paper.receivedAt),
    dueTime: timeWords(paper.dueAt),
    dueDay: dayWords(paper.dueAt),
    reason: paper.reason,
    newDueTime: timeWords(paper.newDueAt),
    newDueDay: dayWords(paper.newDueAt),
    signatoryTitle: paper.signatory.title,
    signatoryName: paper.signatory.name,
  };
}

function documentRows(documents: ReceiptFields['documents']) {
  return documents.map(({ name, form, quantity, note }, index) => ({
    number: String(index + 1),
    name,
    form: formWords[form],
    quantity: String(quantity).padStart(2, '0'),
    note: note ?? '',
  }));
}

const formWords: Record<ReceiptFields['documents'][number]['form'], string> = {
  original: 'Bản chính',
  'certified-copy': 'Bản sao chứng thực',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
};
const collectWords: Record<ReceiptFields['collectAt'], string> = {
  centre: 'Trực tiếp tại nơi tiếp nhận hồ sơ',
  post: 'Qua dịch vụ bưu chính',
  electronic: 'Trực tuyến (bản điện tử)',
};

function feeWords({ vnd, paid }: { vnd: number; paid: boolean }): string {
  if (vnd === 0) return 'không thu';
  const amount = String(vnd).replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${amount} đồng (${paid ? 'đã nộp' : 'chưa nộp'})`;
}

/** `08 giờ 05 phút`. */
function timeWords(at: number): string {
  const [hour = '', minute = ''] = localTime(at).split(':');
  // Blanks that break no line.
  return `${hour}\u00a0giờ\u00a0${minute}\u00a0phút`;
}

/** `24/11/2026`. */
function dayWords(at: number): string {
  return localDay(at).split('-').toReversed().join('/');
}
