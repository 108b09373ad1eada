import type { CommandResult, RatingCommand, RatingView } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { StaffText } from '../counter/staff-text.tsx';
import { Asking } from './asking.tsx';
import { Idle } from './idle.tsx';
import { Thanks } from './thanks.tsx';
import './rating.css';

type RatingProps = { view: RatingView; send: (command: RatingCommand) => Promise<CommandResult> };

/** The small screen at a counter that faces the citizen, in Vietnamese and English at once: nobody chose a language here. */
export function RatingScreen(props: RatingProps) {
  const { view } = props;
  return (
    <StaffText>
      <ScreenFrame
        className="rating"
        header={
          <CentreHeader centre={view.centre}>
            <strong className="rating-counter">{view.counter.name}</strong>
          </CentreHeader>
        }
      >
        <State {...props} />
      </ScreenFrame>
    </StaffText>
  );
}

function State({ view, send }: RatingProps) {
  const { screen } = view;
  switch (screen.at) {
    case 'idle':
      return <Idle />;
    case 'asking':
      // A new visit starts with untouched faces: the next citizen never sees the choice of the one before.
      return <Asking key={screen.visit} visit={screen.visit} question={screen.question} send={send} />;
    case 'thanks':
      return <Thanks />;
    default:
      return unreachable(screen);
  }
}
