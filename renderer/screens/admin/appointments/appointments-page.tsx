import { useState } from 'react';
import type { AdminCommand, AdminScreen, AppointmentView } from '../../../../core/contract.ts';
import { localTime } from '../../../../core/clock.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { dayWords } from '../../counter/date-words.ts';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Confirm } from '../form/confirm.tsx';
import { LookAtDay } from '../look-at-day.tsx';
import { MakeCard } from './make-card.tsx';
import '../form/form.css';
import './appointments.css';

export type AppointmentsScreen = Extract<AdminScreen, { at: 'appointments' }>;

/** Who comes when, by code alone. */
export function AppointmentsPage(props: { screen: AppointmentsScreen; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { screen, asking } = props;
  const { day, today, appointments } = screen;
  const [cancelling, setCancelling] = useState<AppointmentView | null>(null);
  const notCancelled = asking.refused?.command === 'cancel-appointment';
  return (
    <div className="admin-room">
      <section className="admin-card appointments-list">
        <header className="admin-card-head">
          <h1 className="admin-card-title">{say('admin.appointments.title', { day: dayWords(day) })}</h1>
          <LookAtDay page="appointments" day={day} today={today} last={null} asking={asking} />
        </header>
        {notCancelled && (
          <p className="admin-refused" role="alert">
            {say('admin.appointments.notCancelled')}
          </p>
        )}
        {appointments.length === 0 ? (
          <p className="admin-hint">{say('admin.appointments.none')}</p>
        ) : (
          <table className="admin-table">
            <thead>
              <tr>
                <th>{say('admin.appointments.time')}</th>
                <th>{say('admin.appointments.code')}</th>
                <th>{say('admin.appointments.what')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {appointments.map((appointment) => (
                <Row
                  key={appointment.code}
                  appointment={appointment}
                  isBusy={asking.pending !== null}
                  cancel={() => setCancelling(appointment)}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <MakeCard screen={screen} asking={asking} />
      {cancelling !== null && (
        <Confirm
          title={say('admin.appointments.cancelAsk', {
            code: cancelling.code,
            time: localTime(cancelling.at),
          })}
          yes={say('admin.appointments.cancel')}
          isDanger
          confirm={() => void asking.ask({ type: 'cancel-appointment', code: cancelling.code })}
          close={() => setCancelling(null)}
        >
          <p>{say('admin.appointments.cancelMeans')}</p>
        </Confirm>
      )}
    </div>
  );
}

function Row(props: { appointment: AppointmentView; isBusy: boolean; cancel: () => void }) {
  const say = useSay();
  const { code, at, lane, procedureName, isUsed } = props.appointment;
  return (
    <tr>
      <td className="appointments-time">{localTime(at)}</td>
      <td className="appointments-code">{code}</td>
      <td>{procedureName ?? say('admin.appointments.lane', { letter: lane })}</td>
      <td className="admin-table-end">
        {isUsed ? (
          say('admin.appointments.used')
        ) : (
          <ActionButton
            label={say('admin.appointments.cancelOf', { code })}
            isDisabled={props.isBusy}
            onPress={props.cancel}
          >
            {say('admin.appointments.cancel')}
          </ActionButton>
        )}
      </td>
    </tr>
  );
}
