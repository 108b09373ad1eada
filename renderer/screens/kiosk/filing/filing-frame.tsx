import { Hand, HandHelping, UserCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '../../../../core/contract.ts';
import type { Help } from '../../../../core/flows/filing-steps.ts';
import { unreachable } from '../../../../core/result.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import type { Ask } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import './filing.css';

/** A page of filing: for what above, and below always the way to a person. */
export function FilingFrame(props: {
  view: KioskView;
  ask: Ask;
  page: string;
  /** Left out where a button of the page itself calls somebody. */
  hasCall?: boolean;
  about: { procedureName: string; help: Help };
  children: ReactNode;
}) {
  const { view, ask, about } = props;
  return (
    <KioskFrame view={view} ask={ask} page={props.page} onBack={() => ask({ type: 'back' })}>
      <p className="filing-about" lang="vi">
        {about.procedureName}
      </p>
      {props.children}
      {(about.help.at !== 'none' || (props.hasCall ?? true)) && <HelpLine help={about.help} ask={ask} />}
    </KioskFrame>
  );
}

export function HelpLine(props: { help: Help; ask: Ask }) {
  const { t } = useTranslation('kiosk');
  const { help, ask } = props;
  switch (help.at) {
    case 'none':
      return (
        <div className="help-line">
          <ActionButton icon={<Hand />} onPress={() => ask({ type: 'call-guide' })}>
            {t('filing.help.call')}
          </ActionButton>
        </div>
      );
    case 'asked':
      return (
        <div className="help-line help-asked" role="status">
          <HandHelping aria-hidden="true" />
          <p>{t('filing.help.asked')}</p>
          <ActionButton tone="quiet" onPress={() => ask({ type: 'dismiss-guide' })}>
            {t('filing.help.dismiss')}
          </ActionButton>
        </div>
      );
    case 'coming':
      return (
        <div className="help-line help-coming" role="status">
          <UserCheck aria-hidden="true" />
          <p>
            <strong>{t('filing.help.coming')}</strong> {t('filing.help.who', { name: help.who })}
          </p>
        </div>
      );
    default:
      return unreachable(help);
  }
}
