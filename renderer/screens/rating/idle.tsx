import { Mark } from '../../parts/mark.tsx';
import { sayIn } from '../counter/staff-text.tsx';
import { TwoLanguages } from './two-languages.tsx';

/** Between two citizens. No face here: one that smiles before the question would sway the answer. */
export function Idle() {
  const vi = sayIn('vi');
  const en = sayIn('en');
  return (
    <div className="rating-calm">
      <Mark className="rating-emblem" />
      <h1 className="rating-hello">{vi('rating.hello')}</h1>
      <TwoLanguages vi={vi('rating.helloHint')} en={en('rating.helloHint')} />
    </div>
  );
}
