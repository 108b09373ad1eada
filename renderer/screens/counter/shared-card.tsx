import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from './copy-text.ts';
import { useSay } from './staff-text.tsx';
import './shared-card.css';

export type CardField = { label: string; value: string };
type Copied = { label: string; isCopied: boolean };
const saidForMs = 2500;

/** A card its holder agreed to share: every field with a button that puts it on the clipboard. */
export function SharedCard(props: { fields: CardField[] | null; copy?: (text: string) => Promise<boolean> }) {
  const say = useSay();
  const { fields, copy = copyText } = props;
  const [last, setLast] = useState<Copied | null>(null);

  useEffect(() => {
    if (last === null) return undefined;
    const timer = setTimeout(() => setLast(null), saidForMs);
    return () => clearTimeout(timer);
  }, [last]);

  async function press({ label, value }: CardField) {
    setLast({ label, isCopied: await copy(value) });
  }

  if (fields === null || fields.length === 0) return null;
  return (
    <section className="shared-card" aria-label={say('counter.card.title')}>
      <h2 className="counter-label">{say('counter.card.title')}</h2>
      <ul>
        {fields.map((field) => (
          <CardRow
            key={field.label}
            field={field}
            copied={last?.label === field.label ? last : null}
            press={() => void press(field)}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {last !== null && say(last.isCopied ? 'counter.card.copied' : 'counter.card.notCopied')}
      </p>
    </section>
  );
}

/** One field and what became of copying it. */
export function CardRow(props: { field: CardField; copied: Copied | null; press: () => void }) {
  const say = useSay();
  const { field, copied } = props;
  const words =
    copied === null
      ? 'counter.card.copy'
      : copied.isCopied
        ? 'counter.card.copied'
        : 'counter.card.notCopied';
  return (
    <li className="shared-card-row">
      <span className="shared-card-label">{field.label}</span>
      <strong className="shared-card-value">{field.value}</strong>
      <Button
        className={`counter-small-key ${copied?.isCopied === true ? 'is-copied' : ''}`}
        aria-label={say('counter.card.copyLabel', { label: field.label })}
        onPress={props.press}
      >
        {copied?.isCopied === true ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {say(words)}
      </Button>
    </li>
  );
}
