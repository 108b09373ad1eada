import { useState } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cardDateDigits, checkTypedDate, type DateCheck } from '../../../../core/card/card-date.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import type { PageProps } from '../ask.ts';
import { DigitEntry } from '../typing/digit-entry.tsx';
import { Said } from '../typing/said.tsx';

/** A date on the digit keys, as it is printed: day, month, year. */
export function DateEntry(props: { screen: PageProps<'correct'>['screen']; onDone: (date: string) => void }) {
  const { t } = useTranslation('kiosk');
  const { screen, onDone } = props;
  const [digits, setDigits] = useState(cardDateDigits(screen.value));
  const check = checkTypedDate(digits, screen.earliest, screen.today);
  const goOn = () => {
    if (check.at === 'good') onDone(check.date);
  };
  const groups = [
    { length: 2, caption: t('correct.dateGroups.day') },
    { length: 2, caption: t('correct.dateGroups.month') },
    { length: 4, caption: t('correct.dateGroups.year') },
  ];
  return (
    <DigitEntry
      digits={digits}
      onChange={setDigits}
      onEnter={goOn}
      groups={groups}
      label={t(`correct.${screen.field}`)}
      isWrong={check.at !== 'good' && check.at !== 'incomplete'}
    >
      <DateSaid check={check} />
      <ActionButton
        tone="primary"
        size="large"
        icon={<ArrowRight />}
        iconAt="end"
        isDisabled={check.at !== 'good'}
        onPress={goOn}
      >
        {t('correct.done')}
      </ActionButton>
    </DigitEntry>
  );
}

function DateSaid(props: { check: DateCheck }) {
  const { t } = useTranslation('kiosk');
  const { check } = props;
  if (check.at === 'incomplete') return <Said tone="plain">{t('correct.dateHint')}</Said>;
  if (check.at !== 'good') return <Said tone="warning">{t(`correct.date.${check.at}`)}</Said>;
  const { date } = check;
  const words = { day: date.slice(8), month: date.slice(5, 7), year: date.slice(0, 4) };
  return <Said tone="good">{t('correct.date.good', words)}</Said>;
}
