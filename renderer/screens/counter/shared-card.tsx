import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { SharedCard as Card } from '../../../core/contract.ts';
import { copyText } from './copy-text.ts';
import { type CardLine, cardLines, otherDoubts } from './shared-card-words.ts';
import { useSay } from './staff-text.tsx';
import './shared-card.css';

type Copied = { label: string; isCopied: boolean };
const saidForMs = 2500;

/** A card its holder agreed to share: every field with where it comes from and a button that puts it on the clipboard. */
export function SharedCard(props: { card: Card | 'lost' | null; copy?: (text: string) => Promise<boolean> }) {
  const say = useSay();
  const { card, copy = copyText } = props;
  const [last, setLast] = useState<Copied | null>(null);

  useEffect(() => {
    if (last === null) return undefined;
    const timer = setTimeout(() => setLast(null), saidForMs);
    return () => clearTimeout(timer);
  }, [last]);

  async function press({ label, value }: CardLine) {
    setLast({ label, isCopied: await copy(value) });
  }

  if (card === null) return null;
  return (
    <section className="shared-card" aria-label={say('counter.card.title')}>
      <h2 className="counter-label">{say('counter.card.title')}</h2>
      {card === 'lost' ? (
        <Doubt>{say('counter.card.lost')}</Doubt>
      ) : (
        <>
          <ul>
            {cardLines(say, card).map((line) => (
              <CardRow
                key={line.label}
                line={line}
                copied={last?.label === line.label ? last : null}
                press={() => void press(line)}
              />
            ))}
          </ul>
          {otherDoubts(say, card).map((words) => (
            <Doubt key={words}>{words}</Doubt>
          ))}
        </>
      )}
      <p className="visually-hidden" role="status">
        {last !== null && say(last.isCopied ? 'counter.card.copied' : 'counter.card.notCopied')}
      </p>
    </section>
  );
}

/** One field and what became of copying it. */
export function CardRow(props: { line: CardLine; copied: Copied | null; press: () => void }) {
  const say = useSay();
  const { line, copied } = props;
  const words =
    copied === null
      ? 'counter.card.copy'
      : copied.isCopied
        ? 'counter.card.copied'
        : 'counter.card.notCopied';
  return (
    <li className="shared-card-row">
      <span className="shared-card-label">{line.label}</span>
      <span className="shared-card-said">
        {line.value === '' ? (
          <em>{say('counter.card.nothing')}</em>
        ) : (
          <>
            <strong className="shared-card-value">{line.value}</strong>{' '}
            <small className="shared-card-origin">{line.origin}</small>
          </>
        )}
        {line.doubt !== null && <Doubt>{line.doubt}</Doubt>}
      </span>
      {line.value !== '' && (
        <Button
          className={`counter-small-key ${copied?.isCopied === true ? 'is-copied' : ''}`}
          aria-label={say('counter.card.copyLabel', { label: line.label })}
          onPress={props.press}
        >
          {copied?.isCopied === true ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {say(words)}
        </Button>
      )}
    </li>
  );
}

function Doubt(props: { children: string }) {
  return (
    <span className="shared-card-doubt">
      <TriangleAlert aria-hidden="true" />
      <span>{props.children}</span>
    </span>
  );
}
