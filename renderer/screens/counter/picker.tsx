import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { KeyCap } from './key-cap.tsx';
import type { Deed, Question } from './picking.ts';
import { useSay } from './staff-text.tsx';
import './picker.css';

/** The panel that a question stands in; Esc, the cross and a click beside it leave everything as it was. */
export function PickerPanel(props: { children: ReactNode; close: () => void }) {
  return (
    <ModalOverlay
      className="picker-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.close();
      }}
    >
      <Modal className="picker-modal">
        <Dialog className="picker-dialog">{props.children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function PickerHead(props: { title: string; close: () => void }) {
  const say = useSay();
  return (
    <div className="picker-head">
      <Heading slot="title" className="picker-title">
        {props.title}
      </Heading>
      <Button className="counter-small-key" onPress={props.close}>
        <X aria-hidden="true" />
        {say('counter.pick.close')} <KeyCap>Esc</KeyCap>
      </Button>
    </div>
  );
}

/** A question and its answers, each with the key that gives it. */
export function Answers(props: { question: Question; press: (deed: Deed) => void }) {
  const { choices } = props.question;
  return (
    <ul className={`picker-choices ${choices.length > 5 ? 'picker-choices-many' : ''}`}>
      {choices.map(({ key, label, note, deed }) => (
        <li key={label}>
          <Button
            className="picker-choice"
            isDisabled={deed === null}
            onPress={() => deed !== null && props.press(deed)}
          >
            <span className="picker-key">{key !== null && <KeyCap>{key}</KeyCap>}</span>
            <span>{label}</span>
            {note !== null && <small>{note}</small>}
          </Button>
        </li>
      ))}
    </ul>
  );
}
