import type { Call } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';
import { isFresh, recentRows } from './calls.ts';

/** The calls before the newest one, for those who looked away. */
export function RecentCalls(props: { calls: Call[]; now: number }) {
  const say = useSay();
  return (
    <section className="display-recent">
      <h2 className="display-recent-title">{say('display.recent')}</h2>
      {props.calls.length === 0 ? (
        <p className="display-recent-none">{say('display.noRecent')}</p>
      ) : (
        <ol className="display-list">
          {props.calls.slice(0, recentRows).map((call) => (
            <li
              key={call.number}
              className={`display-row ${isFresh(call, props.now) ? 'display-row-fresh' : ''}`}
            >
              <span className="display-row-number">{call.number}</span>
              <span className="display-row-counter">{call.counterName}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
