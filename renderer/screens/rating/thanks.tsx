import { CircleCheck } from 'lucide-react';
import { sayIn } from '../counter/staff-text.tsx';
import { TwoLanguages } from './two-languages.tsx';

/** After the answer. The same picture whatever was chosen: whoever stands behind must not read the answer off it. */
export function Thanks() {
  const vi = sayIn('vi');
  const en = sayIn('en');
  return (
    <div className="rating-calm" role="status">
      <CircleCheck className="rating-emblem" aria-hidden="true" />
      <h1 className="rating-hello">{vi('rating.thanks')}</h1>
      <TwoLanguages vi={vi('rating.thanksHint')} en={en('rating.thanksHint')} />
    </div>
  );
}
