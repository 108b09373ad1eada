import { useId } from 'react';

type Bar = { value: number; words: string };
type Group = { label: string; bars: readonly Bar[] };

const height = 190;
const barWidth = 26;
const gap = 18;
const top = 22;
const foot = 26;
const leastGroups = 6;

/** Bars in groups of two, each with its value above it: nothing has to be read off an axis. */
export function BarChart(props: {
  title: string;
  series: readonly string[];
  groups: readonly Group[];
  /** What a bar of full height stands for at the least: a few seconds must not look like a long wait. */
  least: number;
}) {
  const id = useId();
  const { groups, series } = props;
  const groupWidth = series.length * barWidth + gap;
  const width = Math.max(leastGroups, groups.length) * groupWidth;
  const most = Math.max(props.least, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const room = height - top - foot;
  return (
    <figure className="admin-card figures-chart">
      <figcaption id={id} className="admin-label">
        {props.title}
        <span className="figures-series" aria-hidden="true">
          {series.map((name, index) => (
            <span key={name} className={`figures-mark figures-mark-${index}`}>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={wordsOf(props.title, series, groups)}>
        <line className="figures-axis" x1="0" x2={width} y1={height - foot} y2={height - foot} />
        {groups.map(({ label, bars }, at) => (
          <g key={label} transform={`translate(${at * groupWidth + gap / 2} 0)`}>
            {bars.map(({ value, words }, index) => {
              const long = (value / most) * room;
              const x = index * barWidth;
              return (
                <g key={index}>
                  <rect
                    className={`figures-bar-${index}`}
                    x={x + 2}
                    y={height - foot - long}
                    width={barWidth - 4}
                    height={long}
                  />
                  <text className="figures-value" x={x + barWidth / 2} y={height - foot - long - 5}>
                    {words}
                  </text>
                </g>
              );
            })}
            <text className="figures-hour" x={(series.length * barWidth) / 2} y={height - 7}>
              {label}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The chart as a screen reader says it. */
function wordsOf(title: string, series: readonly string[], groups: readonly Group[]): string {
  const told = groups.map(({ label, bars }) => {
    const values = bars.flatMap(({ words }, index) => (words === '' ? [] : [`${series[index]} ${words}`]));
    return `${label}: ${values.join(', ')}`;
  });
  return `${title}. ${told.join('; ')}.`;
}
