import { useTranslation } from 'react-i18next';
import { unreachable } from '../../../../core/result.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import type { PageProps } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import { NameEntry } from '../typing/name-entry.tsx';
import { AddressEntry } from './address-entry.tsx';
import { DateEntry } from './date-entry.tsx';
import './review.css';

/** One field of the card, one question. */
export function CorrectPage({ view, screen, ask }: PageProps<'correct'>) {
  const { t } = useTranslation('kiosk');
  const page = screen.field === 'gender' ? 'correct-gender' : 'typing';
  return (
    <KioskFrame view={view} ask={ask} page={page} onBack={() => ask({ type: 'back' })}>
      <div className="typing-head">
        <h1>{t(`correct.${screen.field}`)}</h1>
      </div>
      <Entry screen={screen} onDone={(value) => ask({ type: 'field-typed', field: screen.field, value })} />
    </KioskFrame>
  );
}

function Entry(props: { screen: PageProps<'correct'>['screen']; onDone: (value: string) => void }) {
  const { t } = useTranslation('kiosk');
  const { screen, onDone } = props;
  switch (screen.field) {
    case 'gender':
      return (
        <div className="two-choices gender-choices">
          {(['male', 'female'] as const).map((gender) => (
            <ActionButton key={gender} tone="primary" size="large" onPress={() => onDone(gender)}>
              {t(`gender.${gender}`)}
            </ActionButton>
          ))}
        </div>
      );
    case 'dateOfBirth':
    case 'issuedOn':
      return <DateEntry screen={screen} onDone={onDone} />;
    case 'fullName':
      return <NameEntry name={screen.value} label={t('correct.fullName')} onDone={onDone} />;
    case 'address':
      return <AddressEntry address={screen.value} onDone={onDone} />;
    default:
      return unreachable(screen.field);
  }
}
