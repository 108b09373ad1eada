import { Check, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/action-button.tsx';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';

export function GreetingPage({ view, screen, ask }: PageProps<'greeting'>) {
  const { t } = useTranslation('kiosk');
  const { fullName, maskedNumber, birthYear, review } = screen.card;
  return (
    <KioskFrame view={view} ask={ask} page="greeting" onBack={() => ask({ type: 'back' })}>
      <section className="greeting-card">
        <h1>
          {fullName === '' ? (
            t('greeting.helloNobody')
          ) : (
            <>
              <span className="greeting-hello">{t('greeting.hello')}</span>{' '}
              <span className={`greeting-name ${fullName.length > 24 ? 'greeting-long' : ''}`} lang="vi">
                {fullName}
              </span>
            </>
          )}
        </h1>
        <dl className="greeting-facts">
          {maskedNumber !== '' && (
            <div>
              <dt>{t('greeting.number')}</dt>
              <dd className="digits">{maskedNumber}</dd>
            </div>
          )}
          {birthYear !== '' && (
            <div>
              <dt>{t('greeting.birthYear')}</dt>
              <dd className="digits">{birthYear}</dd>
            </div>
          )}
        </dl>
        <p className="soft">{t('greeting.memory')}</p>
      </section>
      {review.length > 0 && (
        <p className="warning" role="status">
          <TriangleAlert aria-hidden="true" />
          <span>{t('greeting.review')}</span>
        </p>
      )}
      <div className="greeting-answer">
        <h2>{t('greeting.question')}</h2>
        <div className="two-choices">
          <ActionButton
            tone="primary"
            size="large"
            icon={<Check />}
            onPress={() => ask({ type: 'confirm-card' })}
          >
            {t('greeting.yes')}
          </ActionButton>
          <ActionButton size="large" icon={<X />} onPress={() => ask({ type: 'wrong-card' })}>
            {t('greeting.no')}
          </ActionButton>
        </div>
        <ActionButton tone="quiet" className="linklike" onPress={() => ask({ type: 'without-card' })}>
          {t('greeting.withoutCard')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}
