import { useState } from 'react';
import type { LanMachine } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { momentWords } from '../counter/date-words.ts';
import { type Say, useSay } from '../counter/staff-text.tsx';
import type { LanProps } from './lan-card.tsx';
import { placeWords } from './lan-place.ts';

/** The machines that were let in; taking one out is asked twice. */
export function LanMachines({ lan, asking, now }: LanProps) {
  const say = useSay();
  const [leaving, setLeaving] = useState<string | null>(null);
  return (
    <div className="lan-part lan-machines-part">
      <h3 className="admin-label">{say('admin.lan.machines')}</h3>
      {lan.machines.length === 0 && <p>{say('admin.lan.noMachines')}</p>}
      <ul className="lan-machines">
        {lan.machines.map((machine) => (
          <li key={machine.id}>
            <span>
              <strong>{placeWords(say, lan.counters, machine)}</strong>
              <small>{factWords(say, machine, now)}</small>
            </span>
            {leaving === machine.id ? (
              <span className="lan-sure" role="alert">
                {say('admin.lan.sure')}
                <ActionButton
                  tone="danger"
                  isDisabled={asking.pending !== null}
                  onPress={() => void asking.ask({ type: 'lan-remove', machine: machine.id })}
                >
                  {say('admin.lan.remove')}
                </ActionButton>
                <ActionButton onPress={() => setLeaving(null)}>{say('admin.lan.keep')}</ActionButton>
              </span>
            ) : (
              <ActionButton
                label={say('admin.lan.removeWhich', {
                  place: placeWords(say, lan.counters, machine),
                  address: machine.lastAddress ?? '',
                })}
                onPress={() => setLeaving(machine.id)}
              >
                {say('admin.lan.remove')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function factWords(say: Say, machine: LanMachine, now: number): string {
  const { enrolledAt, lastSeenAt, lastAddress, connected } = machine;
  return [
    say('admin.lan.enrolled', { time: momentWords(enrolledAt, now) }),
    ...(connected > 0 ? [say('admin.lan.isOpen')] : []),
    ...(connected === 0 && lastSeenAt !== null
      ? [say('admin.lan.seen', { time: momentWords(lastSeenAt, now) })]
      : []),
    ...(lastAddress === null ? [] : [say('admin.lan.from', { address: lastAddress })]),
  ].join(' · ');
}
