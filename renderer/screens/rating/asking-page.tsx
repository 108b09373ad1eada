import { Button } from 'react-aria-components/Button';
import type { Language, RatingQuestion, Refusal } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { sayIn } from '../counter/staff-text.tsx';
import { FaceDrawing } from './face.tsx';
import { TwoLanguages } from './two-languages.tsx';

/** What became of the tap. After a refusal the faces can be tapped again. */
export type Tap =
  | { at: 'none' }
  | { at: 'saving'; choice: string }
  | { at: 'saved'; choice: string }
  | { at: 'refused'; why: Refusal['code'] };

/** The question, the faces, and one line of words that says what became of the tap. */
export function AskingPage(props: { question: RatingQuestion; tap: Tap; rate: (choice: string) => void }) {
  const { question, tap } = props;
  const chosen = 'choice' in tap ? tap.choice : null;
  return (
    <div className="rating-asking">
      <h1 className="rating-question">
        {question.vi}
        <small lang="en">{question.en}</small>
      </h1>
      <div className="rating-choices">
        {question.choices.map((choice) => (
          <Button
            key={choice.id}
            className={`rating-choice ${chosen === choice.id ? 'rating-choice-taken' : ''}`}
            isDisabled={chosen !== null}
            onPress={() => props.rate(choice.id)}
          >
            <FaceDrawing face={choice.face} className="rating-face" />
            <span className="rating-words">
              <span className="rating-vi">{choice.vi}</span>
              <span className="rating-en" lang="en">
                {choice.en}
              </span>
            </span>
          </Button>
        ))}
      </div>
      <div className={`rating-line ${tap.at === 'refused' ? 'rating-line-refused' : ''}`} role="status">
        <TwoLanguages vi={lineOf(tap, 'vi')} en={lineOf(tap, 'en')} />
      </div>
    </div>
  );
}

function lineOf(tap: Tap, language: Language): string {
  const say = sayIn(language);
  switch (tap.at) {
    case 'none':
      return say('rating.anonymous');
    case 'saving':
      return say('rating.saving');
    case 'saved':
      return say('rating.saved');
    case 'refused':
      return say(tap.why === 'not-now' ? 'rating.tooLate' : 'rating.notSaved');
    default:
      return unreachable(tap);
  }
}
