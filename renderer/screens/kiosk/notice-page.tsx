import type { ReactNode } from 'react';
import { Camera, Clock3, IdCard, Landmark, ScanQrCode, ShieldCheck, Ticket, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/action-button.tsx';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';

/** Asked before the camera looks. Both answers weigh the same: same size, same colour, no default. */
export function NoticePage({ view, ask }: PageProps<'notice'>) {
  const { t } = useTranslation('kiosk');
  const { name, hotline } = view.centre;
  return (
    <KioskFrame view={view} ask={ask} page="notice" onBack={() => ask({ type: 'back' })}>
      <h1>{t('notice.title')}</h1>
      <dl className="notice-list">
        <Fact icon={<Landmark />} title={t('notice.who')} text={t('notice.whoText', { centre: name })} />
        <Fact icon={<CircleHelp />} title={t('notice.why')} text={t('notice.whyText')} />
        <Fact icon={<ScanQrCode />} title={t('notice.what')} text={t('notice.whatText')} />
        <Fact icon={<Camera />} title={t('notice.camera')} text={t('notice.cameraText')} />
        <Fact icon={<Clock3 />} title={t('notice.howLong')} text={t('notice.howLongText')} />
        <Fact icon={<ShieldCheck />} title={t('notice.rights')} text={t('notice.rightsText', { hotline })} />
      </dl>
      <div className="two-choices">
        <ActionButton tone="primary" size="large" icon={<IdCard />} onPress={() => ask({ type: 'agree' })}>
          {t('notice.agree')}
        </ActionButton>
        <ActionButton
          tone="primary"
          size="large"
          icon={<Ticket />}
          onPress={() => ask({ type: 'without-card' })}
        >
          {t('notice.withoutCard')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}

function Fact(props: { icon: ReactNode; title: string; text: string }) {
  return (
    <div className="notice-fact">
      <span className="notice-icon" aria-hidden="true">
        {props.icon}
      </span>
      <dt>{props.title}</dt>
      <dd>{props.text}</dd>
    </div>
  );
}
