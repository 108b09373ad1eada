import { useTranslation } from 'react-i18next';
import type { PageProps } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import { NameEntry } from './name-entry.tsx';

export function TypeNamePage({ view, screen, ask }: PageProps<'type-name'>) {
  const { t } = useTranslation('kiosk');
  const words = screen.from === 'bar-code' ? 'typing.nameFromBarCode' : 'typing.nameForNumber';
  return (
    <KioskFrame view={view} ask={ask} page="typing" onBack={() => ask({ type: 'back' })}>
      <div className="typing-head">
        <h1>{t('typing.nameTitle')}</h1>
        <p className="digits">{t(words, { number: screen.maskedNumber })}</p>
      </div>
      <NameEntry
        name={screen.name}
        label={t('typing.nameTitle')}
        onDone={(name) => ask({ type: 'name-typed', name })}
      />
    </KioskFrame>
  );
}
