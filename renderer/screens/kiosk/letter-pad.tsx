import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';

const rows = ['q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m'];

/** Plain letters are enough, because the search ignores marks; the kiosk has no other keyboard. */
export function LetterPad(props: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('kiosk');
  const { text, onChange } = props;
  return (
    <div className="letter-pad" role="group" aria-label={t('procedures.keyboard')}>
      {rows.map((row) => (
        <div key={row} className="letter-row">
          {row.split(' ').map((letter) => (
            <Button key={letter} className="letter-key" onPress={() => onChange(text + letter)}>
              {letter.toUpperCase()}
            </Button>
          ))}
        </div>
      ))}
      <div className="letter-row">
        <Button className="letter-key letter-wide" onPress={() => onChange(`${text} `)}>
          {t('procedures.space')}
        </Button>
        <Button
          className="letter-key letter-delete"
          aria-label={t('procedures.backspace')}
          onPress={() => onChange(text.slice(0, -1))}
        >
          <Delete aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
}
