import { Plus, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useSay } from '../staff-text.tsx';
import type { DocumentForm, DocumentRow } from './drafts.ts';
import { Field, Select, Tick } from './fields.tsx';

const forms: readonly DocumentForm[] = ['original', 'certified-copy', 'copy', 'electronic'];
const mostRows = 60;

/** The papers of the procedure to tick off one by one, and what else was brought. */
export function DocumentRows(props: {
  rows: readonly DocumentRow[];
  onChange: (rows: DocumentRow[]) => void;
}) {
  const say = useSay();
  const { rows, onChange } = props;
  const set = (at: number, change: Partial<DocumentRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div className="papers-rows">
      {rows.map((row, index) => {
        const field = (name: string) => `documents.${index}.${name}`;
        const said = (label: string) => `${label}, ${index + 1}`;
        return (
          // Told by their place alone: names may be the same, or empty.
          <div className={`papers-row ${row.isHere ? 'is-here' : ''}`} key={`row ${index}`}>
            <Tick
              isBare
              label={say('papers.isHere', { name: row.name === '' ? String(index + 1) : row.name })}
              name={index === 0 ? 'documents' : undefined}
              value={row.isHere}
              onChange={(isHere) => set(index, { isHere })}
            />
            <Field
              isInTable
              name={field('name')}
              label={said(say('papers.field.documentName'))}
              rows={Math.max(1, Math.ceil(row.name.length / 28))}
              value={row.name}
              onChange={(name) => set(index, { name })}
            />
            <Select
              isInTable
              name={field('form')}
              label={said(say('papers.field.form'))}
              value={row.form}
              options={forms.map((form) => ({ value: form, label: say(`papers.form.${form}`) }))}
              onChange={(form) => set(index, { form })}
            />
            <Field
              isInTable
              name={field('quantity')}
              label={said(say('papers.field.quantity'))}
              inputMode="numeric"
              value={row.quantity}
              onChange={(quantity) => set(index, { quantity })}
            />
            <Field
              isInTable
              name={field('note')}
              label={said(say('papers.field.note'))}
              placeholder={say('papers.field.note')}
              value={row.note}
              onChange={(note) => set(index, { note })}
            />
          </div>
        );
      })}
      <RowKey
        isDisabled={rows.length >= mostRows}
        label={say('papers.addDocument')}
        press={() => onChange([...rows, { name: '', isHere: true, form: 'copy', quantity: '1', note: '' }])}
      />
    </div>
  );
}

/** What the request to complete a dossier lists. */
export function ItemRows(props: {
  rows: readonly { name: string; lack: string }[];
  onChange: (rows: { name: string; lack: string }[]) => void;
}) {
  const say = useSay();
  const { rows, onChange } = props;
  const set = (at: number, change: Partial<{ name: string; lack: string }>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div className="papers-rows">
      {rows.map((row, index) => (
        <div className="papers-item" key={`row ${index}`}>
          <Field
            isInTable
            name={`items.${index}.name`}
            label={`${say('papers.field.documentName')}, ${index + 1}`}
            placeholder={say('papers.field.documentName')}
            rows={2}
            value={row.name}
            onChange={(name) => set(index, { name })}
          />
          <Field
            isInTable
            name={`items.${index}.lack`}
            label={`${say('papers.field.lack')}, ${index + 1}`}
            placeholder={say('papers.field.lack')}
            rows={2}
            value={row.lack}
            onChange={(lack) => set(index, { lack })}
          />
          <Button
            className="counter-small-key"
            aria-label={say('papers.removeRow', { row: String(index + 1) })}
            isDisabled={rows.length === 1}
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </div>
      ))}
      <RowKey
        isDisabled={rows.length >= mostRows}
        label={say('papers.addItem')}
        press={() => onChange([...rows, { name: '', lack: '' }])}
      />
    </div>
  );
}

function RowKey(props: { label: string; isDisabled: boolean; press: () => void }) {
  return (
    <Button className="counter-small-key" isDisabled={props.isDisabled} onPress={props.press}>
      <Plus aria-hidden="true" />
      {props.label}
    </Button>
  );
}
