import { Check, Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../parts/action-button.tsx';
import type { PageProps } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import './review.css';

/** An exact repair of what the reader spoilt: shown whole, taken over only when the citizen says so. */
export function RepairPage({ view, screen, ask }: PageProps<'repair'>) {
  const { t } = useTranslation('kiosk');
  return (
    <KioskFrame view={view} ask={ask} page="repair" onBack={() => ask({ type: 'back' })}>
      <h1 className="long-title">{t('repair.title')}</h1>
      <dl className="repair-card">
        <div>
          <dt>{t('field.fullName')}</dt>
          <dd className="repair-name" lang="vi">
            {screen.fullName}
          </dd>
        </div>
        {screen.address !== '' && (
          <div>
            <dt>{t('field.address')}</dt>
            <dd lang="vi">{screen.address}</dd>
          </div>
        )}
      </dl>
      <div className="two-choices">
        <ActionButton
          tone="primary"
          size="large"
          icon={<Check />}
          onPress={() => ask({ type: 'accept-repair' })}
        >
          {t('repair.yes')}
        </ActionButton>
        <ActionButton size="large" icon={<Keyboard />} onPress={() => ask({ type: 'decline-repair' })}>
          {t('repair.no')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}
