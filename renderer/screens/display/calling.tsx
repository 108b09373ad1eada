import { ArrowRight } from 'lucide-react';
import type { Call } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';
import './calling.css';

const usualNumber = 4;
const usualCounter = 8;

/** One call: a number and where to go, readable from the last seat. Mount it anew for each call. */
export function Calling(props: { call: Call; isNew: boolean }) {
  const say = useSay();
  const { call } = props;
  return (
    <section className={`display-calling ${props.isNew ? 'display-calling-new' : ''}`}>
      <p className="display-label">
        {say('display.calling')}
        {call.calls > 1 && (
          <span className="display-again">{say('display.callAgain', { calls: call.calls })}</span>
        )}
      </p>
      <h1 className="display-number" data-long={call.number.length > usualNumber}>
        {call.number}
      </h1>
      <p className="display-to">
        {say('display.goTo')} <ArrowRight className="display-arrow" aria-hidden />
        <strong className="display-counter" data-long={call.counterName.length > usualCounter}>
          {call.counterName}
        </strong>
      </p>
    </section>
  );
}
