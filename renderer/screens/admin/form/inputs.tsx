import { Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

/** A field of text with its name for screen readers; the column's head names it for the others. */
export function TextInput(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  size?: 'time';
  placeholder?: string;
}) {
  return (
    <input
      className={`admin-input ${props.size === undefined ? '' : `admin-input-${props.size}`}`}
      aria-label={props.label}
      autoComplete="off"
      placeholder={props.placeholder}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

/** A whole number; while it is none, 0 stands for it and the core says what is wrong. */
export function NumberInput(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <input
      className="admin-input admin-input-number"
      inputMode="numeric"
      aria-label={props.label}
      value={String(props.value)}
      onChange={(event) => props.onChange(Number(event.target.value.replace(/\D/g, '').slice(0, 4)))}
    />
  );
}

export function Choice(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      className="admin-input admin-select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function RemoveButton(props: { label: string; isDisabled?: boolean; onPress: () => void }) {
  return (
    <Button
      className="admin-remove"
      aria-label={props.label}
      isDisabled={props.isDisabled ?? false}
      onPress={props.onPress}
    >
      <Trash2 aria-hidden="true" />
    </Button>
  );
}
