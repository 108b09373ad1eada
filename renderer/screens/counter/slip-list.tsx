import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { TextField } from 'react-aria-components/TextField';
import { localTime } from '../../../core/clock.ts';
import type { SlipDesk, SlipTrouble } from '../../../core/contract.ts';
import type { Picking } from './picking.ts';
import { slipName } from './slip-words.ts';
import { useSay } from './staff-text.tsx';
import './slip-list.css';

/** Slips of today that did not surely come out; and any number of today can be printed again by typing it. */
export function SlipList(props: {
  /** When it appears, the first slip has the focus; an empty list takes none, so that the desk's keys go on working. */
  takesFocus: boolean;
  slips: SlipDesk;
  pick: (picking: Picking) => void;
}) {
  const say = useSay();
  const { slips, takesFocus, pick } = props;
  const { troubles } = slips;
  return (
    <>
      <NumberField pick={pick} />
      <ListBox
        autoFocus={takesFocus && troubles.length > 0 && 'first'}
        className="counter-list"
        aria-label={say('counter.list.slips')}
        selectionMode="none"
        renderEmptyState={() => <p className="counter-list-none">{say('counter.list.noneSlips')}</p>}
        onAction={(id) => {
          const slip = troubles.find((one) => one.id === id);
          if (slip !== undefined) pick({ at: 'slip', slip });
        }}
      >
        {troubles.map((slip) => (
          <ListBoxItem
            key={slip.id}
            id={slip.id}
            textValue={slipName(say, slip)}
            className="counter-list-row"
          >
            <Row slip={slip} />
          </ListBoxItem>
        ))}
      </ListBox>
    </>
  );
}

function Row(props: { slip: SlipTrouble }) {
  const say = useSay();
  const { slip } = props;
  return (
    <>
      <strong className="counter-list-number">{slip.number ?? '–'}</strong>
      <span className="counter-list-purpose">
        {slip.kind === 'ticket' ? '' : `${say(`counter.slip.kind.${slip.kind}`)}: `}
        {say(`counter.slip.why.${slip.why}`)}
      </span>
      <span className="counter-age">{localTime(slip.at)}</span>
    </>
  );
}

function NumberField(props: { pick: (picking: Picking) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const number = typed.trim().toUpperCase();
  const isNumber = /^[A-H][0-9]{1,5}$/.test(number);
  return (
    <form
      className="slip-number"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNumber) return;
        setTyped('');
        props.pick({ at: 'reprint', number, what: { at: 'number', number } });
      }}
    >
      <TextField className="slip-number-field" value={typed} onChange={setTyped}>
        <Label>{say('counter.slip.anyNumber')}</Label>
        <Input
          className="slip-number-input"
          placeholder="A012"
          maxLength={6}
          autoComplete="off"
          // The way back to the letters that work as keys.
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </TextField>
      <Button type="submit" className="counter-small-key" isDisabled={!isNumber}>
        <Printer aria-hidden="true" />
        {say('counter.reprint')}
      </Button>
    </form>
  );
}
