import { Check, CornerUpLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type {
  Brought,
  CommandResult,
  CounterCommand,
  CounterDesk,
  TicketForOfficer,
} from '../../../../core/contract.ts';
import { unreachable } from '../../../../core/result.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { KeyCap } from '../key-cap.tsx';
import { PickerHead } from '../picker.tsx';
import { useSay } from '../staff-text.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { ApologyForm } from './apology-form.tsx';
import { ChoosePaper } from './choose-paper.tsx';
import { receiptOf, withFound } from './drafts.ts';
import { faultWords, refusalWords, type SaidFault } from './fault-words.ts';
import { FaultContext } from './fields.tsx';
import { LetterForm } from './letter-form.tsx';
import { type DrawnPaper, PaperPreview } from './paper-preview.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { typedLetter, typedReceipt } from './typed-papers.ts';
import type { DeskPapers } from './use-drafts.ts';
import './papers.css';

type Shown = { paper: DrawnPaper; name: string; said: string | null; isFinal: boolean };

/** The sheet of the desk's papers, above everything else until it is closed. */
export function PapersSheet(props: {
  ticket: TicketForOfficer;
  desk: CounterDesk;
  papers: DeskPapers;
  open: NonNullable<DeskPapers['open']>;
  seen: readonly string[];
  send: (command: CounterCommand) => Promise<CommandResult>;
  isResting: boolean;
}) {
  const say = useSay();
  const { ticket, papers, send, isResting } = props;
  const { paper, drafts } = props.open;
  const [fault, setFault] = useState<SaidFault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [found, setFound] = useState('');
  const body = useRef<HTMLDivElement>(null);
  // Not in the state, which arrives a render later: a key that bounces would accept twice.
  const isUnderWay = useRef(false);

  useEffect(() => {
    if (paper !== null && shown === null) body.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [paper, shown]);
  useEffect(() => {
    if (fault?.field != null)
      body.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(fault.field)}"]`)?.focus();
  }, [fault]);

  /** What the core brought; `null` when it refused, which is then said. */
  async function ask(command: CounterCommand): Promise<{ value: Brought | null } | null> {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setBusy(true);
    setFault(null);
    const result = await send(command);
    isUnderWay.current = false;
    setBusy(false);
    if (result.ok) return { value: result.value };
    setFault(refusalWords(say, result.error, drafts));
    return null;
  }

  async function drawn(command: CounterCommand, rest: Omit<Shown, 'paper'>) {
    const brought = await ask(command);
    if (brought?.value?.at === 'paper') setShown({ paper: brought.value, ...rest });
  }

  const openReceipt = (code: string, said: string | null) =>
    drawn(
      { type: 'draw-receipt', ticket: ticket.id, code },
      { name: say('papers.note.receipt'), said, isFinal: true },
    );

  async function finish() {
    if (paper === null || isUnderWay.current || isResting) return;
    if (paper === 'receipt') {
      const receipt = typedReceipt(drafts);
      if (!receipt.ok) return setFault(faultWords(say, receipt.error));
      const accepted = await ask({ type: 'accept-dossier', ticket: ticket.id, receipt: receipt.value });
      if (accepted === null) return;
      const procedure = [ticket.procedure, ...ticket.services].find(
        (one) => one !== null && one.code === drafts.receipt.procedure,
      );
      // A second dossier of the same visit begins anew.
      papers.change((before) => ({ ...before, receipt: receiptOf(procedure ?? null, ticket, []) }));
      papers.choose(null);
      await openReceipt(codeAsStored(receipt.value.dossierCode), say('papers.preview.acceptedNow'));
      return;
    }
    const letter = typedLetter(drafts, paper);
    if (!letter.ok) return setFault(faultWords(say, letter.error));
    await drawn(
      { type: 'draw-paper', ticket: ticket.id, paper: letter.value },
      { name: say(`papers.note.${paper}`), said: null, isFinal: false },
    );
  }

  async function find(code: string) {
    setFound('');
    const brought = await ask({ type: 'find-dossier', code });
    if (brought?.value?.at !== 'dossier') return;
    const { dossier } = brought.value;
    papers.change((before) => withFound(before, dossier));
    setFound(say(dossier.holder === null ? 'papers.foundNoHolder' : 'papers.found'));
  }

  function choose(next: typeof paper) {
    setFault(null);
    setFound('');
    papers.choose(next);
  }

  useShortcuts((key) => {
    if (key === 'F8' && shown === null) void finish();
  }, shown === null);

  return (
    <ModalOverlay
      className="picker-overlay"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) papers.close();
      }}
    >
      <Modal className={`papers-modal ${paper === null && shown === null ? 'papers-modal-small' : ''}`}>
        <Dialog className="papers-dialog">
          <PickerHead
            title={
              shown === null
                ? `${say('papers.title', { number: ticket.number })}${paper === null ? '' : ` · ${say(`papers.name.${paper}`)}`}`
                : shown.name
            }
            close={papers.close}
          />
          <FaultContext.Provider value={fault}>
            <div className="papers-body" ref={body}>
              {shown !== null ? (
                <PaperPreview
                  paper={shown.paper}
                  name={shown.name}
                  said={shown.said}
                  isResting={isResting}
                  issue={async () => (await ask({ type: 'paper-issued', paper: shown.paper.id })) !== null}
                  back={shown.isFinal ? null : () => setShown(null)}
                  done={() => {
                    setShown(null);
                    choose(null);
                    papers.close();
                  }}
                />
              ) : (
                formOf()
              )}
            </div>
          </FaultContext.Provider>
          {paper !== null && shown === null && (
            <div className="papers-foot">
              <p className="papers-line" role={fault === null ? undefined : 'alert'}>
                {fault === null ? (
                  <span className="papers-note">{say('papers.hint')}</span>
                ) : (
                  <span className="papers-fault">{fault.words}</span>
                )}
              </p>
              <ActionButton icon={<CornerUpLeft />} onPress={() => choose(null)}>
                {say('papers.other')}
              </ActionButton>
              <ActionButton
                tone="primary"
                icon={<Check />}
                isDisabled={isResting}
                onPress={() => void finish()}
              >
                {say(isBusy ? 'papers.working' : paper === 'receipt' ? 'papers.accept' : 'papers.draw')}{' '}
                <KeyCap>F8</KeyCap>
              </ActionButton>
            </div>
          )}
          {(paper === null || shown !== null) && fault !== null && (
            <p className="papers-fault" role="alert">
              {fault.words}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );

  function formOf() {
    const form = { drafts, change: papers.change, desk: props.desk };
    switch (paper) {
      case null:
        return (
          <ChoosePaper
            dossiers={ticket.dossiers}
            isResting={isResting}
            choose={choose}
            openReceipt={(code) => void openReceipt(code, null)}
          />
        );
      case 'receipt':
        return <ReceiptForm {...form} ticket={ticket} seen={props.seen} />;
      case 'supplement':
      case 'refusal':
        return <LetterForm {...form} paper={paper} />;
      case 'apology':
        return <ApologyForm {...form} find={(code) => void find(code)} isResting={isResting} found={found} />;
      default:
        return unreachable(paper);
    }
  }
}

/** As the core keeps it: it says so on the ticket, but that view may still be under way. */
function codeAsStored(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
}
