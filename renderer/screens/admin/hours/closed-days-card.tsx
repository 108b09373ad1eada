import { Plus } from 'lucide-react';
import { localDay, localDayWindow } from '../../../../core/clock.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import { DayInput } from '../form/day-input.tsx';
import { Fault } from '../form/fault.tsx';
import { RemoveButton, TextInput } from '../form/inputs.tsx';
import { changed, without } from '../form/rows.ts';
import type { Draft } from '../form/use-draft.ts';

/** Holidays and other closed days, each with its name: the kiosk says why it is closed. */
export function ClosedDaysCard(props: { draft: Draft; today: string }) {
  const say = useSay();
  const { centre, change } = props.draft;
  const { hours } = centre;
  if (hours === null) return null;
  const { closedDays } = hours;
  // Not today: saved in a hurry it would close the hall.
  const tomorrow = localDay(localDayWindow(props.today).to);
  const write = (next: typeof closedDays) => change({ hours: { ...hours, closedDays: next } });
  return (
    <section className="admin-card hours-closed">
      <h2 className="admin-card-title">{say('admin.hours.closedTitle')}</h2>
      <p className="admin-hint">{say('admin.hours.closedHint')}</p>
      {closedDays.length === 0 && <p>{say('admin.hours.noClosed')}</p>}
      <ul className="hours-closed-days">
        {closedDays.map(({ day, name }, index) => (
          <li key={index}>
            <DayInput
              label={say('admin.hours.dayOf', { number: index + 1 })}
              day={day}
              onChange={(next) => write(changed(closedDays, index, { day: next ?? day }))}
            />
            <TextInput
              label={say('admin.hours.nameOf', { number: index + 1 })}
              value={name}
              onChange={(value) => write(changed(closedDays, index, { name: value }))}
            />
            <RemoveButton
              label={say('admin.form.remove', { name })}
              onPress={() => write(without(closedDays, index))}
            />
            <Fault at={`hours.closedDays.${index}`} />
          </li>
        ))}
      </ul>
      <ActionButton
        icon={<Plus />}
        onPress={() => write([...closedDays, { day: tomorrow, name: say('admin.hours.newDay') }])}
      >
        {say('admin.hours.addDay')}
      </ActionButton>
    </section>
  );
}
