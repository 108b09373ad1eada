import type { DisplayView } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';
import './counters.css';

/** Rows of the height that is left; more counters stand in more columns. */
const rows = 4;
const mostColumns = 3;

/** Whom each counter has called or serves: the answer for whoever comes late. */
export function Counters(props: { counters: DisplayView['counters']; calling: ReadonlySet<string> }) {
  const say = useSay();
  const { calling } = props;
  const counters = shownCounters(props.counters);
  return (
    <section className="display-counters">
      <h2 className="display-title">{say('display.counters')}</h2>
      <ul
        className="display-counter-list"
        data-columns={Math.min(mostColumns, Math.ceil(counters.length / rows))}
      >
        {counters.map(({ name, number }) => {
          const isCalling = number !== null && calling.has(number);
          return (
            <li key={name} className={`display-row ${isCalling ? 'display-row-calling' : ''}`}>
              <span className="display-row-counter">{name}</span>
              {number === null ? (
                <span className="display-row-free">{say('display.counterFree')}</span>
              ) : (
                <strong className="display-row-number">{number}</strong>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where there are more than can be read, the ones that are free are left out first. */
function shownCounters(counters: DisplayView['counters']): DisplayView['counters'] {
  if (counters.length <= rows * mostColumns) return counters;
  return counters.filter(({ number }) => number !== null).slice(0, rows * mostColumns);
}
