import { ArrowRight, House, PencilLine, Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../parts/action-button.tsx';
import { QrCode } from '../../../parts/qr-code.tsx';
import type { PageProps } from '../ask.ts';
import { JourneyPicture } from './drawings.tsx';
import { FilingFrame } from './filing-frame.tsx';

/** One step of the way, one thing to do. */
export function JourneyPage({ view, screen, ask }: PageProps<'journey'>) {
  const { t } = useTranslation('kiosk');
  const step = screen.steps[screen.index];
  if (step === undefined) return null;
  const words = step[view.language];
  const isFirst = screen.index === 0;
  const isLast = screen.index + 1 === screen.steps.length;
  return (
    <FilingFrame view={view} ask={ask} page="journey" about={screen}>
      <div className="journey-step">
        {screen.channel === 'phone' && isFirst ? (
          <div className="journey-code">
            <QrCode className="journey-qr" text={screen.portalUrl} label={t('filing.qr')} />
            <strong>{new URL(screen.portalUrl).host}</strong>
          </div>
        ) : (
          <JourneyPicture name={step.drawing} />
        )}
        <div className="journey-words">
          <p className="filing-progress">
            {t('filing.step', { n: screen.index + 1, of: screen.steps.length })}
          </p>
          <h1>{words.title}</h1>
          <p className="lead">{words.text}</p>
          {words.note !== '' && (
            <p className="journey-note">
              <PencilLine aria-hidden="true" />
              <span>{words.note}</span>
            </p>
          )}
        </div>
      </div>
      <div className="journey-ways">
        {screen.channel === 'guide' && (
          <ActionButton size="large" icon={<Ticket />} onPress={() => ask({ type: 'filing-number' })}>
            {t('filing.number')}
          </ActionButton>
        )}
        <ActionButton
          tone="primary"
          size="large"
          icon={isLast ? <House /> : <ArrowRight />}
          iconAt={isLast ? 'start' : 'end'}
          onPress={() => ask({ type: isLast ? 'home' : 'next-step' })}
        >
          {isLast ? t('filing.finished') : t('filing.next')}
        </ActionButton>
      </div>
    </FilingFrame>
  );
}
