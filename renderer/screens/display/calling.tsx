import type { Call } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';

/** The newest call: a number and where to go, readable from the last seat. Mount it anew for each call. */
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
      <h1 className="display-number">{call.number}</h1>
      <p className="display-to">
        {say('display.goTo')} <strong className="display-counter">{call.counterName}</strong>
      </p>
    </section>
  );
}
