import type { Refusal } from '../../../../core/contract.ts';
import type { Say } from '../staff-text.tsx';
import type { PaperDrafts } from './drafts.ts';
import { type Fault, sheetField } from './typed-papers.ts';

/** A sentence for the officer and the field it is about; `field: null` when it is about no field. */
export type SaidFault = { field: string | null; words: string };

/** What the sheet itself found wrong. */
export function faultWords(say: Say, { field, why }: Fault): SaidFault {
  if (why === 'taken') return { field, words: say('papers.fault.taken') };
  if (field === 'documents') return { field, words: say('papers.fault.documents') };
  const name = fieldName(say, field);
  if (why === 'empty') return { field, words: say('papers.fault.empty', { field: name }) };
  const isMoment = /\.(?:day|time)$/.test(field);
  return { field, words: say(isMoment ? 'papers.fault.day' : 'papers.fault.wrong', { field: name }) };
}

/** What the core refused. */
export function refusalWords(say: Say, refusal: Refusal, drafts: PaperDrafts): SaidFault {
  if (refusal.code === 'failed') {
    // Only the client itself says so: the core names what it could not do.
    const isCut = refusal.message === 'not connected';
    return { field: null, words: say(isCut ? 'papers.fault.notConnected' : 'papers.fault.failed') };
  }
  if (refusal.field === 'ticket' || refusal.field === 'type')
    return { field: null, words: say('papers.fault.notServing') };
  const field = sheetField(refusal.field, drafts);
  if (field === 'code' || field === 'dossierCode') {
    const words =
      refusal.code === 'not-now'
        ? say('papers.fault.taken')
        : refusal.code === 'unknown'
          ? say('papers.fault.unknownCode')
          : say('papers.fault.code');
    return { field: 'dossierCode', words };
  }
  if (refusal.field === 'receipt.dueAt')
    return { field, words: say('papers.fault.due', { field: fieldName(say, field) }) };
  if (refusal.field === 'paper.dueAt' || refusal.field === 'paper.newDueAt')
    return { field, words: say('papers.fault.later', { field: fieldName(say, field) }) };
  if (field === '') return { field: null, words: say('papers.fault.failed') };
  return { field, words: say('papers.fault.wrong', { field: fieldName(say, field) }) };
}

/** As the label beside the field names it, in the middle of a sentence; a row's field with the number of its row. */
export function fieldName(say: Say, field: string): string {
  const row = /^(?:documents|items)\.(\d+)\.(\w+)$/.exec(field);
  if (row !== null) {
    const part = rowFields[row[2] ?? ''] ?? 'documents';
    return `${quoted(say(`papers.field.${part}`))} ${Number(row[1]) + 1}`;
  }
  const known = isKnown(field) ? fields[field] : undefined;
  return known === undefined ? quoted(field) : quoted(say(`papers.field.${known}`));
}

function quoted(label: string): string {
  return `“${label}”`;
}

const rowFields: Record<string, 'documentName' | 'form' | 'quantity' | 'note' | 'lack'> = {
  name: 'documentName',
  form: 'form',
  quantity: 'quantity',
  note: 'note',
  lack: 'lack',
};
const fields = {
  dossierCode: 'dossierCode',
  procedure: 'procedure',
  request: 'request',
  applicant: 'applicant',
  personalNumberEnd: 'personalNumberEnd',
  address: 'address',
  phone: 'phone',
  email: 'email',
  documents: 'documents',
  items: 'documents',
  timeLimit: 'timeLimit',
  'due.day': 'dueDay',
  'due.time': 'dueTime',
  'received.day': 'receivedDay',
  'received.time': 'receivedTime',
  'newDue.day': 'newDueDay',
  'newDue.time': 'newDueTime',
  sets: 'sets',
  collectAt: 'collectAt',
  fee: 'fee',
  place: 'place',
  reason: 'reason',
  legalBasis: 'legalBasis',
  guidance: 'guidance',
  contactPhone: 'contactPhone',
  title: 'title',
  name: 'name',
} as const;

function isKnown(field: string): field is keyof typeof fields {
  return Object.hasOwn(fields, field);
}
