import type { ReactNode } from 'react';

/** One hand for all of them: ink lines, mangrove, gold and lacquer as the only fills. */
export const ink = '#1d1a16';
export const line = { stroke: ink, strokeWidth: 5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

export function Drawing(props: { className?: string; viewBox: string; children: ReactNode }) {
  return (
    <svg
      className={`drawing ${props.className ?? ''}`}
      viewBox={props.viewBox}
      fill="none"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}

/** A code that looks like one and cannot be read. */
export function QrPattern(props: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y}) scale(${props.size / 36})`}>
      <rect width="36" height="36" fill="#fffdf7" />
      <path
        d="M2 2h12v12H2zM22 2h12v12H22zM2 22h12v12H2z"
        stroke={ink}
        strokeWidth="3"
        strokeLinejoin="miter"
      />
      <path
        d="M6 6h4v4H6zM26 6h4v4h-4zM6 26h4v4H6zM17 2h3v5h-3zM17 10h3v3h-3zM17 17h4v4h-4zM3 17h5v3H3zM11 17h3v3h-3zM24 17h4v4h-4zM31 17h3v6h-3zM17 24h4v4h-4zM24 24h5v4h-5zM30 28h4v6h-4zM22 31h5v3h-5zM16 31h4v3h-4z"
        fill={ink}
      />
    </g>
  );
}

export function IdentityCard(props: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y}) scale(${props.scale})`}>
      <rect width="128" height="82" rx="9" fill="#dcebe4" {...line} strokeWidth={5 / props.scale} />
      <rect x="12" y="24" width="30" height="40" rx="3" fill="#fffdf7" stroke={ink} strokeWidth="3" />
      <circle cx="27" cy="38" r="7" fill={ink} />
      <path d="M15 62c1-10 6-14 12-14s11 4 12 14z" fill={ink} />
      <path d="M12 13h46M52 56h40M52 68h58" stroke="#0c4f4a" strokeWidth="5" strokeLinecap="round" />
      <QrPattern x={80} y={12} size={36} />
    </g>
  );
}

export function Lens(props: { x: number; y: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <rect x="-40" y="-17" width="80" height="34" rx="17" fill={ink} />
      <circle r="11" fill="#0c4f4a" stroke="#fffdf7" strokeWidth="3" />
      <circle cx="24" r="3.5" fill="#c3923a" />
    </g>
  );
}

export function CardStepDrawing() {
  return (
    <Drawing viewBox="0 0 200 160">
      <Lens x={100} y={22} />
      <path
        d="M72 46 44 66M128 46l28 20"
        stroke="#c3923a"
        strokeWidth="4"
        strokeDasharray="1 10"
        strokeLinecap="round"
      />
      <IdentityCard x={36} y={66} scale={1} />
    </Drawing>
  );
}

export function ChooseStepDrawing() {
  return (
    <Drawing viewBox="0 0 200 160">
      <rect x="22" y="10" width="132" height="140" rx="12" fill="#fffdf7" {...line} />
      <rect x="36" y="26" width="104" height="26" rx="6" fill="#f1e7d4" />
      <rect x="36" y="66" width="104" height="30" rx="6" fill="#0c4f4a" />
      <rect x="36" y="110" width="104" height="26" rx="6" fill="#f1e7d4" />
      <path d="M48 39h52M48 123h60" stroke={ink} strokeWidth="5" strokeLinecap="round" />
      <path d="M48 81h44" stroke="#fffdf7" strokeWidth="5" strokeLinecap="round" />
      <Pointing x={120} y={78} />
    </Drawing>
  );
}

function Pointing(props: { x: number; y: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <path
        d="M0 10C0 0 14 0 14 10v24c10-2 16 0 20 4 8-2 14 0 18 4 10 0 14 8 14 18 0 16-6 22-14 32H18C10 78 0 70-10 60c-6-8 2-16 10-11z"
        fill="#f6d9b8"
        {...line}
      />
      <path d="M34 38v10M52 42v9" {...line} strokeWidth={4} />
    </g>
  );
}

export function TicketStepDrawing() {
  return (
    <Drawing viewBox="0 0 200 160">
      <rect x="30" y="10" width="140" height="34" rx="12" fill={ink} />
      <path d="M50 28h100" stroke="#c3923a" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M54 28h92v118l-11.5-9-11.5 9-11.5-9-11.5 9-11.5-9-11.5 9-11.5-9-11.5 9z"
        fill="#fffdf7"
        {...line}
      />
      <path d="M76 50h48" stroke="#c3923a" strokeWidth="5" strokeLinecap="round" />
      <text x="100" y="98" textAnchor="middle" fontSize="30" fontWeight="800" fill="#851a1d">
        A012
      </text>
      <path d="M72 116h56" stroke={ink} strokeWidth="5" strokeLinecap="round" />
    </Drawing>
  );
}

export function ClosedDrawing(props: { className: string }) {
  return (
    <Drawing viewBox="0 0 240 220" className={props.className}>
      <path d="M28 208V92C28 36 70 12 120 12s92 24 92 80v116z" fill="#f1e7d4" {...line} />
      <path d="M60 208V104c0-38 28-56 60-56s60 18 60 56v104" fill="#fffdf7" {...line} />
      <path d="M120 48v160" {...line} />
      <circle cx="104" cy="138" r="6" fill={ink} />
      <circle cx="136" cy="138" r="6" fill={ink} />
      <rect x="72" y="84" width="96" height="36" rx="8" fill="#851a1d" stroke={ink} strokeWidth="5" />
      <path d="M90 102h60" stroke="#fff8ea" strokeWidth="6" strokeLinecap="round" />
      <path d="M12 208h216" {...line} />
    </Drawing>
  );
}
