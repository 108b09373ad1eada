import { earliestDay } from '../card/correction.ts';
import { greet, masked, review } from '../card/greet.ts';
import type { KioskScreen } from '../contract.ts';
import type { KioskStep } from '../flows/kiosk.ts';
import { unreachable } from '../result.ts';
import type { StationDeps } from './deps.ts';
import { filingOf } from './filing-desk.ts';
import { filingScreen } from './filing-screen.ts';
import { lanesWaiting } from './hall.ts';
import { laneOf } from './issue-ticket.ts';
import { canCitizenPrint, numberState } from './slips-of-ticket.ts';

/** What the screen may see of a step: of a card no more than the page has to show. `today` is `yyyy-mm-dd`;
 * `codeWaitSeconds`: until a code may be typed again. */
export function kioskScreen(
  step: KioskStep,
  deps: StationDeps,
  today: string,
  codeWaitSeconds: number,
): KioskScreen {
  switch (step.at) {
    case 'welcome':
      return { at: 'welcome', lanes: lanesWaiting(deps) };
    case 'notice':
    case 'scan':
    case 'closed':
      return step;
    case 'repair':
      return { at: 'repair', fullName: step.offered.fullName, address: step.offered.address };
    case 'review':
      return review(step.card, step.isNumberShown);
    case 'correct': {
      const { card } = step.card;
      const { field } = step;
      return { at: 'correct', field, value: card[field] ?? '', earliest: earliestDay(card, field), today };
    }
    case 'type-number':
      return { at: 'type-number', number: step.number, today };
    case 'type-name':
      return { at: 'type-name', name: step.name, maskedNumber: masked(step.number), from: step.from };
    case 'greeting':
      return { at: 'greeting', card: greet(step.card, today) };
    case 'procedures':
      return { at: 'procedures', procedures: deps.catalogue.summaries, lanes: lanesWaiting(deps) };
    case 'appointment':
      return { at: 'appointment', refused: step.refused, waitSeconds: codeWaitSeconds };
    case 'filing-question':
    case 'filing-result':
    case 'journey':
    case 'portal':
      return filingScreen(step, deps);
    case 'errand':
    case 'issuing':
      return errandScreen(step, deps);
    case 'ticket': {
      const { id, ...ticket } = step.ticket;
      return { at: 'ticket', ticket, paper: step.paper, canPrint: canCitizenPrint(id, deps) };
    }
    case 'number': {
      const ticket = step.found && deps.store.tickets.find(step.found.ticket);
      return {
        at: 'number',
        found: ticket && { ...numberState(ticket, deps), paper: step.found?.paper ?? null },
      };
    }
    default:
      return unreachable(step);
  }
}

function errandScreen(
  step: Extract<KioskStep, { at: 'errand' | 'issuing' }>,
  deps: StationDeps,
): KioskScreen {
  const { errand, wishes, card } = step;
  if (errand.kind === 'appointment') return { at: 'appointment', refused: null, waitSeconds: 0 };
  const letter = laneOf(errand, deps);
  const lane = lanesWaiting(deps).find((one) => one.letter === letter);
  if (!lane) throw new Error(`no lane takes ${errand.kind}`);
  const shownWishes = {
    priorityClasses: deps.centre.get().priorityClasses,
    priority: wishes.priority,
    share: card === null ? null : wishes.share,
  };
  if (errand.kind !== 'file') return { at: 'service', kind: errand.kind, lane, wishes: shownWishes };
  const procedure = deps.catalogue.find(errand.procedure);
  if (!procedure) throw new Error(`no procedure ${errand.procedure}`);
  return { at: 'procedure', procedure, lane, wishes: shownWishes, filing: filingOf(procedure) };
}
