import type { ReactNode } from 'react';
import { Drawing, IdentityCard, ink, line } from './drawings.tsx';
import type { LifeEventId } from './life-events.ts';

const paper = '#fffdf7';
const mangrove = '#0c4f4a';
const gold = '#c3923a';
const lacquer = '#851a1d';
const skin = '#f6d9b8';

function Cradle() {
  return (
    <>
      <path d="M30 150V34h140v116" {...line} />
      <path d="M18 150h28M154 150h28" {...line} />
      <path d="M34 44c10 70 26 82 66 82s56-12 66-82" fill={gold} {...line} />
      <path d="M62 92c0-22 16-34 38-34s38 12 38 34c-8 14-22 22-38 22s-30-8-38-22z" fill={paper} {...line} />
      <circle cx="100" cy="80" r="19" fill={skin} {...line} />
      <path d="M92 80h.1M108 80h.1M94 88c4 4 8 4 12 0M100 61c-2-6 3-9 7-7" {...line} strokeWidth={4} />
    </>
  );
}

function Rings() {
  return (
    <>
      <path
        d="M100 44C88 22 62 28 64 46c2 16 22 24 36 36 14-12 34-20 36-36 2-18-24-24-36-2z"
        fill={lacquer}
        {...line}
      />
      <circle cx="78" cy="112" r="34" stroke={ink} strokeWidth="17" />
      <circle cx="78" cy="112" r="34" stroke={gold} strokeWidth="8" />
      <circle cx="122" cy="112" r="34" stroke={ink} strokeWidth="17" />
      <circle cx="122" cy="112" r="34" stroke={gold} strokeWidth="8" />
      <path d="M92 142a34 34 0 0 0 20-30" stroke={ink} strokeWidth="17" />
      <path d="M90 144a34 34 0 0 0 22-34" stroke={gold} strokeWidth="8" />
    </>
  );
}

function Incense() {
  return (
    <>
      <path d="M84 82V30M100 82V22M116 82V30" stroke={lacquer} strokeWidth="6" strokeLinecap="round" />
      <path
        d="M84 18c-8-6 4-10-2-16M116 18c8-6-4-10 2-16"
        stroke={ink}
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M58 82h84c0 34-12 52-42 52S58 116 58 82z" fill={mangrove} {...line} />
      <path d="M52 82h96" {...line} strokeWidth={9} />
      <path d="M82 132l-8 18M118 132l8 18M66 150h68" {...line} />
      <circle cx="100" cy="106" r="11" fill={gold} {...line} strokeWidth={4} />
    </>
  );
}

function House() {
  return (
    <>
      <path d="M10 150h180" {...line} />
      <path d="M42 78v72h96V78" fill={paper} {...line} />
      <path d="M26 84 90 30l64 54z" fill={lacquer} {...line} />
      <path d="M78 150v-42h26v42" fill={mangrove} {...line} />
      <path d="M116 104h12v14h-12z" fill={gold} {...line} strokeWidth={4} />
      <path d="M170 150v-42" {...line} />
      <path
        d="M170 112c-20-4-20-22-12-30 4 8 10 10 12 16 2-6 8-8 12-16 8 8 8 26-12 30z"
        fill={mangrove}
        {...line}
      />
    </>
  );
}

function Stall() {
  return (
    <>
      <path d="M34 66v84M166 66v84" {...line} />
      <path d="M40 106h120v44H40z" fill={paper} {...line} />
      <path d="M30 26h140l14 40H16z" fill={gold} {...line} />
      <path d="M64 26 58 66h42V26h36l6 40" {...line} />
      <path d="M58 66h42V26H64zM142 66h42l-14-40h-34z" fill={lacquer} {...line} />
      <path
        d="M58 106c0-14 20-14 20 0M86 106c0-18 26-18 26 0M122 106c0-14 20-14 20 0"
        fill={mangrove}
        {...line}
      />
      <path d="M60 130h80" stroke={gold} strokeWidth="6" strokeLinecap="round" />
    </>
  );
}

function Papers() {
  return (
    <>
      <path d="M92 8h70l22 22v84H92z" fill={paper} {...line} />
      <path d="M162 8v22h22M108 44h58M108 60h58" {...line} strokeWidth={4} />
      <circle cx="158" cy="92" r="17" fill={lacquer} {...line} />
      <path
        d="m151 92 5 6 9-12"
        stroke={paper}
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <IdentityCard x={12} y={68} scale={1} />
    </>
  );
}

const scenes: Record<LifeEventId, () => ReactNode> = {
  birth: Cradle,
  marriage: Rings,
  death: Incense,
  home: House,
  business: Stall,
  papers: Papers,
};

export function LifeDrawing(props: { id: LifeEventId }) {
  const Scene = scenes[props.id];
  return (
    <Drawing viewBox="0 0 200 160">
      <Scene />
    </Drawing>
  );
}
