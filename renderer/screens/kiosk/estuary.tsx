/** The scene of the welcome page: mangroves on their roots, the sun over the river mouth, a boat with painted eyes. */
export function Estuary(props: { className: string }) {
  return (
    <svg
      className={props.className}
      viewBox="0 76 960 400"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      fill="none"
    >
      <rect width="960" height="540" fill="#f3e4c3" />
      <circle cx="560" cy="232" r="138" fill="#f9d98f" />
      <circle cx="560" cy="232" r="138" stroke="#c3923a" strokeWidth="3" />
      <circle
        cx="560"
        cy="232"
        r="160"
        stroke="#c3923a"
        strokeWidth="2"
        strokeDasharray="2 14"
        strokeLinecap="round"
      />
      <FarShore />
      <rect y="352" width="960" height="188" fill="#cfe2d8" />
      <g stroke="#0c4f4a" strokeWidth="3" strokeLinecap="round" opacity="0.55">
        <path d="M330 378h90M450 372h40M640 380h120M800 372h60M240 396h50M560 398h90M700 404h46" />
      </g>
      <g stroke="#c3923a" strokeWidth="4" strokeLinecap="round">
        <path d="M500 368h120M520 388h76M542 408h40" />
      </g>
      <Boat />
      <Tree x={64} y={404} scale={1.18} />
      <Tree x={236} y={382} scale={0.74} />
      <Tree x={886} y={412} scale={1.1} />
      <Tree x={770} y={380} scale={0.6} />
      <Birds />
      <Water />
    </svg>
  );
}

function FarShore() {
  return (
    <path
      d="M0 352v-36c20-16 44-18 62-6 16-22 48-24 66-4 22-14 46-10 58 6 24-12 52-8 66 8 30-10 58-6 78 6 40-8 90-6 130 4 60-8 130-8 190-2 30-16 56-14 74 0 20-14 46-14 62 2 18-18 46-20 64-4 26-14 56-10 66 0 16-8 30-10 44-6v36z"
      fill="#8fb8a8"
    />
  );
}

function Tree(props: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y}) scale(${props.scale})`}>
      <g stroke="#073733" strokeLinecap="round">
        <path d="M0-6C-2-60 4-110-2-168" strokeWidth="13" />
        <path d="M0-96C-22-116-44-128-62-150M2-120C24-138 40-150 52-172" strokeWidth="8" />
        <path
          d="M0-58C-30-50-46-24-52 22M0-44C-20-36-28-12-30 26M0-58C30-50 48-24 54 20M0-44C20-36 28-10 30 26M0-30C-4-10-6 8-6 28M-2-66C-48-64-76-36-84 14M2-66C48-64 74-38 82 12M0-30C8-8 10 8 10 28"
          strokeWidth="7"
        />
      </g>
      <g fill="#0c4f4a">
        <ellipse cx="-62" cy="-168" rx="62" ry="36" />
        <ellipse cx="56" cy="-182" rx="60" ry="36" />
        <ellipse cx="-4" cy="-212" rx="74" ry="44" />
        <ellipse cx="-88" cy="-196" rx="34" ry="24" />
        <ellipse cx="86" cy="-206" rx="32" ry="22" />
      </g>
      <g stroke="#6aa08f" strokeWidth="5" strokeLinecap="round">
        <path d="M-92-176c12-12 30-14 42-6M-40-214c14-14 40-18 58-6M34-186c14-12 34-12 46-2M-14-178c8-6 18-6 26 0M70-216c8-6 18-6 24 0M-72-204c6-6 16-8 24-4" />
      </g>
    </g>
  );
}

function Boat() {
  return (
    <g transform="translate(388 318)">
      <path d="M140-118V58" stroke="#1d1a16" strokeWidth="6" strokeLinecap="round" />
      <path d="M140-112c34 8 58 34 66 78-24-10-46-12-66-8z" fill="#fff8ea" stroke="#1d1a16" strokeWidth="4" />
      <path d="M196 58V4h84l10 54z" fill="#fff8ea" stroke="#1d1a16" strokeWidth="4" strokeLinejoin="round" />
      <path d="M186 4h104" stroke="#851a1d" strokeWidth="11" strokeLinecap="round" />
      <path d="M214 20h22v20h-22zM248 20h22v20h-22z" fill="#cfe2d8" stroke="#1d1a16" strokeWidth="3" />
      <path
        d="M-14 26c40 26 90 34 150 34h196c18 0 30-6 40-18-2 38-20 66-56 74-90 14-190 12-252-4C18 98-6 66-14 26z"
        fill="#851a1d"
        stroke="#1d1a16"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path d="M2 54c40 22 90 30 150 30h180c14 0 24-4 32-12" stroke="#c3923a" strokeWidth="5" />
      <ellipse
        cx="44"
        cy="66"
        rx="19"
        ry="11"
        transform="rotate(22 44 66)"
        fill="#fff8ea"
        stroke="#1d1a16"
        strokeWidth="3"
      />
      <circle cx="46" cy="67" r="6.5" fill="#1d1a16" />
    </g>
  );
}

function Birds() {
  return (
    <g stroke="#1d1a16" strokeWidth="4" strokeLinecap="round">
      <path d="M338 126c12-14 24-14 32 0 8-14 20-14 32 0M430 82c9-10 18-10 24 0 6-10 15-10 24 0M296 74c8-9 16-9 21 0 5-9 13-9 21 0" />
    </g>
  );
}

/** Scale waves, as in parts/waves.tsx, but on the colours of the river. */
function Water() {
  return (
    <g>
      {waterRows.map(({ y, shift, ground }) => (
        <g key={y}>
          {waterScales.map((x) => (
            <g key={x} transform={`translate(${x + shift} ${y})`}>
              <path d="M0 48a32 32 0 0 1 64 0v60H0z" fill={ground} />
              <path
                d="M0 48a32 32 0 0 1 64 0M11 48a21 21 0 0 1 42 0M22 48a10 10 0 0 1 20 0"
                stroke="#0c4f4a"
                strokeWidth="3"
              />
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}

const waterRows = [
  { y: 416, shift: -32, ground: '#bfd9cd' },
  { y: 444, shift: -64, ground: '#b2d1c3' },
  { y: 472, shift: -32, ground: '#a5c8b9' },
  { y: 500, shift: -64, ground: '#98c0af' },
];
const waterScales = Array.from({ length: 17 }, (_, index) => index * 64);
