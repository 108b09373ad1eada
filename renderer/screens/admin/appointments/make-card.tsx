import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import type { AdminCommand } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Fault } from '../form/fault.tsx';
import { Choice, TextInput } from '../form/inputs.tsx';
import type { AppointmentsScreen } from './appointments-page.tsx';

/** Makes an appointment on the day shown, and shows its code large enough to be read out. */
export function MakeCard(props: { screen: AppointmentsScreen; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { screen, asking } = props;
  const { day, lanes, procedures, made } = screen;
  const [time, setTime] = useState('');
  const [by, setBy] = useState<'lane' | 'procedure'>('procedure');
  const [lane, setLane] = useState(lanes[0]?.letter ?? '');
  const [procedure, setProcedure] = useState(procedures[0]?.code ?? '');

  return (
    <div className="admin-column">
      <section className="admin-card appointments-make">
        <h2 className="admin-card-title">{say('admin.appointments.makeTitle')}</h2>
        <p className="admin-hint">{say('admin.appointments.hint')}</p>
        <div className="admin-field-rows">
          <span>{say('admin.appointments.time')}</span>
          <TextInput
            size="time"
            label={say('admin.appointments.time')}
            placeholder={say('admin.appointments.timeHint')}
            value={time}
            onChange={setTime}
          />
          <span>{say('admin.appointments.by')}</span>
          <Choice
            label={say('admin.appointments.by')}
            value={by}
            options={[
              { value: 'procedure', label: say('admin.appointments.byProcedure') },
              { value: 'lane', label: say('admin.appointments.byLane') },
            ]}
            onChange={(value) => setBy(value === 'lane' ? 'lane' : 'procedure')}
          />
        </div>
        {by === 'lane' ? (
          <Choice
            label={say('admin.appointments.laneChoice')}
            value={lane}
            options={lanes.map(({ letter, name }) => ({ value: letter, label: `${letter} – ${name}` }))}
            onChange={setLane}
          />
        ) : (
          <Choice
            label={say('admin.appointments.procedure')}
            value={procedure}
            options={procedures.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setProcedure}
          />
        )}
        <Fault at="time" />
        <Fault at="lane" />
        <Fault at="procedure" />
        <ActionButton
          tone="primary"
          icon={<CalendarPlus />}
          isDisabled={!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || asking.pending !== null}
          onPress={() =>
            void asking.ask({
              type: 'make-appointment',
              day,
              time,
              lane: by === 'lane' ? lane : null,
              procedure: by === 'procedure' ? procedure : null,
            })
          }
        >
          {say('admin.appointments.make')}
        </ActionButton>
      </section>
      {made !== null && (
        <section className="admin-card appointments-made" role="status">
          <p className="admin-label">{say('admin.appointments.made')}</p>
          <p className="appointments-made-code">{`${made.slice(0, 3)} ${made.slice(3)}`}</p>
          <p>{say('admin.appointments.madeHint')}</p>
        </section>
      )}
    </div>
  );
}
