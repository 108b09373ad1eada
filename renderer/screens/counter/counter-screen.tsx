import type {
  CommandResult,
  CounterCommand,
  CounterScreen as Screen,
  CounterView,
} from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { Called } from './called.tsx';
import { Desk } from './desk.tsx';
import { Ready } from './ready.tsx';
import { Serving } from './serving.tsx';
import { SignIn } from './sign-in.tsx';
import { StaffText } from './staff-text.tsx';
import { useAsk } from './use-ask.ts';
import { useNow } from './use-now.ts';
import { useSeenPapers } from './use-seen-papers.ts';
import './counter.css';

type CounterProps = { view: CounterView; send: (command: CounterCommand) => Promise<CommandResult> };

/** The officer's desk at one counter. */
export function CounterScreen(props: CounterProps) {
  return (
    <StaffText>
      <Counter {...props} />
    </StaffText>
  );
}

function Counter({ view, send }: CounterProps) {
  const { screen } = view;
  const asking = useAsk(send, sceneOf(screen));
  const now = useNow(10_000);
  const papers = useSeenPapers(screen);

  switch (screen.at) {
    case 'signed-out':
      return (
        <ScreenFrame className="counter" header={<CentreHeader centre={view.centre} />}>
          <SignIn
            officers={screen.officers}
            place={view.counter.name}
            isSending={asking.pending === 'sign-in'}
            refused={asking.refused}
            signIn={asking.ask}
          />
        </ScreenFrame>
      );
    case 'ready':
      return (
        <Desk view={view} screen={screen} asking={asking} now={now}>
          <Ready next={screen.desk.next.map(({ number }) => number)} />
        </Desk>
      );
    case 'called':
      return (
        <Desk view={view} screen={screen} asking={asking} now={now}>
          <Called ticket={screen.ticket} papers={papers} now={now} />
        </Desk>
      );
    case 'serving':
      return (
        <Desk view={view} screen={screen} asking={asking} now={now}>
          <Serving ticket={screen.ticket} papers={papers} />
        </Desk>
      );
    default:
      return unreachable(screen);
  }
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
