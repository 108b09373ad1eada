import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { AdminCommand, AdminPage } from '../../../core/contract.ts';
import { localDay, localDayWindow } from '../../../core/clock.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { DayInput } from './form/day-input.tsx';

/** Which day a page shows: one before, one after, today, or any. */
export function LookAtDay(props: {
  page: AdminPage;
  day: string;
  today: string;
  /** The last day there is something to see of; `null`: no end. */
  last: string | null;
  asking: Ask<AdminCommand>;
}) {
  const say = useSay();
  const { page, day, today, last, asking } = props;
  const look = (to: string | null) => void asking.ask({ type: 'look', page, day: to === today ? null : to });
  const { from, to } = localDayWindow(day);
  return (
    <div className="admin-look">
      <Button
        className="admin-remove"
        aria-label={say('admin.look.before')}
        onPress={() => look(localDay(from - 1))}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      <DayInput
        label={say('admin.look.day')}
        day={day}
        onChange={(next) => next !== null && (last === null || next <= last) && look(next)}
      />
      <Button
        className="admin-remove"
        aria-label={say('admin.look.after')}
        isDisabled={last !== null && day >= last}
        onPress={() => look(localDay(to))}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
      <ActionButton isDisabled={day === today} onPress={() => look(null)}>
        {say('admin.look.today')}
      </ActionButton>
    </div>
  );
}
