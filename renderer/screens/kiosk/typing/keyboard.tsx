import { useState } from 'react';
import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { tones, type ToneKey } from './vietnamese.ts';

export type Key = { type: 'letter'; letter: string } | { type: 'tone'; key: ToneKey } | { type: 'delete' };

const digits = '1 2 3 4 5 6 7 8 9 0';
const rows = ['q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m'];
const marked = ['ă', 'â', 'đ', 'ê', 'ô', 'ơ', 'ư'];
/** Letters of minority peoples' names that are not in the Vietnamese alphabet. */
const others = ['ŏ', 'ŭ', 'ĕ', 'ĭ', 'č', 'ñ'];

/** The Vietnamese keyboard on screen; `address` adds digits and the signs of addresses. */
export function Keyboard(props: { kind: 'name' | 'address'; onKey: (key: Key) => void }) {
  const { t } = useTranslation('kiosk');
  const { kind, onKey } = props;
  const [hasOthers, setHasOthers] = useState(false);
  const letter = (sign: string) => (
    <Button
      key={sign}
      className="letter-key"
      preventFocusOnPress
      onPress={() => onKey({ type: 'letter', letter: sign })}
    >
      {sign.toUpperCase()}
    </Button>
  );
  const toneKeys = Object.keys(tones) as ToneKey[];
  return (
    <div className={`keyboard keyboard-${kind}`} role="group" aria-label={t('typing.keyboard')}>
      <div className="accent-pad">
        <div className="accent-keys" role="group" aria-label={t('typing.tones')}>
          {toneKeys.map((key) => (
            <Button
              key={key}
              className="letter-key tone-key"
              preventFocusOnPress
              onPress={() => onKey({ type: 'tone', key })}
            >
              <span lang="vi">{key}</span> <small>{t(`typing.tone.${key}`)}</small>
            </Button>
          ))}
        </div>
        <div className="accent-keys" role="group" aria-label={t('typing.letters')}>
          {(hasOthers ? others : marked).map(letter)}
        </div>
      </div>
      <div className="letter-pad">
        {kind === 'address' && <div className="letter-row">{digits.split(' ').map(letter)}</div>}
        {rows.map((row) => (
          <div key={row} className="letter-row">
            {row.split(' ').map(letter)}
          </div>
        ))}
        <div className="letter-row">
          <Button
            className="letter-key letter-words"
            preventFocusOnPress
            onPress={() => setHasOthers(!hasOthers)}
          >
            {hasOthers ? t('typing.fewer') : t('typing.more')}
          </Button>
          {(kind === 'address' ? [',', '/', '-', '.'] : ['’', '-']).map(letter)}
          <Button
            className="letter-key letter-space"
            preventFocusOnPress
            onPress={() => onKey({ type: 'letter', letter: ' ' })}
          >
            {t('typing.space')}
          </Button>
          <Button
            className="letter-key letter-back"
            aria-label={t('typing.backspace')}
            preventFocusOnPress
            onPress={() => onKey({ type: 'delete' })}
          >
            <Delete aria-hidden="true" />
          </Button>
        </div>
      </div>
    </div>
  );
}
