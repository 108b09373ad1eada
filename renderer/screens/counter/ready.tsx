import { useSay } from './staff-text.tsx';

/** Nobody at the counter: who comes next, in the place where the called number will stand. */
export function Ready(props: { next: string[] }) {
  const say = useSay();
  const [first, ...then] = props.next;
  return (
    <>
      <div className="counter-number-side">
        <p className="counter-label">{say('counter.nextTitle')}</p>
        {first === undefined ? (
          <p className="counter-nobody">{say('counter.nobodyWaiting')}</p>
        ) : (
          <p className="counter-number">{first}</p>
        )}
      </div>
      <div className="counter-ready">
        <h1 className="counter-ready-title">{say('counter.ready')}</h1>
        {first === undefined ? (
          <p className="counter-ready-hint">{say('counter.nobodyWaitingHint')}</p>
        ) : (
          then.length > 0 && (
            <>
              <p className="counter-label">{say('counter.thenTitle')}</p>
              <ol className="counter-then">
                {then.map((number) => (
                  <li key={number}>{number}</li>
                ))}
              </ol>
            </>
          )
        )}
      </div>
    </>
  );
}
