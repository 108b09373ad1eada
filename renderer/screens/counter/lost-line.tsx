import { localTime } from '../../../core/clock.ts';
import { elapsedWords } from './elapsed.ts';
import { useSay } from './staff-text.tsx';

/** The connection is lost: how old what stands below is. */
export function LostLine(props: { lostAt: number; now: number }) {
  const say = useSay();
  const age = say('counter.ago', { age: elapsedWords(say, props.lostAt, props.now) });
  return (
    <p className="counter-lost" role="status">
      {say('counter.lost', { time: localTime(props.lostAt), age })}
    </p>
  );
}
