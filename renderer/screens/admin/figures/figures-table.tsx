import type { Figures } from '../../../../core/queue/figures.ts';
import type { Spread } from '../../../../core/queue/spread.ts';
import { useSay } from '../../counter/staff-text.tsx';
import { isFew, minutesWords } from './times.ts';

export type TableRow = Figures & { key: string; name: string };
const counts = [
  'issued',
  'waiting',
  'atCounter',
  'served',
  'missed',
  'transferred',
  'cancelled',
  'expired',
] as const;

/** Counts and times, one row a lane, counter or hour; a row named "total" is set apart. */
export function FiguresTable(props: {
  title: string;
  head: string;
  rows: readonly TableRow[];
  /** Columns that mean nothing here. */
  without?: readonly (typeof counts)[number][];
}) {
  const say = useSay();
  const shown = counts.filter((column) => props.without?.includes(column) !== true);
  return (
    <section className="admin-card figures-card">
      <table className="admin-table figures-table">
        <caption className="admin-card-title">{props.title}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {props.head}
            </th>
            {shown.map((column) => (
              <th key={column} rowSpan={2} scope="col" className="figures-number">
                {say(`admin.figures.columns.${column}`)}
              </th>
            ))}
            <th colSpan={3} scope="colgroup" className="figures-group">
              {say('admin.figures.wait')}
            </th>
            <th colSpan={3} scope="colgroup" className="figures-group">
              {say('admin.figures.service')}
            </th>
          </tr>
          <tr>
            <SpreadHead />
            <SpreadHead />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key} className={row.key === 'total' ? 'figures-total' : ''}>
              <th scope="row">{row.name}</th>
              {shown.map((column) => (
                <td key={column} className="figures-number">
                  {row[column]}
                </td>
              ))}
              <SpreadCells spread={row.wait} />
              <SpreadCells spread={row.service} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SpreadHead() {
  const say = useSay();
  return (
    <>
      <th scope="col" className="figures-number figures-first">
        {say('admin.figures.median')}
      </th>
      <th scope="col" className="figures-number">
        {say('admin.figures.p90')}
      </th>
      <th scope="col" className="figures-number">
        {say('admin.figures.n')}
      </th>
    </>
  );
}

function SpreadCells(props: { spread: Spread }) {
  const say = useSay();
  const { spread } = props;
  if (spread.median === null || spread.p90 === null) {
    return (
      <td colSpan={3} className="figures-first figures-none">
        {say('ratio.noData')}
      </td>
    );
  }
  return (
    <>
      <td className="figures-number figures-first">{minutesWords(spread.median)}</td>
      <td className="figures-number">{minutesWords(spread.p90)}</td>
      <td className="figures-number">
        {spread.n}
        {isFew(spread) && <em className="figures-few">{say('admin.figures.few')}</em>}
      </td>
    </>
  );
}
