import { useState } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { checkTypedName, longestName } from '../../../../core/card/field-text.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { Said } from './said.tsx';
import { TextEntry } from './text-entry.tsx';

/** A name on the Vietnamese keyboard, judged as it grows. */
export function NameEntry(props: { name: string; label: string; onDone: (name: string) => void }) {
  const { t } = useTranslation('kiosk');
  const [text, setText] = useState(props.name);
  const check = checkTypedName(text);
  const isName = check === 'good' || check === 'one-word';
  const goOn = () => {
    if (isName) props.onDone(text);
  };
  return (
    <TextEntry
      kind="name"
      label={props.label}
      text={text}
      onChange={setText}
      onEnter={goOn}
      longest={longestName}
      isWrong={check === 'wrong'}
    >
      <Said tone={check === 'wrong' ? 'warning' : 'plain'}>
        {check === 'wrong' && t('typing.badName')}
        {check === 'one-word' && t('typing.oneWord')}
        {check === 'empty' && t('typing.nameHint')}
      </Said>
      <ActionButton
        tone="primary"
        size="large"
        icon={<ArrowRight />}
        iconAt="end"
        isDisabled={!isName}
        onPress={goOn}
      >
        {t('typing.next')}
      </ActionButton>
    </TextEntry>
  );
}
