import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CommandResult, RatingCommand, RatingQuestion, Refusal } from '../../../core/contract.ts';
import { sayIn } from '../counter/staff-text.tsx';
import { TwoLanguages } from './two-languages.tsx';
import { FaceDrawing } from './face.tsx';

type Tap = { at: 'none' } | { at: 'saving' | 'saved'; choice: string } | { at: 'refused'; why: Refusal['code'] };

/** One question, one tap. */
export function Asking(props: {
  visit: string;
  question: RatingQuestion;
  send: (command: RatingCommand) => Promise<CommandResult>;
}) {
  const { visit, question, send } = props;
  const [tap, setTap] = useState<Tap>({ at: 'none' });
  // State arrives a render later: two fingers at once would both find it untouched.
  const isTaken = useRef(false);

  async function rate(choice: string) {
    if (isTaken.current) return;
    isTaken.current = true;
    setTap({ at: 'saving', choice });
    const result = await send({ type: 'rate', visit, choice });
    if (result.ok) return setTap({ at: 'saved', choice });
    isTaken.current = false;
    setTap({ at: 'refused', why: result.error.code });
  }

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
            onPress={() => void rate(choice.id)}
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

function lineOf(tap: Tap, language: 'vi' | 'en'): string {
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
  }
}
