import type {
  CommandResult,
  CounterCommand,
  CounterScreen as Screen,
  CounterView,
} from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { Desk } from './desk.tsx';
import { InHand } from './in-hand.tsx';
import { LostLine } from './lost-line.tsx';
import { PapersSheet } from './papers/papers-sheet.tsx';
import { useDrafts } from './papers/use-drafts.ts';
import { Ready } from './ready.tsx';
import { SignIn } from './sign-in.tsx';
import { StaffText } from './staff-text.tsx';
import { useAsk } from './use-ask.ts';
import { useNow } from './use-now.ts';
import { useSeenPapers } from './use-seen-papers.ts';
import './counter.css';
import './stage.css';

type CounterProps = {
  view: CounterView;
  send: (command: CounterCommand) => Promise<CommandResult>;
  /** Since when the view is no longer renewed, in milliseconds since the epoch; `null` while it is. */
  lostAt: number | null;
};

/** The officer's desk at one counter. */
export function CounterScreen(props: CounterProps) {
  return (
    <StaffText>
      <Counter {...props} />
    </StaffText>
  );
}

function Counter({ view, send, lostAt }: CounterProps) {
  const { screen } = view;
  const asking = useAsk(send, sceneOf(screen), screen.at === 'signed-out' ? null : screen.desk.revision);
  const now = useNow(10_000);
  const papers = useSeenPapers(screen);
  const deskPapers = useDrafts(screen, papers);

  if (screen.at === 'signed-out') {
    return (
      <ScreenFrame
        className="counter"
        header={
          <div>
            {lostAt !== null && <LostLine lostAt={lostAt} now={now} />}
            <CentreHeader centre={view.centre} />
          </div>
        }
      >
        <SignIn
          officers={screen.officers}
          place={view.counter.name}
          isSending={asking.pending === 'sign-in'}
          refused={asking.refused}
          signIn={asking.ask}
        />
      </ScreenFrame>
    );
  }
  return (
    <Desk
      view={view}
      screen={screen}
      asking={asking}
      papers={deskPapers}
      browse={(on) => void send({ type: 'browse-procedures', on })}
      now={now}
      lostAt={lostAt}
      sheet={
        screen.at === 'serving' && deskPapers.open !== null ? (
          <PapersSheet
            ticket={screen.ticket}
            desk={screen.desk}
            papers={deskPapers}
            open={deskPapers.open}
            seen={papers.seen}
            send={send}
            isResting={lostAt !== null}
          />
        ) : null
      }
    >
      {screen.at === 'ready' ? (
        <Ready desk={screen.desk} now={now} />
      ) : (
        <InHand
          at={screen.at}
          ticket={screen.ticket}
          classes={screen.desk.priorityClasses}
          papers={papers}
          now={now}
        />
      )}
    </Desk>
  );
}

/** Changes when the officer has something else in front of them, so that an old refusal goes away. */
function sceneOf(screen: Screen): string {
  switch (screen.at) {
    case 'signed-out':
      return screen.at;
    case 'ready':
      return `${screen.at} ${screen.desk.next[0]?.number ?? ''}`;
    case 'called':
    case 'serving':
      return `${screen.at} ${screen.ticket.number}`;
    default:
      return unreachable(screen);
  }
}
