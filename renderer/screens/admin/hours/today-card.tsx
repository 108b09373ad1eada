import { useState } from 'react';
import type { AdminCommand, DayState } from '../../../../core/contract.ts';
import { localTime } from '../../../../core/clock.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { dayWords } from '../../counter/date-words.ts';
import { useSay, type Say } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Confirm } from '../form/confirm.tsx';

/** Whether numbers are given now, who is here, and closing the day before its time. */
export function TodayCard(props: { today: string; state: DayState; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { today, state, asking } = props;
  const [closing, setClosing] = useState<'close' | 'carry' | null>(null);
  const { waiting, called, serving, parked, missed } = state;
  const next = dayWords(state.nextDay);
  const isBusy = asking.pending !== null;
  return (
    <section className="admin-card hours-today">
      <h2 className="admin-card-title">{say('admin.day.title')}</h2>
      <p className="admin-state">{openingWords(say, state)}</p>
      <dl className="admin-facts">
        <Count name={say('admin.day.waiting')} n={waiting} />
        <Count name={say('admin.day.atCounter')} n={called + serving} />
        <Count name={say('admin.day.aside')} n={parked + missed} />
      </dl>
      {state.isClosedByHand ? (
        <ActionButton isDisabled={isBusy} onPress={() => void asking.ask({ type: 'reopen-day', day: today })}>
          {say('admin.day.reopen')}
        </ActionButton>
      ) : (
        <div className="hours-closing">
          <ActionButton tone="danger" isDisabled={isBusy} onPress={() => setClosing('close')}>
            {say('admin.day.close')}
          </ActionButton>
          <ActionButton tone="danger" isDisabled={isBusy} onPress={() => setClosing('carry')}>
            {say('admin.day.carry')}
          </ActionButton>
        </div>
      )}
      {closing === 'close' && (
        <Confirm
          title={say('admin.day.closeAsk')}
          yes={say('admin.day.close')}
          isDanger
          confirm={() => void asking.ask({ type: 'close-day', day: today, carry: false })}
          close={() => setClosing(null)}
        >
          <p>{say('admin.day.closeMeans', { gone: waiting + parked + missed, waiting })}</p>
          <p>{say('admin.day.stays', { count: called + serving })}</p>
        </Confirm>
      )}
      {closing === 'carry' && (
        <Confirm
          title={say('admin.day.carryAsk', { day: next })}
          yes={say('admin.day.carry')}
          isDanger
          confirm={() => void asking.ask({ type: 'close-day', day: today, carry: true })}
          close={() => setClosing(null)}
        >
          <p>{say('admin.day.carryMeans', { carried: waiting + parked, gone: missed, day: next })}</p>
          <p>{say('admin.day.stays', { count: called + serving })}</p>
          <p>{say('admin.day.emergency')}</p>
        </Confirm>
      )}
    </section>
  );
}

function Count(props: { name: string; n: number }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.n}</dd>
    </div>
  );
}

function openingWords(say: Say, { isClosedByHand, opening }: DayState): string {
  if (isClosedByHand) return say('admin.day.closedByHand');
  if (opening.at === 'closed') return say('admin.day.closed');
  return opening.lastTicketAt === null
    ? say('admin.day.open')
    : say('admin.day.openUntil', { time: localTime(opening.lastTicketAt) });
}
