import type { PaperTyped, ReceiptTyped } from '../../../../core/contract.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import { dayTyped } from '../../admin/form/day-typed.ts';
import type { Holder, Moment, PaperDrafts } from './drafts.ts';

/** A field by the name under which the sheet knows it, such as `documents.3.quantity`, and what is wrong with it. */
export type Fault = { field: string; why: 'empty' | 'wrong' | 'taken' };

/** The receipt as the core takes it, or the first field that is no number or no day, or is empty and must not be. */
export function typedReceipt({ holder, place, receipt }: PaperDrafts): Result<ReceiptTyped, Fault> {
  const documents = receipt.documents.flatMap((row, index) => (row.isHere ? [{ row, index }] : []));
  const due = momentTyped(receipt.due);
  const fault =
    firstEmpty({ dossierCode: receipt.dossierCode, applicant: holder.applicant, request: holder.request }) ??
    (documents.length === 0 ? ({ field: 'documents', why: 'empty' } as const) : null) ??
    firstEmpty(
      Object.fromEntries(documents.map(({ row, index }) => [`documents.${index}.name`, row.name])),
    ) ??
    firstWrong(
      Object.fromEntries(
        documents.map(({ row, index }) => [`documents.${index}.quantity`, numberTyped(row.quantity)]),
      ),
    ) ??
    firstEmpty({ timeLimit: receipt.timeLimit, 'due.day': receipt.due.day, 'due.time': receipt.due.time }) ??
    faultOfMoment('due', receipt.due) ??
    firstWrong({ sets: numberTyped(receipt.sets) }) ??
    (receipt.fee.trim() === '' ? null : firstWrong({ fee: numberTyped(receipt.fee) })) ??
    firstEmpty({ place });
  if (fault !== null) return err(fault);
  const { applicant, personalNumberEnd, address, phone, email, request } = holder;
  const fee = receipt.fee.trim() === '' ? null : (numberTyped(receipt.fee) ?? 0);
  return ok({
    dossierCode: receipt.dossierCode,
    applicant,
    personalNumberEnd,
    address,
    phone,
    email,
    request,
    place,
    procedure: receipt.procedure,
    documents: documents.map(({ row: { name, form, quantity, note } }) => ({
      name,
      form,
      quantity: numberTyped(quantity) ?? 0,
      note,
    })),
    sets: numberTyped(receipt.sets) ?? 0,
    timeLimit: receipt.timeLimit,
    dueAt: due ?? 0,
    collectAt: receipt.collectAt,
    fee: fee === null ? null : { vnd: fee, paid: receipt.isPaid },
  });
}

/** One of the letters, as the core takes it. */
export function typedLetter(drafts: PaperDrafts, form: PaperTyped['form']): Result<PaperTyped, Fault> {
  const { holder, place, letter, apology } = drafts;
  const common = { ...holderTyped(holder), place };
  if (form === 'apology') {
    const { dossierCode, received, due, newDue, reason, title, name } = apology;
    const fault =
      firstEmpty({ dossierCode, applicant: holder.applicant, request: holder.request }) ??
      faultOfMoment('received', received) ??
      faultOfMoment('due', due) ??
      faultOfMoment('newDue', newDue) ??
      firstEmpty({ reason, title, name, place });
    if (fault !== null) return err(fault);
    const at = (moment: Moment) => momentTyped(moment) ?? 0;
    return ok({
      form,
      dossierCode,
      ...common,
      receivedAt: at(received),
      dueAt: at(due),
      newDueAt: at(newDue),
      reason,
      signatory: { title, name },
    });
  }
  const { dossierCode, reason, legalBasis, contactPhone, guidance } = letter;
  const who = firstEmpty({ applicant: holder.applicant, request: holder.request });
  const rest = firstEmpty({ reason, place });
  if (form === 'refusal') {
    const fault = who ?? rest;
    return fault === null
      ? ok({ form, dossierCode, ...common, reason, legalBasis, guidance, contactPhone })
      : err(fault);
  }
  const items = Object.fromEntries(
    letter.items.flatMap(({ name, lack }, index) => [
      [`items.${index}.name`, name],
      [`items.${index}.lack`, lack],
    ]),
  );
  const fault = who ?? firstEmpty(items) ?? rest;
  return fault === null
    ? ok({ form, dossierCode, ...common, items: letter.items, reason, legalBasis, contactPhone })
    : err(fault);
}

/**
 * The field of the sheet behind a field the core refused: `receipt.documents.1.quantity` counts only what was sent, so it is
 * counted back to the row of the sheet.
 */
export function sheetField(field: string | null, drafts: PaperDrafts): string {
  const name = (field ?? '').replace(/^(?:receipt|paper)\./, '');
  const document = /^documents\.(\d+)\.(.*)$/.exec(name);
  if (document !== null) {
    const sent = drafts.receipt.documents.flatMap(({ isHere }, index) => (isHere ? [index] : []));
    return `documents.${sent[Number(document[1])] ?? 0}.${document[2] ?? ''}`;
  }
  const known: Record<string, string> = {
    dueAt: 'due.day',
    receivedAt: 'received.day',
    newDueAt: 'newDue.day',
    'signatory.title': 'title',
    'signatory.name': 'name',
    'fee.vnd': 'fee',
  };
  return known[name] ?? name;
}

/** `24/11/2026` and `9:05` → milliseconds since the epoch in the centre's time; `null` for what is neither. */
export function momentTyped({ day, time }: Moment): number | null {
  const iso = dayTyped(day);
  const parts = /^\s*(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})\s*$/i.exec(time);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (iso === null || parts === null || hour > 23 || minute > 59) return null;
  return Date.parse(`${iso}T00:00:00+07:00`) + (hour * 60 + minute) * 60_000;
}

/** A whole number, with dots between the thousands or without; `null` for anything else. */
export function numberTyped(text: string): number | null {
  const digits = text.replace(/[.\s]/g, '').replace(/đ(?:ồng)?$/i, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

function holderTyped({ applicant, address, phone, email, request }: Holder) {
  return { applicant, address, phone, email, request };
}

function faultOfMoment(name: string, moment: Moment): Fault | null {
  const empty = firstEmpty({ [`${name}.day`]: moment.day, [`${name}.time`]: moment.time });
  if (empty !== null || momentTyped(moment) !== null) return empty;
  return { field: dayTyped(moment.day) === null ? `${name}.day` : `${name}.time`, why: 'wrong' };
}

function firstEmpty(fields: Record<string, string>): Fault | null {
  const field = Object.keys(fields).find((name) => fields[name]?.trim() === '');
  return field === undefined ? null : { field, why: 'empty' };
}

function firstWrong(fields: Record<string, number | null>): Fault | null {
  const field = Object.keys(fields).find((name) => fields[name] === null);
  return field === undefined ? null : { field, why: 'wrong' };
}
