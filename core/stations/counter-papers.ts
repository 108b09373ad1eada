import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { done, refusalOf, refuse } from '../border.ts';
import type { CommandResult, CounterCommand, OfficerName, PaperTyped, ReceiptTyped } from '../contract.ts';
import { readDossierCode } from '../dossier/dossier-code.ts';
import type { FormName } from '../forms/form-names.ts';
import { type FormPaper, formPaper, type PaperOf } from '../forms/form-paper.ts';
import type { Ticket } from '../queue/ticket.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import { receiptFields } from '../slips/receipt-slip.ts';
import type { StationDeps } from './deps.ts';

export type PaperCommand = Extract<
  CounterCommand,
  { type: 'accept-dossier' | 'draw-receipt' | 'draw-paper' | 'paper-issued' | 'find-dossier' }
>;

/** Drawn papers whose printing may still be told; an officer has one before them. */
const drawnKept = 8;

/** What an officer does with the papers of whoever is being served. Nothing of a paper stays here once it was drawn. */
export function createCounterPapers(counterId: string, deps: StationDeps, current: () => Ticket | null) {
  const { papers, store, clock, centre } = deps;
  let drawn: { id: string; form: FormName; dossier: string | null; ticket: string }[] = [];

  function servedTicket(id: string): Result<Ticket, CommandResult> {
    const ticket = current();
    return ticket?.id === id && ticket.state === 'serving'
      ? ok(ticket)
      : err(refuse('not-now', 'ticket: is not being served here', 'ticket'));
  }

  function head(place: string) {
    const { name, unit, hotline } = centre.get();
    return { centreName: name, unit, superiorBody: unit, place, hotline: emptied(hotline) };
  }

  function accept(typed: ReceiptTyped, ticket: string, officer: OfficerName): CommandResult {
    const now = clock.now();
    const code = readCode(typed.dossierCode, 'receipt.dossierCode');
    if (!code.ok) return code.error;
    const { procedure, place, ...rest } = typed;
    if (procedure !== null && deps.catalogue.find(procedure) === null)
      return refuse('invalid', 'receipt.procedure: no such procedure here', 'receipt.procedure');
    const receipt = receiptFields.safeParse({
      ...rest,
      ...emptiedHolder(typed),
      ...head(place),
      dossierCode: code.value,
      personalNumberEnd: emptied(typed.personalNumberEnd),
      documents: typed.documents.map((document) => ({ ...document, note: emptied(document.note) })),
      lookUpSecret: papers.newSecret(),
      accepted: { officer: officer.name, at: now },
      receivingBody: centre.get().name,
      secondDueAt: null,
      book: null,
    });
    if (!receipt.success) return fieldRefusal(receipt.error, 'receipt');
    if (receipt.data.dueAt <= now)
      return refuse('invalid', 'receipt.dueAt: must be later than now', 'receipt.dueAt');
    const accepted = papers.accept(receipt.data, {
      ticket,
      procedure,
      counter: counterId,
      station: `counter-${counterId}`,
      officer: officer.id,
    });
    if (accepted.ok) {
      deps.sync.nudge();
      return done;
    }
    return accepted.error === 'code-taken'
      ? refuse('not-now', 'receipt.dossierCode: was accepted already', 'receipt.dossierCode')
      : refuse('not-now', 'ticket: is not being served here', 'ticket');
  }

  function paperOf(typed: PaperTyped, officer: OfficerName): Result<FormPaper, CommandResult> {
    const now = clock.now();
    const wantsCode = typed.dossierCode !== null && typed.dossierCode.trim() !== '';
    const code = wantsCode ? readCode(typed.dossierCode ?? '', 'paper.dossierCode') : ok(null);
    if (!code.ok) return code;
    const { place, ...rest } = typed;
    const optional =
      typed.form === 'apology'
        ? {}
        : { legalBasis: emptied(typed.legalBasis), contactPhone: emptied(typed.contactPhone) };
    const paper = formPaper.safeParse({
      ...rest,
      ...emptiedHolder(typed),
      ...optional,
      ...(typed.form === 'refusal' && { guidance: emptied(typed.guidance) }),
      ...head(place),
      dossierCode: code.value,
      officer: officer.name,
      at: now,
    });
    if (!paper.success) return err(fieldRefusal(paper.error, 'paper'));
    if (paper.data.form === 'apology') {
      const field = wrongTime(paper.data);
      if (field !== null) return err(refuse('invalid', `${field}: is not after the one before`, field));
    }
    return ok(paper.data);
  }

  async function draw(paper: FormPaper, ticket: string): Promise<CommandResult> {
    const sheet = await papers.draw(paper);
    if (!sheet.ok) return refuse('failed', 'there is no template for this day', 'paper.form');
    const id = randomUUID();
    drawn = [...drawn.slice(1 - drawnKept), { id, form: paper.form, dossier: paper.dossierCode, ticket }];
    const { pdf, slip, number, source } = sheet.value;
    return {
      ok: true,
      value: {
        at: 'paper',
        id,
        pdf: Buffer.from(pdf).toString('base64'),
        slip,
        number,
        decree: source.decree,
        unconfirmed: source.unconfirmed,
      },
    };
  }

  function issued(id: string, officer: OfficerName): CommandResult {
    const paper = drawn.find((one) => one.id === id);
    if (paper === undefined) return refuse('unknown', 'paper: was not drawn here', 'paper');
    const { form, dossier, ticket } = paper;
    papers.issued({ form, dossier, ticket }, { officer: officer.id, counter: counterId });
    deps.sync.nudge();
    return done;
  }

  function find(typed: string, officer: OfficerName): CommandResult {
    const code = readCode(typed, 'code');
    if (!code.ok) return code.error;
    const dossier = store.dossiers.find(code.value);
    if (dossier === null) return refuse('unknown', 'code: no such dossier here', 'code');
    // Who looked where is for the log; which dossier it was is not.
    deps.log.info({ counter: counterId, officer: officer.id }, 'an officer looked a dossier up');
    const receipt = papers.receiptOf(code.value);
    return {
      ok: true,
      value: {
        at: 'dossier',
        dossier: {
          code: dossier.code,
          acceptedAt: dossier.acceptedAt,
          dueAt: dossier.dueAt,
          holder: receipt && holderOf(receipt),
        },
      },
    };
  }

  return {
    async handle(command: PaperCommand, officer: OfficerName): Promise<CommandResult> {
      if (command.type === 'paper-issued') return issued(command.paper, officer);
      if (command.type === 'find-dossier') return find(command.code, officer);
      const ticket = servedTicket(command.ticket);
      if (!ticket.ok) return ticket.error;
      switch (command.type) {
        case 'accept-dossier':
          return accept(command.receipt, ticket.value.id, officer);
        case 'draw-receipt': {
          const isOurs = store.dossiers.ofTicket(ticket.value.id).some(({ code }) => code === command.code);
          const receipt = isOurs ? papers.receiptOf(command.code) : null;
          return receipt === null
            ? refuse('unknown', 'code: no such dossier of this ticket', 'code')
            : draw(receipt, ticket.value.id);
        }
        case 'draw-paper': {
          const paper = paperOf(command.paper, officer);
          return paper.ok ? draw(paper.value, ticket.value.id) : paper.error;
        }
        default:
          return unreachable(command);
      }
    },
  };
}

function readCode(typed: string, field: string): Result<string, CommandResult> {
  const code = readDossierCode(typed);
  if (code.ok) return code;
  const message =
    code.error === 'malformed' ? 'must be 6 to 40 of 0-9 A-Z . / -' : 'is the number of a person';
  return err(refuse('invalid', `${field}: ${message}`, field));
}

/** The field as the command names it: `receipt.documents.0.name`. */
function fieldRefusal(error: z.ZodError, under: 'receipt' | 'paper'): CommandResult {
  const { code, field, message } = refusalOf(error, under);
  return refuse(code, `${under}.${message}`, field === under ? under : `${under}.${field}`);
}

function wrongTime({ receivedAt, dueAt, newDueAt }: PaperOf<'apology'>): string | null {
  if (dueAt <= receivedAt) return 'paper.dueAt';
  return newDueAt <= dueAt ? 'paper.newDueAt' : null;
}

function holderOf({ applicant, address, phone, email, request }: PaperOf<'receipt'>) {
  return { applicant, address, phone, email, request };
}

function emptiedHolder({ address, phone, email }: Pick<ReceiptTyped, 'address' | 'phone' | 'email'>) {
  return { address: emptied(address), phone: emptied(phone), email: emptied(email) };
}

/** A field left empty says nothing. */
function emptied(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
