import { createContext, type ReactNode, useContext, useId } from 'react';
import { useSay } from '../staff-text.tsx';
import type { SaidFault } from './fault-words.ts';

/** What is wrong at the moment, for the field it is about. */
export const FaultContext = createContext<SaidFault | null>(null);

type FieldProps = {
  /** By which faults name it. */
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  size?: 'short' | 'half' | 'whole';
  isOptional?: boolean;
  rows?: number;
  inputMode?: 'numeric' | 'tel' | 'email';
  placeholder?: string;
  isFirst?: boolean;
  /** The label stands in a table's head: it is only said. */
  isInTable?: boolean;
};

/** One field with its label and, when it is the one, what is wrong with it. */
export function Field(props: FieldProps) {
  const say = useSay();
  const id = useId();
  const fault = useContext(FaultContext);
  const isWrong = fault?.field === props.name;
  const common = {
    id,
    className: 'papers-input',
    value: props.value,
    autoComplete: 'off',
    spellCheck: false,
    placeholder: props.placeholder,
    'data-field': props.name,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${id}-fault` : undefined,
    'aria-label': props.isInTable === true ? props.label : undefined,
  };
  return (
    <div className={`papers-field papers-field-${props.size ?? 'whole'}`}>
      {props.isInTable !== true && (
        <label htmlFor={id}>
          {props.label}
          {props.isOptional === true && <small> ({say('papers.optional')})</small>}
        </label>
      )}
      {props.rows === undefined ? (
        <input
          {...common}
          inputMode={props.inputMode}
          // The sheet was opened to type: the first field is where typing begins.
          data-first={props.isFirst === true ? '' : undefined}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...common}
          rows={props.rows}
          data-first={props.isFirst === true ? '' : undefined}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
      {isWrong && (
        <p className="papers-fault" id={`${id}-fault`}>
          {fault.words}
        </p>
      )}
    </div>
  );
}

/** One of a few, by the keyboard's arrows. */
export function Select<Value extends string>(props: {
  name: string;
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  size?: 'half' | 'whole';
  isInTable?: boolean;
}) {
  const id = useId();
  return (
    <div className={`papers-field papers-field-${props.size ?? 'whole'}`}>
      {props.isInTable !== true && <label htmlFor={id}>{props.label}</label>}
      <select
        id={id}
        className="papers-input"
        data-field={props.name}
        aria-label={props.isInTable === true ? props.label : undefined}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.target.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Tick(props: {
  /** By which faults name it. */
  name?: string | undefined;
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  isBare?: boolean;
}) {
  return (
    <label className="papers-tick">
      <input
        type="checkbox"
        data-field={props.name}
        checked={props.value}
        aria-label={props.isBare === true ? props.label : undefined}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.isBare !== true && <span>{props.label}</span>}
    </label>
  );
}

export function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className="papers-part" aria-label={props.title}>
      <h3>{props.title}</h3>
      <div className="papers-grid">{props.children}</div>
    </section>
  );
}
