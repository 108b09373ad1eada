import { useTranslation } from 'react-i18next';
import { House } from 'lucide-react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Waves } from '../../parts/waves.tsx';
import type { PageProps } from './ask.ts';
import { ClosedDrawing } from './drawings.tsx';
import { KioskFrame } from './kiosk-frame.tsx';

export function ClosedPage({ view, screen, ask }: PageProps<'closed'>) {
  const { t } = useTranslation('kiosk');
  return (
    <KioskFrame view={view} ask={ask} page="closed">
      <div className="closed-body">
        <ClosedDrawing className="closed-drawing" />
        <div className="closed-words">
          <h1>{t('closed.title')}</h1>
          <p className="lead">{t(`closed.${screen.why}`)}</p>
          <p className="closed-hotline">{t('closed.hotline', { hotline: view.centre.hotline })}</p>
          <ActionButton tone="primary" size="large" icon={<House />} onPress={() => ask({ type: 'home' })}>
            {t('closed.home')}
          </ActionButton>
        </div>
      </div>
      <Waves className="page-waves" />
    </KioskFrame>
  );
}
