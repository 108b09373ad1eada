import type { FiguresOf } from '../../../../core/queue/figures.ts';
import { useSay } from '../../counter/staff-text.tsx';
import { BarChart } from './bar-chart.tsx';
import { minutesWords } from './times.ts';

/** When it is full and when it is slow. The same figures stand in the table by hour. */
export function HourCharts(props: { hours: readonly FiguresOf<number>[] }) {
  const say = useSay();
  const { hours } = props;
  const label = (hour: number) => say('admin.figures.hourOf', { hour });
  return (
    <div className="figures-charts">
      <BarChart
        title={say('admin.figures.chartNumbers')}
        series={[say('admin.figures.columns.issued'), say('admin.figures.columns.served')]}
        least={5}
        groups={hours.map(({ key, issued, served }) => ({
          label: label(key),
          bars: [
            { value: issued, words: String(issued) },
            { value: served, words: String(served) },
          ],
        }))}
      />
      <BarChart
        title={say('admin.figures.chartWait')}
        series={[say('admin.figures.median'), say('admin.figures.p90')]}
        least={10 * 60_000}
        groups={hours.map(({ key, wait }) => ({
          label: label(key),
          bars: [wait.median, wait.p90].map((ms) =>
            ms === null ? { value: 0, words: '' } : { value: ms, words: minutesWords(ms) },
          ),
        }))}
      />
    </div>
  );
}
