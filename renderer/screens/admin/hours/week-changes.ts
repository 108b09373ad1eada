import type { OpeningHours } from '../../../../core/queue/opening-hours.ts';

type Week = OpeningHours['week'];
type Session = Week[number][number];

const morning: Session = { from: '07:30', to: '11:30' };
const afternoon: Session = { from: '13:30', to: '17:00' };

/** The office hours of most centres: a beginning for one that has none yet. */
export const usualHours: OpeningHours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [morning, afternoon] : [])),
  closedDays: [],
  lastTicketMinutes: 15,
};

export function withSession(week: Week, day: number, index: number, part: Partial<Session>): Week {
  return onDay(week, day, (sessions) =>
    sessions.map((session, at) => (at === index ? { ...session, ...part } : session)),
  );
}

/** One more session: in the morning, else after the last one. */
export function withNewSession(week: Week, day: number): Week {
  return onDay(week, day, (sessions) => [...sessions, sessions.length === 0 ? morning : afternoon]);
}

export function withoutSession(week: Week, day: number, index: number): Week {
  return onDay(week, day, (sessions) => sessions.filter((_, at) => at !== index));
}

/** Tuesday to Friday as Monday is. */
export function withMondayCopied(week: Week): Week {
  return week.map((sessions, day) => (day >= 1 && day <= 4 ? (week[0] ?? []) : sessions));
}

function onDay(week: Week, day: number, change: (sessions: Session[]) => Session[]): Week {
  return week.map((sessions, at) => (at === day ? change(sessions) : sessions));
}
