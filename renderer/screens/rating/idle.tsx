import { sayIn } from '../counter/staff-text.tsx';
import { FaceDrawing } from './face.tsx';
import { TwoLanguages } from './two-languages.tsx';

/** Between two citizens. The faces are only drawings here: there is nothing to tap yet. */
export function Idle() {
  const vi = sayIn('vi');
  const en = sayIn('en');
  return (
    <div className="rating-calm">
      <FaceDrawing face="content" className="rating-big-face" />
      <h1 className="rating-hello">{vi('rating.hello')}</h1>
      <TwoLanguages vi={vi('rating.helloHint')} en={en('rating.helloHint')} />
    </div>
  );
}
