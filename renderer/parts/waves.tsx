import './waves.css';

/** A band of scale waves, as carved on communal houses: three arcs in each, rows set half a wave apart. */
export function Waves(props: { className?: string }) {
  return (
    <svg
      className={`waves ${props.className ?? ''}`}
      viewBox="0 0 1920 84"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      {rows.map((row) => (
        <g key={row.y} transform={`translate(${row.shift} ${row.y})`}>
          {scales.map((x) => (
            <g key={x} transform={`translate(${x} 0)`}>
              <path className="wave-ground" d="M0 60a40 40 0 0 1 80 0z" />
              <path
                className="wave-line"
                d="M0 60a40 40 0 0 1 80 0M13 60a27 27 0 0 1 54 0M26 60a14 14 0 0 1 28 0"
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

const rows = [
  { y: -18, shift: -40 },
  { y: 4, shift: -80 },
  { y: 26, shift: -40 },
];
const scales = Array.from({ length: 26 }, (_, index) => index * 80);
