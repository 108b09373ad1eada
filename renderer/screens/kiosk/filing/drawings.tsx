import type { ReactNode } from 'react';
import type { JourneyDrawing } from '../../../../core/contract.ts';
import { Drawing, IdentityCard, ink, line, QrPattern } from '../drawings.tsx';

const mangrove = '#0c4f4a';
const wash = '#dcebe4';
const gold = '#c3923a';
const lacquer = '#851a1d';
const paper = '#fffdf7';

function PhoneFrame(props: { x: number; children: ReactNode }) {
  return (
    <g transform={`translate(${props.x} 14)`}>
      <rect width="92" height="172" rx="14" fill={paper} {...line} />
      <path d="M36 12h20" {...line} />
      {props.children}
    </g>
  );
}

function Sheet(props: { x: number; y: number; children?: ReactNode }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <path d="M0 0h76l24 24v110H0z" fill={paper} {...line} />
      <path d="M76 0v24h24" fill={wash} {...line} />
      <path d="M18 44h64M18 64h64M18 84h40" stroke={mangrove} strokeWidth="6" strokeLinecap="round" />
      {props.children}
    </g>
  );
}

const pictures: Record<JourneyDrawing, ReactNode> = {
  phone: (
    <>
      <PhoneFrame x={40}>
        <QrPattern x={18} y={42} size={56} />
        <path d="M26 124h40" stroke={mangrove} strokeWidth="8" strokeLinecap="round" />
      </PhoneFrame>
      <QrPattern x={176} y={60} size={84} />
      <path
        d="M140 84h26M140 120h26"
        stroke={gold}
        strokeWidth="6"
        strokeDasharray="1 12"
        strokeLinecap="round"
      />
    </>
  ),
  'sign-in': (
    <>
      <PhoneFrame x={34}>
        <path d="M46 40 22 50v22c0 18 12 28 24 34 12-6 24-16 24-34V50z" fill={wash} {...line} />
        <path d="m35 72 8 9 15-18" {...line} stroke={mangrove} />
        <path d="M22 134h48" stroke={ink} strokeWidth="8" strokeDasharray="2 13" strokeLinecap="round" />
      </PhoneFrame>
      <IdentityCard x={150} y={64} scale={0.95} />
    </>
  ),
  search: (
    <>
      <Sheet x={44} y={34} />
      <circle cx="176" cy="98" r="42" fill={wash} {...line} strokeWidth={7} />
      <path d="m206 130 40 42" stroke={lacquer} strokeWidth="14" strokeLinecap="round" />
    </>
  ),
  agency: (
    <>
      <path d="M40 84 150 34l110 50z" fill={lacquer} {...line} />
      <path d="M56 84h188v84H56z" fill={paper} {...line} />
      <path d="M84 100v54M124 100v54M176 100v54M216 100v54" {...line} />
      <path d="M40 172h220" stroke={ink} strokeWidth="9" strokeLinecap="round" />
      <circle cx="150" cy="62" r="9" fill={gold} />
    </>
  ),
  form: (
    <>
      <Sheet x={60} y={34} />
      <path d="m160 150 62-76 22 18-62 76-28 8z" fill={gold} {...line} />
    </>
  ),
  papers: (
    <>
      <Sheet x={34} y={40} />
      <PhoneFrame x={176}>
        <rect x="16" y="40" width="60" height="80" rx="4" fill={wash} {...line} />
        <path d="M28 62h36M28 78h36M28 94h22" stroke={mangrove} strokeWidth="5" strokeLinecap="round" />
        <circle cx="46" cy="144" r="11" fill={lacquer} />
      </PhoneFrame>
    </>
  ),
  fee: (
    <>
      <rect x="40" y="62" width="160" height="92" rx="10" fill={wash} {...line} />
      <circle cx="120" cy="108" r="26" fill={paper} {...line} />
      <path d="M110 108h20M126 92v26" stroke={mangrove} strokeWidth="5" strokeLinecap="round" />
      <circle cx="222" cy="132" r="36" fill={gold} {...line} />
      <path d="m208 132 10 11 18-22" {...line} />
    </>
  ),
  send: (
    <>
      <Sheet x={52} y={34}>
        <path d="m20 112 10 10 18-22" {...line} stroke={lacquer} />
      </Sheet>
      <path
        d="M176 100h64m-22-24 24 24-24 24"
        stroke={mangrove}
        strokeWidth="11"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  code: (
    <>
      <path d="M60 40h150v124H60z" fill={paper} {...line} />
      <path
        d="M82 30v22M108 30v22M134 30v22M160 30v22M186 30v22"
        stroke={lacquer}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path
        d="M82 86h106M82 112h106"
        stroke={ink}
        strokeWidth="7"
        strokeDasharray="14 9"
        strokeLinecap="round"
      />
      <path d="M82 140h50" stroke={mangrove} strokeWidth="6" strokeLinecap="round" />
      <path d="m182 156 44-54 18 15-44 54-22 7z" fill={gold} {...line} />
    </>
  ),
  person: (
    <>
      <circle cx="102" cy="70" r="28" fill={wash} {...line} />
      <path d="M52 172c2-42 22-60 50-60s48 18 50 60z" fill={mangrove} {...line} />
      <circle cx="206" cy="78" r="26" fill={paper} {...line} />
      <path d="M160 172c2-38 20-54 46-54s44 16 46 54z" fill={gold} {...line} />
      <path d="M138 132c14 8 24 8 38 0" {...line} />
    </>
  ),
};

/** What hands do at this step. */
export function JourneyPicture(props: { name: JourneyDrawing }) {
  return (
    <Drawing className="journey-picture" viewBox="0 0 300 200">
      {pictures[props.name]}
    </Drawing>
  );
}
