import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useSay } from './staff-text.tsx';
import './picker.css';

/** Said before a counter that nobody touches signs out by itself; any sign of life ends it. */
export function LockNotice(props: { secondsLeft: number }) {
  return (
    <ModalOverlay className="picker-overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="picker-modal">
        <Dialog className="picker-dialog" role="alertdialog">
          <LockWords secondsLeft={props.secondsLeft} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function LockWords(props: { secondsLeft: number }) {
  const say = useSay();
  return (
    <div className="lock-notice">
      <Heading slot="title" className="picker-title">
        {say('counter.lock.title')}
      </Heading>
      <p className="lock-seconds">{say('counter.lock.body', { seconds: props.secondsLeft })}</p>
      <p>{say('counter.lock.stay')}</p>
    </div>
  );
}
