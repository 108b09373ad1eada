import type { AdminCommand, AdminScreen } from '../../../../core/contract.ts';
import { enoughMeasured } from '../../../../core/queue/spread.ts';
import { dayWords } from '../../counter/date-words.ts';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { LookAtDay } from '../look-at-day.tsx';
import { FiguresTable, type TableRow } from './figures-table.tsx';
import { HourCharts } from './hour-charts.tsx';
import '../form/form.css';
import './figures.css';

type FiguresScreen = Extract<AdminScreen, { at: 'figures' }>;

/** One day of the queue: how many, how long, where and when. */
export function FiguresPage(props: { screen: FiguresScreen; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { screen, asking } = props;
  const { figures, today } = screen;
  const named = (names: Record<string, string>, key: string) =>
    names[key] ?? say('admin.figures.gone', { key });
  const lanes: TableRow[] = figures.lanes.map((lane) => ({
    ...lane,
    name: lane.key in screen.laneNames ? `${lane.key} – ${screen.laneNames[lane.key]}` : named({}, lane.key),
  }));
  const counters: TableRow[] = figures.counters.map((counter) => ({
    ...counter,
    name: named(screen.counterNames, counter.key),
  }));
  const hours: TableRow[] = figures.hours.map((hour) => ({
    ...hour,
    key: String(hour.key),
    name: say('admin.figures.hourOf', { hour: hour.key }),
  }));
  const total: TableRow = { ...figures.total, key: 'total', name: say('admin.figures.total') };
  return (
    <div className="admin-stack">
      <header className="admin-card-head">
        <h1 className="admin-card-title">
          {say('admin.figures.title', { day: dayWords(figures.day) })}
          {figures.day === today && <small> ({say('admin.figures.now')})</small>}
        </h1>
        <LookAtDay page="figures" day={figures.day} today={today} last={today} asking={asking} />
      </header>
      {lanes.length === 0 ? (
        <p className="admin-card">{say('admin.figures.nothing')}</p>
      ) : (
        <>
          <FiguresTable
            title={say('admin.figures.byLane')}
            head={say('admin.figures.lane')}
            rows={[...lanes, total]}
          />
          <p className="admin-hint">
            {say('admin.figures.waitMeans')} {say('admin.figures.fewMeans', { enough: enoughMeasured })}
            {figures.carriedIn > 0 && ` ${say('admin.figures.carriedIn', { count: figures.carriedIn })}`}
            {figures.carriedOut > 0 && ` ${say('admin.figures.carriedOut', { count: figures.carriedOut })}`}
          </p>
          <HourCharts hours={figures.hours} />
          <FiguresTable
            title={say('admin.figures.byCounter')}
            head={say('admin.figures.counter')}
            rows={counters}
            without={['issued', 'waiting', 'cancelled', 'expired']}
          />
          <FiguresTable
            title={say('admin.figures.byHour')}
            head={say('admin.figures.hour')}
            rows={hours}
            without={['waiting', 'atCounter']}
          />
        </>
      )}
    </div>
  );
}
