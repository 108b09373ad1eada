import type { ReactNode } from 'react';
import { ArrowLeft, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { KioskView } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import type { Ask } from './ask.ts';

/** Every kiosk page: whose house this is above, the ways out and the language below, where a seated person reaches. */
export function KioskFrame(props: {
  view: KioskView;
  ask: Ask;
  page: string;
  children: ReactNode;
  /** Left out where there is nothing behind. */
  onBack?: () => void;
  hasHome?: boolean;
}) {
  const { t } = useTranslation('kiosk');
  const { view, ask, hasHome = true } = props;
  return (
    <ScreenFrame
      className={`kiosk kiosk-${props.page}`}
      header={<CentreHeader centre={view.centre} />}
      bar={
        <>
          {props.onBack !== undefined && (
            <ActionButton icon={<ArrowLeft />} onPress={props.onBack}>
              {t('bar.back')}
            </ActionButton>
          )}
          {hasHome && (
            <ActionButton tone="quiet" icon={<House />} onPress={() => ask({ type: 'home' })}>
              {t('bar.home')}
            </ActionButton>
          )}
          {!hasHome && <p className="kiosk-hotline">{t('bar.hotline', { hotline: view.centre.hotline })}</p>}
          <LanguageSwitch view={view} ask={ask} />
        </>
      }
    >
      {props.children}
    </ScreenFrame>
  );
}

function LanguageSwitch(props: { view: KioskView; ask: Ask }) {
  const { t } = useTranslation('kiosk');
  return (
    <ToggleButtonGroup
      className="language-switch"
      aria-label={t('bar.language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.view.language]}
      onSelectionChange={([language]) => {
        if (language === 'vi' || language === 'en') props.ask({ type: 'choose-language', language });
      }}
    >
      <ToggleButton id="vi" className="language-choice">
        <span lang="vi">Tiếng Việt</span>
      </ToggleButton>
      <ToggleButton id="en" className="language-choice">
        <span lang="en">English</span>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
