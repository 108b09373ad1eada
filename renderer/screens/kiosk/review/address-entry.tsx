import { useState } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { judgeAddress, longestAddress, tidyTyped } from '../../../../core/card/field-text.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { Said } from '../typing/said.tsx';
import { TextEntry } from '../typing/text-entry.tsx';

export function AddressEntry(props: { address: string; onDone: (address: string) => void }) {
  const { t } = useTranslation('kiosk');
  const [text, setText] = useState(props.address);
  const address = tidyTyped(text);
  const isSound = judgeAddress(address) === 'sound';
  const goOn = () => {
    if (isSound && address !== '') props.onDone(address);
  };
  return (
    <TextEntry
      kind="address"
      label={t('correct.address')}
      text={text}
      onChange={setText}
      onEnter={goOn}
      longest={longestAddress}
      isWrong={!isSound}
    >
      <Said tone={isSound ? 'plain' : 'warning'}>
        {isSound ? t('correct.addressHint') : t('correct.badAddress')}
      </Said>
      <ActionButton
        tone="primary"
        size="large"
        icon={<ArrowRight />}
        iconAt="end"
        isDisabled={!isSound || address === ''}
        onPress={goOn}
      >
        {t('correct.done')}
      </ActionButton>
    </TextEntry>
  );
}
