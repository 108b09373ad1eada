import { ArrowDown, ArrowUp, Pencil, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AdminCommand, PrinterModelView, PrinterRow } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { type Say, useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { type DeviceWords, printerWords } from '../device-words.ts';
import { RemoveButton } from '../form/inputs.tsx';
import { moodMarks } from '../mood-marks.tsx';
import { placeOf } from './printer-draft.ts';
import { testWords } from './test-words.ts';

type RowsProps = {
  printers: readonly PrinterRow[];
  models: readonly PrinterModelView[];
  asking: Ask<AdminCommand>;
  edit: (row: PrinterRow) => void;
  remove: (row: PrinterRow) => void;
};

/** The printers in the order in which they are tried. */
export function PrinterRows(props: RowsProps) {
  return (
    <ol className="printers-rows">
      {props.printers.map((row, index) => (
        <Row key={row.id} {...props} row={row} index={index} />
      ))}
    </ol>
  );
}

function Row(props: RowsProps & { row: PrinterRow; index: number }) {
  const say = useSay();
  const { row, index, printers, asking } = props;
  const { name } = row;
  const isBusy = asking.pending !== null;
  const model = props.models.find(({ id }) => id === row.model);
  const isFirst = index === 0 || printers[index - 1]?.isFixed === true;
  const isLast = index === printers.length - 1;
  const move = (by: -1 | 1) => void asking.ask({ type: 'move-printer', printer: row.id, by });
  return (
    <li className="printers-row">
      <span className="printers-place">{index + 1}</span>
      <div className="printers-what">
        <strong className="printers-name">{name}</strong>
        <span className="printers-address">{row.address}</span>
        <span className="admin-hint">
          {model?.name ?? row.model}, {say('admin.printers.dots', { dots: row.dots ?? model?.dots ?? '?' })}
        </span>
        {row.isFixed && <span className="admin-hint">{say('admin.printers.fixed')}</span>}
      </div>
      <div className="printers-state">
        <State words={stateWords(say, row, model)} />
        {row.test !== null && <State words={testWords(say, row.test)} />}
      </div>
      <div className="printers-keys">
        <ActionButton
          icon={<Printer />}
          label={say('admin.printers.testOf', { name })}
          isDisabled={isBusy || row.test?.at === 'printing'}
          onPress={() => void asking.ask({ type: 'test-printer', printer: row.id })}
        >
          {say('admin.printers.test')}
        </ActionButton>
        {!row.isFixed && (
          <>
            <ActionButton
              icon={<Pencil />}
              label={say('admin.printers.editOf', { name })}
              onPress={() => props.edit(row)}
            >
              {say('admin.printers.edit')}
            </ActionButton>
            <MoveButton
              label={say('admin.printers.earlier', { name })}
              isDisabled={isFirst || isBusy}
              onPress={() => move(-1)}
            >
              <ArrowUp aria-hidden="true" />
            </MoveButton>
            <MoveButton
              label={say('admin.printers.later', { name })}
              isDisabled={isLast || isBusy}
              onPress={() => move(1)}
            >
              <ArrowDown aria-hidden="true" />
            </MoveButton>
            <RemoveButton label={say('admin.form.remove', { name })} onPress={() => props.remove(row)} />
          </>
        )}
      </div>
    </li>
  );
}

/** Of one that tells nothing only this is known: somebody is there. */
function stateWords(say: Say, { status, address }: PrinterRow, model?: PrinterModelView): DeviceWords {
  const { via } = placeOf(address);
  const isSilent = via === 'cups' || via === 'windows' || (model?.status === 'none' && via !== 'virtual');
  return isSilent && status.at === 'ready'
    ? { words: say('admin.printers.unknown'), mood: 'idle' }
    : printerWords(say, status);
}

function MoveButton(props: { label: string; isDisabled: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <Button
      className="admin-remove"
      aria-label={props.label}
      isDisabled={props.isDisabled}
      onPress={props.onPress}
    >
      {props.children}
    </Button>
  );
}

function State(props: { words: DeviceWords }) {
  const { mood, words } = props.words;
  return (
    <p className={`admin-device admin-device-${mood}`} role="status">
      <span className="admin-device-mark" aria-hidden="true">
        {moodMarks[mood]}
      </span>
      <span>{words}</span>
    </p>
  );
}
