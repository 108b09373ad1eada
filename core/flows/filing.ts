import { unreachable } from '../result.ts';

/** The ways a dossier can go. `here`: at the kiosk itself. */
export const channels = ['here', 'phone', 'guide', 'counter'] as const;
export type Channel = (typeof channels)[number];

/** The questions, in their order. Each stands on a page of its own. */
export const filingQuestions = ['whose', 'account', 'phone', 'papers'] as const;
export type FilingQuestion = (typeof filingQuestions)[number];

/** Whether the portal can be opened at this kiosk, and if not, why. */
export type Here = 'ready' | 'no-shell' | 'no-rules';

/** What has to be known of a procedure before its channel can be found. */
export type FilingFacts = {
  procedure: string;
  /** One of the essential services that centres no longer take on paper (CT 24/CT-TTg of 2025). */
  onlineOnly: boolean;
  /** For each of its papers: it has to be handed in, so it is photographed, or is only shown; only some people need it. */
  papers: readonly { isHandedIn: boolean; isForSome: boolean }[];
  here: Here;
  /** How many steps each guided way has. */
  steps: { phone: number; guide: number };
};
export type FilingAnswers = {
  whose: 'self' | 'family' | 'other' | null;
  /** The citizen's VNeID account: the portal lets in level 2 only. */
  account: 'level-2' | 'below' | 'unknown' | null;
  phone: 'ready' | 'trouble' | 'none' | null;
  /** Which papers are here, by their place in the list. */
  papers: readonly number[];
};
export const noAnswers: FilingAnswers = { whose: null, account: null, phone: null, papers: [] };

export const whyAdvice = [
  'account-below',
  'account-unknown',
  'for-another',
  'phone-trouble',
  'no-phone',
  'papers-by-phone',
  'nothing-to-photograph',
  'own-phone',
] as const;
export type WhyAdvice = (typeof whyAdvice)[number];
export type Advice = { channel: Channel; why: WhyAdvice; others: Channel[] };

/** The question after this one; `null` when nothing more needs to be asked. */
export function questionAfter(
  question: FilingQuestion,
  facts: FilingFacts,
  answers: FilingAnswers,
): FilingQuestion | null {
  return (
    filingQuestions
      .slice(filingQuestions.indexOf(question) + 1)
      .find((one) => isAsked(one, facts, answers)) ?? null
  );
}

/** The question before this one; `null` at the first. */
export function questionBefore(
  question: FilingQuestion | null,
  facts: FilingFacts,
  answers: FilingAnswers,
): FilingQuestion | null {
  const end = question === null ? filingQuestions.length : filingQuestions.indexOf(question);
  return filingQuestions.slice(0, end).findLast((one) => isAsked(one, facts, answers)) ?? null;
}

/** The questions this citizen meets, so far as the answers tell. */
export function questionsAsked(facts: FilingFacts, answers: FilingAnswers): FilingQuestion[] {
  return filingQuestions.filter((one) => isAsked(one, facts, answers));
}

function isAsked(question: FilingQuestion, facts: FilingFacts, answers: FilingAnswers): boolean {
  // Without an account there is nothing to sign in to, with a phone or without.
  if (question === 'phone') return answers.account !== 'below';
  return question !== 'papers' || facts.papers.length > 0;
}

/** Where the dossier goes, why, and what else is open. What is online only never goes to a counter. */
export function adviceFor(facts: FilingFacts, answers: FilingAnswers): Advice {
  const counter: Channel[] = facts.onlineOnly ? [] : ['counter'];
  const withPerson = (why: WhyAdvice): Advice => ({ channel: 'guide', why, others: counter });
  const onPaper = (why: WhyAdvice): Advice =>
    facts.onlineOnly ? withPerson(why) : { channel: 'counter', why, others: ['guide'] };

  if (answers.account === 'below') return onPaper('account-below');
  if (answers.whose === 'other') return onPaper('for-another');
  if (answers.account !== 'level-2') return withPerson('account-unknown');
  switch (answers.phone) {
    case 'none':
    case null:
      return withPerson('no-phone');
    case 'trouble':
      return withPerson('phone-trouble');
    case 'ready':
      return alone(facts, counter);
    default:
      return unreachable(answers.phone);
  }
}

function alone(facts: FilingFacts, counter: Channel[]): Advice {
  const here: Channel[] = facts.here === 'ready' ? ['here'] : [];
  // A kiosk has no camera for papers, a phone has.
  if (facts.papers.some(({ isHandedIn }) => isHandedIn))
    return { channel: 'phone', why: 'papers-by-phone', others: [...here, 'guide', ...counter] };
  return facts.here === 'ready'
    ? { channel: 'here', why: 'nothing-to-photograph', others: ['phone', 'guide', ...counter] }
    : { channel: 'phone', why: 'own-phone', others: ['guide', ...counter] };
}

/** How things stand with one paper. Of those that only some need nobody is told that they are missing. */
export type PaperStanding = 'here' | 'missing' | 'if-needed' | 'shown';

/** In the order of the list. */
export function paperStandings({ papers }: FilingFacts, answers: FilingAnswers): PaperStanding[] {
  return papers.map(({ isHandedIn, isForSome }, at) => {
    if (answers.papers.includes(at)) return 'here';
    if (isForSome) return 'if-needed';
    return isHandedIn ? 'missing' : 'shown';
  });
}
