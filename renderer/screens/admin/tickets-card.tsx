import { useSay } from '../counter/staff-text.tsx';
import type { OverviewScreen } from './shares.ts';

const order = ['issued', 'waiting', 'serving', 'done', 'missed'] as const;

const slipOrder = ['printed', 'failed', 'voided', 'waiting'] as const;

/** Today's queue numbers, and the slips of the day, by what became of them. */
export function TicketsCard(props: Pick<OverviewScreen, 'tickets' | 'slips'>) {
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
      <h3 className="admin-label admin-slips">{say('admin.slips.title')}</h3>
      <dl className="admin-counts">
        {slipOrder.map((name) => (
          <div key={name}>
            <dt>{say(`admin.slips.${name}`)}</dt>
            <dd>{props.slips[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
