import type { AdminCommand, CentreDocument, DayState } from '../../../../core/contract.ts';
import type { Ask } from '../../counter/use-ask.ts';
import type { Draft } from '../form/use-draft.ts';
import { ClosedDaysCard } from './closed-days-card.tsx';
import { TodayCard } from './today-card.tsx';
import { WeekCard } from './week-card.tsx';
import '../form/form.css';
import './hours.css';

/** When the centre is open, and closing this day before its time. */
export function HoursPage(props: {
  today: string;
  document: CentreDocument;
  draft: Draft;
  state: DayState;
  asking: Ask<AdminCommand>;
}) {
  return (
    <div className="admin-room hours-room">
      <div className="admin-column">
        <WeekCard draft={props.draft} />
      </div>
      <div className="admin-column">
        <TodayCard today={props.today} state={props.state} asking={props.asking} />
        <ClosedDaysCard draft={props.draft} today={props.today} />
      </div>
    </div>
  );
}
