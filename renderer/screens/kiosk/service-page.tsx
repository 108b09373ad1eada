import { FileCheck, Globe, MessageCircleQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskCommand } from '../../../core/contract.ts';
import type { ServiceKind } from '../../../core/queue/ticket.ts';
import type { Send } from '../../client.ts';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { TakeNumber } from './take-number.tsx';
import './service.css';

export const serviceIcons: Record<ServiceKind, React.ReactNode> = {
  result: <FileCheck />,
  question: <MessageCircleQuestionMark />,
  'online-help': <Globe />,
};

/** For those who bring no dossier: what happens at the counter, what to have at hand, and the number. */
export function ServicePage({
  view,
  screen,
  ask,
  send,
}: PageProps<'service'> & { send: Send<KioskCommand> }) {
  const { t } = useTranslation('kiosk');
  const { kind } = screen;
  return (
    <KioskFrame view={view} ask={ask} page="service" onBack={() => ask({ type: 'back' })}>
      <section className="service-about">
        <span className="service-icon" aria-hidden="true">
          {serviceIcons[kind]}
        </span>
        <h1>{t(`service.${kind}.title`)}</h1>
        <p className="lead">{t(`service.${kind}.what`)}</p>
        <p className="service-bring">{t(`service.${kind}.bring`)}</p>
      </section>
      <TakeNumber view={view} lane={screen.lane} wishes={screen.wishes} ask={ask} send={send} />
    </KioskFrame>
  );
}
