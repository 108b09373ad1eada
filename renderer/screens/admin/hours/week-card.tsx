import { Copy, Plus, X } from 'lucide-react';
import { Fragment } from 'react';
import { Button } from 'react-aria-components/Button';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { weekDays } from '../form/field-words.ts';
import { Choice, NumberInput, TextInput } from '../form/inputs.tsx';
import type { Draft } from '../form/use-draft.ts';
import { usualHours, withMondayCopied, withNewSession, withoutSession, withSession } from './week-changes.ts';

const mostSessions = 3;

/** The sessions of each weekday; between two of them is the lunch break. */
export function WeekCard(props: { draft: Draft }) {
  const say = useSay();
  const { centre, change } = props.draft;
  const { hours } = centre;
  const write = (part: Partial<typeof usualHours>) =>
    change({ hours: { ...(hours ?? usualHours), ...part } });
  return (
    <section className="admin-card hours-week">
      <header className="admin-card-head">
        <h1 className="admin-card-title">{say('admin.hours.title')}</h1>
        <Choice
          label={say('admin.hours.mode')}
          value={hours === null ? 'always' : 'hours'}
          options={[
            { value: 'hours', label: say('admin.hours.byHours') },
            { value: 'always', label: say('admin.hours.always') },
          ]}
          onChange={(mode) => change({ hours: mode === 'always' ? null : usualHours })}
        />
      </header>
      <Fault at="hours" exact />
      {hours !== null && (
        <>
          <ul className="hours-days">
            {weekDays.map((name, day) => (
              <li key={name}>
                <strong className="hours-day">{say(`admin.hours.days.${name}`)}</strong>
                <Sessions
                  day={say(`admin.hours.days.${name}`)}
                  sessions={hours.week[day] ?? []}
                  change={(index, part) => write({ week: withSession(hours.week, day, index, part) })}
                  add={() => write({ week: withNewSession(hours.week, day) })}
                  remove={(index) => write({ week: withoutSession(hours.week, day, index) })}
                />
                <Fault at={`hours.week.${day}`} />
              </li>
            ))}
          </ul>
          <div className="hours-foot">
            <label className="hours-last">
              {say('admin.hours.lastTicket')}{' '}
              <NumberInput
                label={say('admin.hours.lastTicket')}
                value={hours.lastTicketMinutes}
                onChange={(lastTicketMinutes) => write({ lastTicketMinutes })}
              />{' '}
              {say('admin.hours.minutes')}
            </label>
            <ActionButton icon={<Copy />} onPress={() => write({ week: withMondayCopied(hours.week) })}>
              {say('admin.hours.copy')}
            </ActionButton>
          </div>
          <Fault at="hours.lastTicketMinutes" />
        </>
      )}
    </section>
  );
}

function Sessions(props: {
  day: string;
  sessions: readonly { from: string; to: string }[];
  change: (index: number, part: { from?: string; to?: string }) => void;
  add: () => void;
  remove: (index: number) => void;
}) {
  const say = useSay();
  const { day, sessions } = props;
  return (
    <div className="hours-sessions">
      {sessions.length === 0 && <span className="hours-off">{say('admin.hours.off')}</span>}
      {sessions.map(({ from, to }, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="hours-lunch">{say('admin.hours.lunch')}</span>}
          <span className="hours-session">
            <TextInput
              size="time"
              label={say('admin.hours.from', { day, session: index + 1 })}
              value={from}
              onChange={(value) => props.change(index, { from: value })}
            />
            –
            <TextInput
              size="time"
              label={say('admin.hours.to', { day, session: index + 1 })}
              value={to}
              onChange={(value) => props.change(index, { to: value })}
            />
            <Button
              className="admin-remove"
              aria-label={say('admin.hours.removeSession', { day, session: index + 1 })}
              onPress={() => props.remove(index)}
            >
              <X aria-hidden="true" />
            </Button>
          </span>
        </Fragment>
      ))}
      {sessions.length < mostSessions && (
        <Button
          className="hours-add"
          aria-label={say('admin.hours.addSessionOn', { day })}
          onPress={props.add}
        >
          <Plus aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
