import { type ReactNode, useState } from 'react';
import type { CounterCommand, CounterView } from '../../../core/contract.ts';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { useStanding } from '../../parts/use-standing.ts';
import { ActionBar } from './action-bar.tsx';
import { type SignedIn, breakKey, listKeys, sideSlotsOf, slotsOf, undoKey } from './actions.ts';
import { DeskHeader } from './desk-header.tsx';
import { LockNotice } from './lock-notice.tsx';
import { Answers, PickerHead, PickerPanel } from './picker.tsx';
import { type Deed, questionOf } from './picking.ts';
import { type OpenList, QueueSide } from './queue-side.tsx';
import { OnBreak } from './ready.tsx';
import { refusedWords } from './refused-words.ts';
import { ServicePicker } from './service-picker.tsx';
import { useSay } from './staff-text.tsx';
import type { DeskPapers } from './papers/use-drafts.ts';
import type { Ask } from './use-ask.ts';
import { useAutoLock } from './use-auto-lock.ts';
import { useBrowsing } from './use-browsing.ts';
import { usePicking } from './use-picking.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Shorter waits are not worth a change of words. */
const slowAfterMs = 400;

/** What stands still around the stage in every signed-in state, and what the keys do. */
export function Desk(props: {
  view: CounterView;
  screen: SignedIn;
  asking: Ask<CounterCommand>;
  browse: (on: boolean) => void;
  papers: DeskPapers;
  /** What stands above everything, and has the keys then. */
  sheet: ReactNode;
  now: number;
  lostAt: number | null;
  children: ReactNode;
}) {
  const say = useSay();
  const { view, screen, asking, now, lostAt } = props;
  const { desk } = screen;
  const isResting = lostAt !== null;
  const isFree = screen.at === 'ready';
  const isOnBreak = isFree && desk.onBreak;
  const isSlow = useStanding(asking.pending !== null, slowAfterMs) !== null;
  const waits = useSecondsLeft(screen.at === 'called' ? screen.ticket.waits : null);
  const { picking, pick, close } = usePicking(desk.revision);
  const [list, setList] = useState<OpenList>({ name: 'waiting', asked: 0 });
  const signOut = () => void asking.ask({ type: 'sign-out' });
  // Time also runs while the core is away; the lock itself then waits for it.
  const secondsLeft = useAutoLock(isFree, desk.revision, () => {
    if (!isResting) signOut();
  });
  useBrowsing(picking?.at === 'add-service' && !isResting, props.browse);

  function act(deed: Deed) {
    if (isResting) return;
    if ('ask' in deed) pick(deed.ask);
    else if ('slip' in deed) void asking.ask(deed.slip).then(close);
    else if ('open' in deed) props.papers.show();
    else void asking.ask({ ...deed.move, seen: desk.revision }).then(close);
  }

  const setBreak = (on: boolean) => {
    if (isFree && !isResting) void asking.ask({ type: 'break', on });
  };
  const slots = slotsOf(screen.at, isOnBreak, waits);
  const sideSlots = sideSlotsOf(screen);
  const question =
    picking === null || picking.at === 'add-service'
      ? null
      : questionOf(say, picking, desk, isOnBreak ? 'on-break' : isFree ? 'free' : 'busy');

  useShortcuts(
    (key) => {
      if (picking !== null) {
        const deed = question?.choices.find((choice) => choice.key === key)?.deed ?? null;
        if (deed !== null) act(deed);
        return;
      }
      const deed = [...slots, ...sideSlots].find((slot) => slot.key === key)?.deed ?? null;
      if (deed !== null) act(deed);
      else if (key === undoKey && desk.undo !== null) act({ move: { type: 'undo' } });
      else if (key === breakKey) setBreak(!desk.onBreak);
      else if (isListKey(key)) setList(({ asked }) => ({ name: listKeys[key], asked: asked + 1 }));
    },
    secondsLeft === null && props.sheet === null,
  );

  return (
    <ScreenFrame
      className={`counter ${isResting ? 'is-lost' : ''}`}
      header={
        <DeskHeader
          view={view}
          officer={desk.officer.name}
          now={now}
          lostAt={lostAt}
          isResting={isResting}
          takeBreak={isFree && !isOnBreak ? () => setBreak(true) : null}
          signOut={signOut}
        />
      }
      bar={
        <ActionBar
          at={screen.at}
          isOnBreak={isOnBreak}
          slots={slots}
          sideSlots={sideSlots}
          undo={desk.undo}
          refused={asking.refused === null ? null : refusedWords(say, asking.refused)}
          isSlow={isSlow}
          isResting={isResting}
          press={act}
        />
      }
    >
      <div className="counter-room">
        <div className={`counter-stage counter-stage-${screen.at}`}>
          {isOnBreak ? <OnBreak isResting={isResting} end={() => setBreak(false)} /> : props.children}
        </div>
        <QueueSide
          desk={desk}
          now={now}
          showsNext={!isFree || isOnBreak}
          list={list}
          openList={(name) => setList({ name, asked: 0 })}
          pickSlip={pick}
          pick={(from, ticket) => pick({ at: 'ticket', list: from, ticket })}
          isResting={isResting}
          acceptHelp={(request, on) => void asking.ask({ type: 'accept-help', request, on })}
        />
      </div>
      {picking !== null && (
        <PickerPanel close={close}>
          {question === null ? (
            <>
              <PickerHead title={say('counter.pick.service', { number: numberOf(screen) })} close={close} />
              <ServicePicker
                procedures={desk.procedures}
                ownLanes={desk.lanes.filter(({ isOwn }) => isOwn).map(({ letter }) => letter)}
                add={(procedure) => act({ move: { type: 'add-service', procedure } })}
              />
            </>
          ) : (
            <>
              <PickerHead title={question.title} close={close} />
              <Answers question={question} press={act} />
            </>
          )}
        </PickerPanel>
      )}
      {props.sheet}
      {secondsLeft !== null && <LockNotice secondsLeft={secondsLeft} />}
    </ScreenFrame>
  );
}

function numberOf(screen: SignedIn): string {
  return screen.at === 'ready' ? '' : screen.ticket.number;
}

function isListKey(key: string): key is keyof typeof listKeys {
  return Object.hasOwn(listKeys, key);
}
