import type { ReactNode } from 'react';
import { Camera, CameraOff, Check, Hourglass, Unplug } from 'lucide-react';
import type { Hint } from '../../../core/card/guidance.ts';
import type { CameraState } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { Drawing, IdentityCard, ink, Lens, line, QrPattern } from './drawings.tsx';

const lacquer = {
  stroke: '#851a1d',
  strokeWidth: 9,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** What the hands have to do, for those who do not read. */
export function HintDrawing(props: { hint: Hint }) {
  return (
    <Drawing viewBox="0 0 240 200" className="hint-drawing">
      {drawingOf(props.hint)}
    </Drawing>
  );
}

function drawingOf(hint: Hint): ReactNode {
  switch (hint) {
    case 'looking':
      return (
        <>
          <Rays />
          <Lens x={120} y={22} />
          <HeldCard x={52} y={74} scale={1.06} />
        </>
      );
    case 'nearer':
      return (
        <>
          <Lens x={120} y={22} />
          <IdentityCard x={76} y={130} scale={0.69} />
          <path d="M120 118V56M98 78l22-22 22 22" {...lacquer} />
        </>
      );
    case 'farther':
      return (
        <>
          <IdentityCard x={40} y={22} scale={1.25} />
          <Lens x={120} y={22} />
          <path d="M120 138v52M98 168l22 22 22-22" {...lacquer} />
        </>
      );
    case 'too-dark':
      return (
        <>
          <IdentityCard x={20} y={96} scale={1.1} />
          <rect x="20" y="96" width="141" height="90" rx="10" fill={ink} opacity="0.5" />
          <path
            d="M176 66c-14-10-18-34 0-46 20-12 44 4 42 26-2 12-8 14-10 20M180 68l26-2M182 80l22-2"
            {...line}
            fill="#f9d98f"
          />
          <path d="M152 60l-14 8M160 90l-12 14" {...line} stroke="#c3923a" />
        </>
      );
    case 'glare':
      return (
        <>
          <g transform="rotate(-9 110 120)">
            <IdentityCard x={30} y={70} scale={1.28} />
            <path d="M60 70h58L74 175H44z" fill="#ffffff" opacity="0.85" />
          </g>
          <path d="M176 34l6 18 18 6-18 6-6 18-6-18-18-6 18-6z" fill="#f9d98f" {...line} strokeWidth={4} />
          <path d="M28 66C40 36 76 20 112 30M92 12l22 18-24 14" {...lacquer} />
        </>
      );
    case 'hold-still':
      return (
        <>
          <HeldCard x={44} y={40} scale={1.18} />
          <path d="M20 62v70M8 78v38M220 62v70M232 78v38" {...line} stroke="#0c4f4a" />
        </>
      );
    case 'turn-card':
      return (
        <>
          <CardBack x={8} y={20} scale={0.8} />
          <IdentityCard x={112} y={112} scale={0.96} />
          <path d="M128 46c40-6 62 12 62 44M168 72l22 22 20-24" {...lacquer} />
        </>
      );
    case 'wrong-place':
      return (
        <>
          <rect x="10" y="18" width="220" height="164" rx="16" fill={ink} />
          <path d="M96 92V74h18M146 74h18v18M164 124v18h-18M114 142H96v-18" {...lacquer} stroke="#f9d98f" />
          <QrPattern x={16} y={24} size={46} />
          <path d="M70 74l38 22M90 104l20-7-5-20" {...lacquer} stroke="#f9d98f" strokeWidth={7} />
        </>
      );
    case 'reading':
      return (
        <>
          <QrPattern x={22} y={22} size={140} />
          <circle cx="164" cy="138" r="54" fill="#0c4f4a" stroke="#fffdf7" strokeWidth="6" />
          <Check x={126} y={100} width={76} height={76} color="#fffdf7" strokeWidth={3.5} />
        </>
      );
    default:
      return unreachable(hint);
  }
}

function Rays() {
  return (
    <path
      d="M92 44 66 78M120 46v32M148 44l26 34"
      stroke="#c3923a"
      strokeWidth="5"
      strokeDasharray="1 11"
      strokeLinecap="round"
    />
  );
}

/** A card between thumb and fingers. */
function HeldCard(props: { x: number; y: number; scale: number }) {
  return (
    <g>
      <IdentityCard {...props} />
      <g transform={`translate(${props.x} ${props.y}) scale(${props.scale})`}>
        <path
          d="M34 112C22 100 26 88 40 82l20-10c10-4 18 6 10 14l-10 8c10 6 10 12 6 18z"
          fill="#f6d9b8"
          {...line}
          strokeWidth={4}
        />
      </g>
    </g>
  );
}

/** The side without a code. */
function CardBack(props: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y}) scale(${props.scale})`}>
      <rect width="128" height="82" rx="9" fill="#dcebe4" {...line} />
      <rect x="12" y="24" width="30" height="40" rx="3" fill="#fffdf7" stroke={ink} strokeWidth="3" />
      <circle cx="27" cy="38" r="7" fill={ink} />
      <path d="M15 62c1-10 6-14 12-14s11 4 12 14z" fill={ink} />
      <path d="M12 13h60M54 34h60M54 48h44M54 62h58" stroke="#0c4f4a" strokeWidth="5" strokeLinecap="round" />
    </g>
  );
}

export function CameraSign(props: { camera: CameraState }) {
  return (
    <span className="scan-sign" aria-hidden="true">
      {signOf(props.camera)}
    </span>
  );
}

function signOf({ at }: CameraState): ReactNode {
  switch (at) {
    case 'starting':
    case 'ready':
    case 'looking':
      return <Camera />;
    case 'busy':
      return <Hourglass />;
    case 'unplugged':
      return <Unplug />;
    case 'missing':
    case 'denied':
    case 'closed':
      return <CameraOff />;
    default:
      return unreachable(at);
  }
}
