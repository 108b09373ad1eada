import { useSay } from '../counter/staff-text.tsx';
import type { OverviewScreen } from './shares.ts';

const order = ['issued', 'waiting', 'serving', 'done', 'missed'] as const;

/** Today's queue numbers by what became of them. */
export function TicketsCard(props: { tickets: OverviewScreen['tickets'] }) {
  const say = useSay();
  return (
    <section className="admin-card admin-tickets">
      <h2 className="admin-card-title">{say('admin.tickets.title')}</h2>
      <dl className="admin-counts">
        {order.map((name) => (
          <div key={name}>
            <dt>{say(`admin.tickets.${name}`)}</dt>
            <dd>{props.tickets[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
