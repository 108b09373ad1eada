import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { unreachable } from '../../../../core/result.ts';
import { Keyboard, type Key } from './keyboard.tsx';
import { capitaliseWords, deleteBack, typeLetter, typeTone, type Typed } from './vietnamese.ts';
import './typing.css';

/** One line of Vietnamese, typed on screen or on a real keyboard; `children` is what is said of it and the way on. */
export function TextEntry(props: {
  kind: 'name' | 'address';
  label: string;
  text: string;
  onChange: (text: string) => void;
  onEnter: () => void;
  longest: number;
  isWrong: boolean;
  children: ReactNode;
}) {
  const input = useRef<HTMLTextAreaElement>(null);
  // A new object with every change: the browser moves the caret to the end even where its place stays the same.
  const [caret, setCaret] = useState({ at: props.text.length });
  const change = (typed: Typed) => {
    const text = capitaliseWords(typed.text);
    if (text.length > props.longest) return;
    props.onChange(text);
    setCaret({ at: typed.caret });
  };

  // A text set by us puts the caret at its end; a span that the person has marked is left alone.
  useLayoutEffect(() => {
    const field = input.current;
    if (field !== null && field.selectionStart === field.selectionEnd) {
      field.setSelectionRange(caret.at, caret.at);
    }
  }, [caret]);

  return (
    <div className="text-entry">
      <div className="text-side">
        <textarea
          ref={input}
          className={`text-input text-${props.kind} ${props.isWrong ? 'text-wrong' : ''}`}
          rows={props.kind === 'address' ? 2 : 1}
          aria-label={props.label}
          aria-invalid={props.isWrong}
          lang="vi"
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={props.text}
          onChange={(event) => {
            const text = event.target.value.replaceAll('\n', ' ');
            const typed = { text, caret: event.target.selectionEnd };
            // An input method of the system is still composing the word: it must find it as it left it.
            if ((event.nativeEvent as InputEvent).isComposing) props.onChange(text);
            else change(typed);
          }}
          onCompositionEnd={(event) =>
            change({ text: event.currentTarget.value, caret: event.currentTarget.selectionEnd })
          }
          onSelect={(event) => {
            const at = event.currentTarget.selectionEnd;
            if (at !== caret.at) setCaret({ at });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            props.onEnter();
          }}
        />
        {props.children}
      </div>
      <Keyboard
        kind={props.kind}
        onKey={(key) => change(press({ text: props.text, caret: caret.at }, key))}
      />
    </div>
  );
}

function press(typed: Typed, key: Key): Typed {
  switch (key.type) {
    case 'letter':
      return typeLetter(typed, key.letter);
    case 'tone':
      return typeTone(typed, key.key);
    case 'delete':
      return deleteBack(typed);
    default:
      return unreachable(key);
  }
}
