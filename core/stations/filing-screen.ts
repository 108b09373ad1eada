import type { KioskScreen } from '../contract.ts';
import { adviceFor, paperStandings, questionsAsked } from '../flows/filing.ts';
import type { FilingStep } from '../flows/filing-steps.ts';
import { unreachable } from '../result.ts';
import type { StationDeps } from './deps.ts';

/** The pages of filing. */
export function filingScreen(
  step: FilingStep,
  { catalogue, filing }: Pick<StationDeps, 'catalogue' | 'filing'>,
): KioskScreen {
  const { facts, answers, help } = step.filing;
  const procedure = catalogue.find(facts.procedure);
  if (procedure === null) throw new Error(`no procedure ${facts.procedure}`);
  const page = { procedureName: procedure.name, help };
  switch (step.at) {
    case 'filing-question': {
      const asked = questionsAsked(facts, answers);
      const place = { n: asked.indexOf(step.question) + 1, of: asked.length };
      if (step.question !== 'papers')
        return { at: 'filing-question', ...page, question: step.question, ...place };
      const documents = procedure.documents.map((document, at) => ({
        ...document,
        isHere: answers.papers.includes(at),
      }));
      return { at: 'filing-papers', ...page, documents, ...place };
    }
    case 'filing-result': {
      const standings = paperStandings(facts, answers);
      return {
        at: 'filing-result',
        ...page,
        advice: adviceFor(facts, answers),
        here: facts.here,
        onlineOnly: facts.onlineOnly,
        onlineLevel: procedure.onlineLevel,
        documents: procedure.documents.map((document, at) => ({
          ...document,
          standing: standings[at] ?? 'shown',
        })),
        slip: step.slip,
      };
    }
    case 'journey':
      return {
        at: 'journey',
        ...page,
        channel: step.channel,
        steps: filing.journeys[step.channel],
        index: step.index,
        portalUrl: filing.portalUrl,
      };
    case 'portal':
      return {
        at: 'portal',
        ...page,
        steps: filing.journeys.here,
        page: step.page,
        refused: step.refused,
        place: filing.portal.place,
      };
    default:
      return unreachable(step);
  }
}
