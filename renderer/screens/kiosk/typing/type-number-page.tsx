import { useState } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { checkTypedNumber, type NumberCheck } from '../../../../core/card/personal-number.ts';
import { unreachable } from '../../../../core/result.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import type { PageProps } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import { DigitEntry } from './digit-entry.tsx';
import { Said } from './said.tsx';

/** Place of registration, gender and century, year, the rest. */
const groups = [{ length: 3 }, { length: 1 }, { length: 2 }, { length: 6 }];

export function TypeNumberPage({ view, screen, ask }: PageProps<'type-number'>) {
  const { t } = useTranslation('kiosk');
  const [digits, setDigits] = useState(screen.number);
  const check = checkTypedNumber(digits, screen.today);
  const goOn = () => {
    if (check.at === 'good') ask({ type: 'number-typed', number: digits });
  };
  return (
    <KioskFrame view={view} ask={ask} page="typing" onBack={() => ask({ type: 'back' })}>
      <div className="typing-head">
        <h1>{t('typing.numberTitle')}</h1>
        <p>{t('typing.numberHint')}</p>
      </div>
      <DigitEntry
        digits={digits}
        onChange={setDigits}
        onEnter={goOn}
        groups={groups}
        label={t('typing.digits')}
        isWrong={check.at === 'not-yet-born'}
      >
        <NumberSaid check={check} isEmpty={digits === ''} />
        <ActionButton
          tone="primary"
          size="large"
          icon={<ArrowRight />}
          iconAt="end"
          isDisabled={check.at !== 'good'}
          onPress={goOn}
        >
          {t('typing.next')}
        </ActionButton>
      </DigitEntry>
    </KioskFrame>
  );
}

function NumberSaid(props: { check: NumberCheck; isEmpty: boolean }) {
  const { t } = useTranslation('kiosk');
  const { check } = props;
  switch (check.at) {
    case 'incomplete':
      return <Said tone="plain">{props.isEmpty ? '' : t('typing.missing', { n: check.missing })}</Said>;
    case 'old-id':
      return <Said tone="warning">{t('typing.oldId')}</Said>;
    case 'not-yet-born': {
      const words = check.isOrLater ? 'typing.notYetBornOrLater' : 'typing.notYetBorn';
      return <Said tone="warning">{t(words, { year: check.birthYear })}</Said>;
    }
    case 'good':
      return (
        <>
          <Said tone="good">
            {t('typing.numberSays', { year: check.birthYear, gender: t(`gender.${check.gender}`) })}
          </Said>
          {check.unknownPlace !== null && (
            <Said tone="warning">{t('typing.unknownPlace', { code: check.unknownPlace })}</Said>
          )}
        </>
      );
    default:
      return unreachable(check);
  }
}
