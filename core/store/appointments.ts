import { randomInt } from 'node:crypto';
import type { Ticket } from '../queue/ticket.ts';
import { err, ok, type Result } from '../result.ts';
import type { Db } from './open.ts';
import type { IssueRequest, TicketStore } from './tickets.ts';

export type Appointment = {
  /** Six digits. */
  code: string;
  day: string;
  /** Milliseconds since the epoch. */
  at: number;
  line: string;
  procedure: string | null;
  /** The ticket it was checked in with. */
  ticket: string | null;
};
export type CheckInRefused = 'unknown-code' | 'other-day' | 'used' | 'numbers-exhausted';
export type AppointmentStore = ReturnType<typeof createAppointmentStore>;

/** The class of priority of those who come in time for an appointment. */
export const appointmentPriority = 'appointment';
/** Who is later than this stands in the line like anybody. */
const graceMs = 30 * 60_000;

export function createAppointmentStore(db: Db, tickets: TicketStore) {
  const insert = db.prepare(
    'insert into appointment (code, day, at, line, procedure) values (@code, @day, @at, @line, @procedure) on conflict do nothing',
  );
  const byCode = db.prepare('select code, day, at, line, procedure, ticket from appointment where code = ?');
  const ofDay = db.prepare(
    'select code, day, at, line, procedure, ticket from appointment where day = ? order by at, code',
  );
  const comingByLine = db.prepare(
    'select line, count(*) as n from appointment where day >= ? and ticket is null group by line',
  );
  const use = db.prepare('update appointment set ticket = @ticket where code = @code');
  const remove = db.prepare('delete from appointment where code = ? and ticket is null');

  return {
    /** Makes an appointment and its code. */
    make: (request: Omit<Appointment, 'code' | 'ticket'>): Appointment => {
      for (;;) {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        if (insert.run({ ...request, code }).changes === 1) return { ...request, code, ticket: null };
      }
    },
    /** The appointments of a day, earliest first. */
    ofDay: (day: string): Appointment[] => ofDay.all(day) as Appointment[],
    /** Appointments from `day` on whose holders have not come yet. */
    comingByLine: (day: string): Map<string, number> =>
      new Map((comingByLine.all(day) as { line: string; n: number }[]).map(({ line, n }) => [line, n])),
    /** False when there is none, or its holder has been here. */
    cancel: (code: string): boolean => remove.run(code).changes === 1,

    /** A holder is here: the number goes first from the time of the appointment on, unless they come much too late. */
    checkIn: (
      code: string,
      station: string,
      at: number,
      also?: IssueRequest['also'],
    ): Result<Ticket, CheckInRefused> =>
      db
        .transaction((): Result<Ticket, CheckInRefused> => {
          const appointment = byCode.get(code) as Appointment | undefined;
          if (appointment === undefined) return err('unknown-code');
          if (appointment.ticket !== null) return err('used');
          if (appointment.day !== tickets.dayAt(at)) return err('other-day');
          const isInTime = at <= appointment.at + graceMs;
          const issued = tickets.issue({
            lane: appointment.line,
            kind: 'appointment',
            procedure: appointment.procedure,
            priority: isInTime ? appointmentPriority : null,
            station,
            at,
            rank: isInTime ? appointment.at : at,
            ...(also && { also }),
          });
          if (!issued.ok) return issued;
          use.run({ code, ticket: issued.value.id });
          return ok(issued.value);
        })
        .immediate(),
  };
}
