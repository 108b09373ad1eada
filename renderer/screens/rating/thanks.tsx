import { sayIn } from '../counter/staff-text.tsx';
import { FaceDrawing } from './face.tsx';
import { TwoLanguages } from './two-languages.tsx';

/** After the answer. The same face whatever was chosen: whoever stands behind must not read the answer off it. */
export function Thanks() {
  const vi = sayIn('vi');
  const en = sayIn('en');
  return (
    <div className="rating-calm" role="status">
      <FaceDrawing face="happy" className="rating-big-face" />
      <h1 className="rating-hello">{vi('rating.thanks')}</h1>
      <TwoLanguages vi={vi('rating.thanksHint')} en={en('rating.thanksHint')} />
    </div>
  );
}
