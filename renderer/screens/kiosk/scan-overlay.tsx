import { type FrameSize, frameCard, type Rect } from '../../../core/card/framing.ts';
import type { Hint } from '../../../core/card/guidance.ts';
import type { Point } from '../../../core/card/look.ts';
import { centreOf } from '../../../core/card/outline.ts';
import type { ScanState } from '../../scan/scan.ts';
import { QrPattern } from './drawings.tsx';

/**
 * Where to hold the card and where its code is seen, over the moving picture. Drawn in the camera's own pixels and cut as
 * the picture is cut, so both lie exactly over what they mean; turned around here when the picture is mirrored, so that no
 * letter is.
 */
export function ScanOverlay(props: {
  frame: FrameSize;
  isMirrored: boolean;
  hint: Hint;
  seen: ScanState['seen'];
  label: string;
}) {
  const { frame, isMirrored, hint, seen } = props;
  const { width, height } = frame;
  const flipped = (rect: Rect): Rect => (isMirrored ? { ...rect, x: width - rect.x - rect.width } : rect);
  const shown = ({ x, y }: Point): Point => ({ x: isMirrored ? width - x : x, y });
  const framing = frameCard(frame);
  const code = flipped(framing.code);
  const card = within(flipped(framing.card), frame);
  const unit = height / 1080;
  const corners = seen?.outline.corners.map(shown);
  return (
    <svg
      className={`scan-overlay scan-overlay-${hint}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      aria-hidden="true"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path className="scan-shade" fillRule="evenodd" d={`M0 0h${width}v${height}H0z${path(card)}`} />
      <path className="scan-card" d={path(card)} strokeWidth={6 * unit} />
      <path className="scan-square" d={brackets(code, 0.3)} strokeWidth={18 * unit} />
      {corners === undefined && hint === 'looking' && (
        <>
          <g className="scan-ghost">
            <QrPattern x={code.x} y={code.y} size={code.width} />
          </g>
          <text
            x={code.x + code.width / 2}
            y={code.y + code.height + 84 * unit}
            fontSize={64 * unit}
            textAnchor="middle"
          >
            {props.label}
          </text>
        </>
      )}
      {corners && seen && (
        <polygon
          className={seen.isRead ? 'scan-seen scan-seen-read' : 'scan-seen'}
          points={corners.map(({ x, y }) => `${x},${y}`).join(' ')}
          strokeWidth={12 * unit}
        />
      )}
      {(hint === 'nearer' || hint === 'farther') && (
        <g className="scan-arrows" strokeWidth={18 * unit}>
          {cornerArrows(code, hint === 'nearer', 110 * unit).map((d) => (
            <path key={d} d={d} />
          ))}
        </g>
      )}
      {hint === 'wrong-place' && seen && (
        <path
          className="scan-arrows"
          strokeWidth={22 * unit}
          d={arrow(shown(centreOf(seen.outline)), centreOfRect(code), 60 * unit)}
        />
      )}
    </svg>
  );
}

/** A card that reaches a little out of the picture is outlined at its edge: half an outline looks like none. */
function within(rect: Rect, frame: FrameSize): Rect {
  const free = frame.height * 0.012;
  const x = Math.max(rect.x, free);
  const y = Math.max(rect.y, free);
  return {
    x,
    y,
    width: Math.min(rect.x + rect.width, frame.width - free) - x,
    height: Math.min(rect.y + rect.height, frame.height - free) - y,
  };
}

function path({ x, y, width, height }: Rect): string {
  const r = Math.min(width, height) * 0.06;
  return (
    `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`
  );
}

/** The four corners of a square. */
function brackets({ x, y, width, height }: Rect, share: number): string {
  const across = width * share;
  const down = height * share;
  return (
    `M${x} ${y + down}V${y}h${across}M${x + width - across} ${y}h${across}v${down}` +
    `M${x + width} ${y + height - down}v${down}h${-across}M${x + across} ${y + height}h${-across}v${-down}`
  );
}

/** Out of the square: it is to grow. Into it: it is to shrink. */
function cornerArrows(square: Rect, isOutward: boolean, length: number): string[] {
  const { x, y } = centreOfRect(square);
  const near = square.width * 0.62;
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([dx = 0, dy = 0]) => {
    const inner = { x: x + dx * near, y: y + dy * near };
    const outer = { x: x + dx * (near + length), y: y + dy * (near + length) };
    return isOutward ? arrow(inner, outer, length * 0.5) : arrow(outer, inner, length * 0.5);
  });
}

function arrow(from: Point, to: Point, head: number): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number) =>
    `${to.x - head * Math.cos(angle + turn)} ${to.y - head * Math.sin(angle + turn)}`;
  return `M${from.x} ${from.y}L${to.x} ${to.y}M${barb(0.6)}L${to.x} ${to.y}L${barb(-0.6)}`;
}

function centreOfRect({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
