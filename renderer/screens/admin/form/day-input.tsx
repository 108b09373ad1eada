import { useState } from 'react';
import { dayWords } from '../../counter/date-words.ts';
import { dayTyped } from './day-typed.ts';

/**
 * A day as it is written here, dd/mm/yyyy, whatever language the browser speaks. `onChange` gets `yyyy-mm-dd`, or `null` for
 * what is no day.
 */
export function DayInput(props: { label: string; day: string; onChange: (day: string | null) => void }) {
  const { label, day, onChange } = props;
  const [typed, setTyped] = useState<{ text: string; day: string } | null>(null);
  // Another day from outside, an arrow pressed, say, is shown as it is.
  const text = typed !== null && typed.day === day ? typed.text : dayWords(day);
  return (
    <input
      className="admin-input admin-input-day"
      inputMode="numeric"
      autoComplete="off"
      placeholder="dd/mm/yyyy"
      aria-label={label}
      value={text}
      onChange={(event) => {
        const next = dayTyped(event.target.value);
        setTyped({ text: event.target.value, day: next ?? day });
        onChange(next);
      }}
    />
  );
}
