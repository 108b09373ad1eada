import { Plus } from 'lucide-react';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
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
  const write = (next: typeof closedDays) => change({ hours: { ...hours, closedDays: next } });
  return (
    <section className="admin-card hours-closed">
      <h2 className="admin-card-title">{say('admin.hours.closedTitle')}</h2>
      <p className="admin-hint">{say('admin.hours.closedHint')}</p>
      {closedDays.length === 0 && <p>{say('admin.hours.noClosed')}</p>}
      <ul className="hours-closed-days">
        {closedDays.map(({ day, name }, index) => (
          <li key={index}>
            <TextInput
              size="day"
              label={say('admin.hours.dayOf', { number: index + 1 })}
              value={day}
              onChange={(value) => write(changed(closedDays, index, { day: value }))}
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
        onPress={() => write([...closedDays, { day: props.today, name: say('admin.hours.newDay') }])}
      >
        {say('admin.hours.addDay')}
      </ActionButton>
    </section>
  );
}
