import type { FilingFacts } from '../../../core/flows/filing.ts';
import type { KioskEvent } from '../../../core/flows/kiosk.ts';

/** A procedure with one paper to hand in and one to show, at a kiosk that can open the portal. */
export const facts: FilingFacts = {
  procedure: 'x',
  onlineOnly: false,
  papers: [
    { isHandedIn: true, isForSome: false },
    { isHandedIn: false, isForSome: false },
    { isHandedIn: true, isForSome: true },
  ],
  here: 'ready',
  steps: { phone: 3, guide: 2 },
};

/** What can happen while somebody files, in every kind. */
export const filingEvents: KioskEvent[] = [
  { type: 'filing-begun', facts },
  { type: 'filing-begun', facts: { ...facts, onlineOnly: true, here: 'no-shell', papers: [] } },
  ...(['self', 'family', 'other'] as const).map(
    (answer): KioskEvent => ({ type: 'answer-filing', answer: { question: 'whose', answer } }),
  ),
  ...(['level-2', 'below', 'unknown'] as const).map(
    (answer): KioskEvent => ({ type: 'answer-filing', answer: { question: 'account', answer } }),
  ),
  ...(['ready', 'trouble', 'none'] as const).map(
    (answer): KioskEvent => ({ type: 'answer-filing', answer: { question: 'phone', answer } }),
  ),
  { type: 'tick-paper', paper: 0, on: true },
  { type: 'tick-paper', paper: 1, on: false },
  ...(['here', 'phone', 'guide'] as const).map((channel): KioskEvent => ({ type: 'take-channel', channel })),
  { type: 'preparation-paper', procedure: 'x', paper: { at: 'printed', isConfirmed: true } },
  { type: 'guide-coming', who: 'Lê Thị Hướng' },
  { type: 'portal-seen', page: { at: 'step', index: 0 } },
  { type: 'portal-seen', page: { at: 'unexpected' } },
  { type: 'portal-refused', what: 'download' },
];
