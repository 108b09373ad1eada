import type { ReactNode } from 'react';
import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import './typing.css';

type Group = { length: number; caption?: string };

/**
 * Digits in grouped boxes, typed on large keys or a real keyboard. `children` is what is said of them and the way on:
 * before the keys, so that whoever goes by the Tab key need not pass them.
 */
export function DigitEntry(props: {
  digits: string;
  onChange: (digits: string) => void;
  onEnter: () => void;
  groups: readonly Group[];
  label: string;
  isWrong: boolean;
  children: ReactNode;
}) {
  const { digits, onChange } = props;
  const length = count(props.groups);
  const change = (text: string) => onChange(text.replace(/[^0-9]/g, '').slice(0, length));
  return (
    <div className="digit-entry">
      <div className="digit-side">
        <div className={`digit-field ${props.isWrong ? 'digit-wrong' : ''}`}>
          <input
            className="digit-input"
            aria-label={props.label}
            aria-invalid={props.isWrong}
            inputMode="none"
            autoComplete="off"
            autoFocus
            value={digits}
            onChange={(event) => change(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') props.onEnter();
            }}
          />
          <Boxes digits={digits} groups={props.groups} />
        </div>
        {props.children}
      </div>
      <DigitPad digits={digits} onChange={change} />
    </div>
  );
}

function Boxes(props: { digits: string; groups: readonly Group[] }) {
  return (
    <div className="digit-groups" aria-hidden="true">
      {props.groups.map((group, place) => {
        const start = count(props.groups.slice(0, place));
        return (
          <span key={start}>
            <span className="digit-row">
              {Array.from({ length: group.length }, (_, index) => {
                const at = start + index;
                const isNext = at === props.digits.length;
                return (
                  <span key={at} className={`digit-box ${isNext ? 'digit-next' : ''}`}>
                    {props.digits[at] ?? ''}
                  </span>
                );
              })}
            </span>
            {group.caption !== undefined && <span className="digit-caption">{group.caption}</span>}
          </span>
        );
      })}
    </div>
  );
}

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0);
}

function DigitPad(props: { digits: string; onChange: (digits: string) => void }) {
  const { t } = useTranslation('kiosk');
  const { digits, onChange } = props;
  const key = (digit: string) => (
    <Button key={digit} className="pad-key" preventFocusOnPress onPress={() => onChange(digits + digit)}>
      {digit}
    </Button>
  );
  return (
    <div className="digit-pad" role="group" aria-label={t('typing.digitPad')}>
      {Array.from('123456789', key)}
      <Button className="pad-key pad-words" preventFocusOnPress onPress={() => onChange('')}>
        {t('typing.wipe')}
      </Button>
      {key('0')}
      <Button
        className="pad-key"
        aria-label={t('typing.backspace')}
        preventFocusOnPress
        onPress={() => onChange(digits.slice(0, -1))}
      >
        <Delete aria-hidden="true" />
      </Button>
    </div>
  );
}
