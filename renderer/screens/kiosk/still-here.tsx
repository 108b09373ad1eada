import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Ask } from './ask.ts';

/** Asked before the way home. The native dialog keeps taps and focus away from the page behind it. */
export function StillHere(props: { seconds: number; ask: Ask }) {
  const { t } = useTranslation('kiosk');
  const { ask, seconds } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="still-here"
      role="alertdialog"
      aria-labelledby="still-here-title"
      onCancel={(event) => {
        event.preventDefault();
        ask({ type: 'stay' });
      }}
    >
      <h1 id="still-here-title">{t('stillHere.title')}</h1>
      <p className="still-here-count">
        {t('stillHere.body')}{' '}
        <strong>
          <span className="still-here-number">{seconds}</span> {t('stillHere.seconds')}
        </strong>
      </p>
      <ActionButton tone="primary" size="large" onPress={() => ask({ type: 'stay' })}>
        {t('stillHere.stay')}
      </ActionButton>
      <ActionButton onPress={() => ask({ type: 'home' })}>{t('stillHere.home')}</ActionButton>
    </dialog>
  );
}
