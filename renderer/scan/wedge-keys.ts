import type { WedgeKey } from '../../core/card/wedge.ts';

const kindOf = { keydown: 'down', keyup: 'up', keypress: 'char' } as const;

export function wedgeKeyOf(event: KeyboardEvent): WedgeKey {
  // AltGr is Control and Alt to Windows, but writes a sign like Shift does.
  const isAltGr = event.getModifierState('AltGraph');
  return {
    kind: kindOf[event.type === 'keyup' || event.type === 'keypress' ? event.type : 'keydown'],
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    alt: event.altKey && !isAltGr,
    command: (event.ctrlKey && !isAltGr) || event.metaKey,
    capsLock: event.getModifierState('CapsLock'),
    composing: event.isComposing || event.key === 'Process',
    repeat: event.repeat,
    at: event.timeStamp,
  };
}

/** Gives a key that was held back to whatever has the focus, as if it had just been pressed. */
export function giveBack(key: WedgeKey): void {
  const to = document.activeElement ?? document.body;
  const event = new KeyboardEvent(key.kind === 'up' ? 'keyup' : 'keydown', {
    key: key.key,
    code: key.code,
    shiftKey: key.shift,
    altKey: key.alt,
    bubbles: true,
    cancelable: true,
  });
  const goesOn = to.dispatchEvent(event);
  const isSign = key.kind === 'down' && !key.alt && Array.from(key.key).length === 1;
  // The one way to write into a field that the field's own code, undo and React all take for typing.
  if (goesOn && isSign) document.execCommand('insertText', false, key.key);
}

/** Notes the text of the focused field; the returned function puts it back where it has changed. */
export function rememberField(): () => void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => {};
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    if (field.value === value) return;
    // Without the focus there is no composition.
    field.blur();
    field.focus();
    field.select();
    document.execCommand('insertText', false, value);
    if (value === '') document.execCommand('delete');
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  };
}
