import { useRef, useState } from 'react';
import type { CommandResult, RatingCommand, RatingQuestion } from '../../../core/contract.ts';
import { AskingPage } from './asking-page.tsx';
import type { Tap } from './asking-page.tsx';

/** One question, one tap. Mount it anew for each visit. */
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

  return <AskingPage question={question} tap={tap} rate={(choice) => void rate(choice)} />;
}
