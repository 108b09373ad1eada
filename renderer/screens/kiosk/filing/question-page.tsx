import {
  CircleQuestionMark,
  CircleX,
  Phone,
  PhoneOff,
  ShieldCheck,
  TriangleAlert,
  User,
  UserPen,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { KioskCommand } from '../../../../core/contract.ts';
import type { PageProps } from '../ask.ts';
import { FilingFrame } from './filing-frame.tsx';

type Answer = Extract<KioskCommand, { type: 'answer-filing' }>['answer'];
type Choice = { answer: Answer; icon: ReactNode };

const choices: Record<Answer['question'], Choice[]> = {
  whose: [
    { answer: { question: 'whose', answer: 'self' }, icon: <User /> },
    { answer: { question: 'whose', answer: 'family' }, icon: <Users /> },
    { answer: { question: 'whose', answer: 'other' }, icon: <UserPen /> },
  ],
  account: [
    { answer: { question: 'account', answer: 'level-2' }, icon: <ShieldCheck /> },
    { answer: { question: 'account', answer: 'below' }, icon: <CircleX /> },
    { answer: { question: 'account', answer: 'unknown' }, icon: <CircleQuestionMark /> },
  ],
  phone: [
    { answer: { question: 'phone', answer: 'ready' }, icon: <Phone /> },
    { answer: { question: 'phone', answer: 'trouble' }, icon: <TriangleAlert /> },
    { answer: { question: 'phone', answer: 'none' }, icon: <PhoneOff /> },
  ],
};

/** One plain question, three plain answers. */
export function QuestionPage({ view, screen, ask }: PageProps<'filing-question'>) {
  const { t } = useTranslation('kiosk');
  const { question } = screen;
  const words = useAnswerWords();
  return (
    <FilingFrame view={view} ask={ask} page="filing-question" about={screen}>
      <div className="filing-ask">
        <p className="filing-progress">{t('filing.progress', { n: screen.n, of: screen.of })}</p>
        <h1>{t(`filing.${question}.title`)}</h1>
        <p className="lead">{t(`filing.${question}.hint`)}</p>
      </div>
      <ul className="filing-answers">
        {choices[question].map(({ answer, icon }) => (
          <li key={answer.answer}>
            <Button
              className="topic-tile filing-answer"
              onPress={() => ask({ type: 'answer-filing', answer })}
            >
              <span className="topic-icon" aria-hidden="true">
                {icon}
              </span>
              {words(answer)}
            </Button>
          </li>
        ))}
      </ul>
    </FilingFrame>
  );
}

function useAnswerWords(): (answer: Answer) => string {
  const { t } = useTranslation('kiosk');
  return (answer) => {
    if (answer.question === 'whose') return t(`filing.whose.${answer.answer}`);
    return answer.question === 'account'
      ? t(`filing.account.${answer.answer}`)
      : t(`filing.phone.${answer.answer}`);
  };
}
