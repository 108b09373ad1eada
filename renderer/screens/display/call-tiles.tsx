import { ArrowRight } from 'lucide-react';
import type { Call } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';
import './call-tiles.css';

/** Those called in the same moments as the big number, on one stack with it. */
export function TogetherCalls(props: { calls: Call[]; more: number }) {
  const say = useSay();
  if (props.calls.length === 0) return null;
  return (
    <ol className="display-together" data-many={props.calls.length > 2}>
      {props.calls.map((call) => (
        <li key={call.number} className="display-tile display-tile-together">
          <strong className="display-tile-number">{call.number}</strong>
          <ArrowRight className="display-tile-arrow" aria-hidden />
          <span className="display-tile-counter">{call.counterName}</span>
        </li>
      ))}
      {props.more > 0 && <li className="display-more">{say('display.moreCalls', { count: props.more })}</li>}
    </ol>
  );
}

/** The calls before, for whoever looked away. */
export function EarlierCalls(props: { calls: Call[] }) {
  const say = useSay();
  return (
    <section className="display-earlier">
      <h2 className="display-title">{say('display.recent')}</h2>
      {props.calls.length === 0 ? (
        <p className="display-none">{say('display.noRecent')}</p>
      ) : (
        <ol className="display-tiles">
          {props.calls.map((call) => (
            <li key={call.number} className="display-tile">
              <strong className="display-tile-number">{call.number}</strong>
              <span className="display-tile-counter">{call.counterName}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
