import type { Channel, Procedure } from '../contract.ts';
import type { FilingFacts, Here } from '../flows/filing.ts';
import { isFilingStep, type KioskState } from '../flows/kiosk.ts';
import type { PreparationSlip } from '../slips/preparation-slip.ts';
import type { StationDeps } from './deps.ts';
import type { Wanted } from './help-desk.ts';
import type { PortalDesk } from './portal-desk.ts';

type Deps = Pick<StationDeps, 'catalogue' | 'centre' | 'clock' | 'filing'> & {
  portals: Pick<PortalDesk, 'hasShell'>;
};

/** Whether a procedure can be filed at the portal; `only`: no longer on paper. */
export function filingOf({ onlineOnly, onlineLevel }: Procedure): 'no' | 'possible' | 'only' {
  if (onlineOnly) return 'only';
  return onlineLevel === 'none' ? 'no' : 'possible';
}

/** What the questions need to know of a procedure at this kiosk; `null` when it cannot be filed at the portal. */
export function filingFacts(code: string, kiosk: string, deps: Deps): FilingFacts | null {
  const procedure = deps.catalogue.find(code);
  if (procedure === null || filingOf(procedure) === 'no') return null;
  const { journeys } = deps.filing;
  return {
    procedure: code,
    onlineOnly: procedure.onlineOnly,
    papers: procedure.documents.map(({ name, original, copies }) => ({
      isHandedIn: original + copies > 0,
      isForSome: procedure.cases.some(({ documents }) => documents.includes(name)),
    })),
    here: here(kiosk, deps),
    steps: { phone: journeys.phone.length, guide: journeys.guide.length },
  };
}

function here(kiosk: string, { filing, portals }: Deps): Here {
  if (!portals.hasShell(kiosk)) return 'no-shell';
  return filing.portal.pages.length === 0 ? 'no-rules' : 'ready';
}

/** What the guidance desk hears of a kiosk; `null` while nobody there wants a person. */
export function helpWanted({ step }: KioskState, { filing }: Pick<Deps, 'filing'>): Wanted | null {
  if (!isFilingStep(step) || step.filing.help.at === 'none') return null;
  return { procedure: step.filing.facts.procedure, step: titleOf(step, filing) };
}

function titleOf(
  step: Extract<KioskState['step'], { filing?: unknown }>,
  { journeys }: StationDeps['filing'],
) {
  if (step.at === 'journey') return journeys[step.channel][step.index]?.vi.title ?? null;
  return step.at === 'portal' && step.page.at === 'step'
    ? (journeys.here[step.page.index]?.vi.title ?? null)
    : null;
}

/** The slip to prepare by. It names nobody. */
export function preparationSlipOf(procedure: Procedure, deps: Deps): PreparationSlip {
  const { name, unit, hotline } = deps.centre.get();
  return {
    kind: 'preparation',
    centreName: name,
    unit,
    hotline,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    documents: procedure.documents.map((document) => ({ ...document, note: orNull(document.note) })),
    channels: waysOf(procedure).map((way) => ({ ...way, feeNote: orNull(way.feeNote) })),
    isUncertain: procedure.uncertain.length > 0,
    continueCode: deps.filing.portalUrl,
    issuedAt: deps.clock.now(),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** With their fees and time limits. Nobody is sent to a counter with paper that it no longer takes. */
function waysOf({ channels, onlineOnly, feeVnd, feeNote, timeLimit }: Procedure): Channel[] {
  const open = channels.filter(({ channel }) => channel !== 'counter' || !onlineOnly);
  const usual = onlineOnly ? ('online-assisted' as const) : ('counter' as const);
  return open.length > 0 ? open : [{ channel: usual, feeVnd, feeNote, timeLimit }];
}
