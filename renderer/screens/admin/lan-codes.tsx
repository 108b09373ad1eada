import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { localTime } from '../../../core/clock.ts';
import type { LanRole } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useSay } from '../counter/staff-text.tsx';
import type { LanProps } from './lan-card.tsx';
import { placeWords } from './lan-place.ts';

const roles: readonly LanRole[] = ['counter', 'rating', 'display', 'kiosk'];

/** A code for one more machine, and the codes that still wait for theirs. */
export function LanCodes({ lan, asking }: LanProps) {
  const say = useSay();
  const [role, setRole] = useState<LanRole>('counter');
  const [counter, setCounter] = useState(lan.counters[0]?.id ?? '');
  const needsCounter = role === 'counter' || role === 'rating';
  return (
    <div className="lan-part">
      <h3 className="admin-label">{say('admin.lan.newCode')}</h3>
      <div className="lan-wish">
        <label>
          {say('admin.lan.role')}
          <select value={role} onChange={({ target }) => setRole(target.value as LanRole)}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {say(`admin.devices.roles.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {needsCounter && (
          <label>
            {say('admin.lan.counter')}
            <select value={counter} onChange={({ target }) => setCounter(target.value)}>
              {lan.counters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ActionButton
          icon={<KeyRound />}
          isDisabled={asking.pending !== null}
          onPress={() => void asking.ask({ type: 'lan-code', role, counter: needsCounter ? counter : null })}
        >
          {say('admin.lan.getCode')}
        </ActionButton>
      </div>
      <ul className="lan-codes">
        {lan.codes.map((each) => (
          <li key={each.code}>
            <strong className="lan-code">{each.code}</strong>
            <span>
              {say('admin.lan.until', {
                place: placeWords(say, lan.counters, each),
                time: localTime(each.expiresAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
