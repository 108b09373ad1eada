import { useSay } from '../counter/staff-text.tsx';
import './calling.css';

/** Nobody was called yet today. */
export function Quiet() {
  const say = useSay();
  return (
    <section className="display-calling display-quiet">
      <h1 className="display-quiet-title">{say('display.quiet')}</h1>
      <p className="display-quiet-hint">{say('display.quietHint')}</p>
    </section>
  );
}
