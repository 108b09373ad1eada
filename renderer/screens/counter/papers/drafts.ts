import { localDay, localTime } from '../../../../core/clock.ts';
import type {
  CounterDesk,
  FoundDossier,
  Procedure,
  ReceiptTyped,
  SharedCardFieldName,
  TicketForOfficer,
} from '../../../../core/contract.ts';
import { dateWords } from '../date-words.ts';

export const paperNames = ['receipt', 'supplement', 'refusal', 'apology'] as const;
export type PaperName = (typeof paperNames)[number];
export type DocumentForm = ReceiptTyped['documents'][number]['form'];
export type CollectAt = ReceiptTyped['collectAt'];
export type DocumentRow = {
  name: string;
  isHere: boolean;
  form: DocumentForm;
  quantity: string;
  note: string;
};
/** A day as `dd/mm/yyyy` and a time as `HH:MM`, as they stand in their fields. */
export type Moment = { day: string; time: string };

/** Whom the papers are for: typed once for all of them. */
export type Holder = {
  applicant: string;
  personalNumberEnd: string;
  address: string;
  phone: string;
  email: string;
  request: string;
};
export type ReceiptDraft = {
  dossierCode: string;
  procedure: string | null;
  documents: DocumentRow[];
  sets: string;
  timeLimit: string;
  due: Moment;
  /** The core proposed it; the officer has not touched it yet. */
  isDueProposed: boolean;
  collectAt: CollectAt;
  fee: string;
  isPaid: boolean;
};
export type LetterDraft = {
  dossierCode: string;
  items: { name: string; lack: string }[];
  reason: string;
  legalBasis: string;
  guidance: string;
  contactPhone: string;
};
export type ApologyDraft = {
  dossierCode: string;
  received: Moment;
  due: Moment;
  newDue: Moment;
  reason: string;
  title: string;
  name: string;
};
/** Everything typed for one ticket, in strings as it stands in the fields. Lives in the memory of the screen alone. */
export type PaperDrafts = {
  holder: Holder;
  place: string;
  receipt: ReceiptDraft;
  letter: LetterDraft;
  apology: ApologyDraft;
};

const noMoment: Moment = { day: '', time: '' };

/** What is known already. `seen`: the papers ticked while looking through them, as code and name. */
export function firstDrafts(
  ticket: TicketForOfficer,
  desk: Pick<CounterDesk, 'place'>,
  seen: readonly string[],
): PaperDrafts {
  const card = cardWords(ticket.sharedCard);
  const procedure = ticket.procedure ?? ticket.services[0] ?? null;
  return {
    holder: {
      applicant: card.fullName,
      personalNumberEnd: card.number.slice(-4),
      address: card.address,
      phone: '',
      email: '',
      request: procedure?.name ?? '',
    },
    place: desk.place,
    receipt: receiptOf(procedure, ticket, seen),
    letter: {
      dossierCode: '',
      items: [{ name: '', lack: '' }],
      reason: '',
      // Not the procedure's own: what a refusal rests on is for the officer to say.
      legalBasis: '',
      guidance: '',
      contactPhone: '',
    },
    apology: {
      dossierCode: '',
      received: noMoment,
      due: noMoment,
      newDue: noMoment,
      reason: '',
      title: '',
      name: '',
    },
  };
}

/** What the shared card says for certain; what is in doubt is typed, or looked at, by a person. */
function cardWords(card: TicketForOfficer['sharedCard']): Record<'fullName' | 'number' | 'address', string> {
  const fields = card === null || card === 'lost' ? [] : card.fields;
  const of = (name: SharedCardFieldName) =>
    fields.find(({ field, doubt, kept }) => field === name && (doubt === null || kept))?.value ?? '';
  return { fullName: of('fullName'), number: of('number'), address: of('address') };
}

/** The receipt for one of the ticket's procedures: its papers, its time limit, its fee. */
export function receiptOf(
  procedure: Procedure | null,
  ticket: Pick<TicketForOfficer, 'proposedDue'>,
  seen: readonly string[],
): ReceiptDraft {
  const proposed = procedure === null ? undefined : ticket.proposedDue[procedure.code];
  return {
    dossierCode: '',
    procedure: procedure?.code ?? null,
    documents: procedure === null ? [] : documentRows(procedure, seen),
    sets: '1',
    timeLimit: procedure?.timeLimit ?? '',
    due: proposed === undefined ? noMoment : momentOf(proposed),
    isDueProposed: proposed !== undefined,
    collectAt: 'centre',
    fee: procedure?.feeVnd === null || procedure === null ? '' : String(procedure.feeVnd),
    isPaid: false,
  };
}

/** The rows of another procedure; what the officer added by hand stays. */
function documentRows({ code, documents }: Procedure, seen: readonly string[]): DocumentRow[] {
  return documents.map(({ name, original, copies }) => ({
    name,
    isHere: seen.includes(`${code} ${name}`),
    form: original > 0 ? 'original' : 'copy',
    quantity: String(Math.max(1, original > 0 ? original : copies)),
    note: '',
  }));
}

/** An earlier receipt of this centre, in the fields of the apology. */
export function withFound(
  drafts: PaperDrafts,
  { code, acceptedAt, dueAt, holder }: FoundDossier,
): PaperDrafts {
  return {
    ...drafts,
    holder:
      holder === null
        ? drafts.holder
        : {
            ...drafts.holder,
            applicant: holder.applicant,
            address: holder.address ?? '',
            phone: holder.phone ?? '',
            email: holder.email ?? '',
            request: holder.request,
          },
    apology: {
      ...drafts.apology,
      dossierCode: code,
      received: momentOf(acceptedAt),
      due: momentOf(dueAt),
    },
  };
}

export function momentOf(at: number): Moment {
  return { day: dateWords(at), time: localTime(at) };
}

/** Today, for fields that have no better beginning. */
export function todayWords(now: number): string {
  return localDay(now).split('-').toReversed().join('/');
}
