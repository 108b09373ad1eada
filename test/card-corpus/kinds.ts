import type { CardPicture } from './draw-card.ts';
import type { Random } from './random.ts';
import type { Shot } from './shot.ts';

export const levels = ['easy', 'medium', 'hard'] as const;
export type Level = (typeof levels)[number];

type Context = { random: Random; level: Level; code: CardPicture['code'] };
type Worsen = (shot: Shot, context: Context) => void;

/** A value that grows with the level, somewhere in its range. */
function byLevel(
  { random, level }: Context,
  easy: [number, number],
  medium: [number, number],
  hard: [number, number],
): number {
  return random.between(...{ easy, medium, hard }[level]);
}

const sizePx = (shot: Shot, { code }: Context) => (shot.pixelsPerModule * code.sizeMm) / code.moduleMm;

/** A card held well enough; what a kind of trouble does not touch stays like this. */
export function ordinaryShot(frame: { width: number; height: number }, context: Context): Shot {
  const { random, level } = context;
  const small = frame.width < 1000;
  const pixelsPerModule = small
    ? byLevel(context, [2.9, 3.4], [2.7, 3.1], [2.5, 3])
    : byLevel(context, [3.4, 4.8], [3.1, 4.4], [2.9, 4]);
  return {
    ...frame,
    pixelsPerModule,
    at: { x: 0, y: 0 },
    rollDegrees: random.normal() * 6,
    pitchDegrees: random.normal() * 5,
    yawDegrees: random.normal() * 5,
    mirrored: false,
    barrel: random.between(0, 0.03),
    fingers: [holdingFinger(random)],
    softness: random.between(0.45, { easy: 0.6, medium: 0.7, hard: 0.8 }[level]),
    defocus: 0,
    motion: [],
    exposure: random.between(0.65, 0.95),
    falloff: { share: random.between(0, 0.3), degrees: random.between(0, 360) },
    shade: null,
    glare: [],
    noise: { bright: random.between(0.008, 0.016), dark: random.between(0.0015, 0.003) },
    gamma: 2.2,
    sharpening: random.chance(0.4) ? random.between(0.2, 0.8) : 0,
    jpegQuality: random.whole(78, 92),
  };
}

/** A thumb at the far side of the card, away from the code. */
function holdingFinger(random: Random): Shot['fingers'][number] {
  const v = random.between(8, 40);
  return {
    tip: { u: -60, v },
    root: { u: -260, v: v + random.between(-60, 120) },
    radiusMm: random.between(7, 10),
    skin: random.between(0.22, 0.5),
  };
}

function blurPath(random: Random, length: number): Shot['motion'] {
  const angle = random.between(0, 2 * Math.PI);
  const bend = random.between(-0.15, 0.15) * length;
  const count = Math.max(3, Math.ceil(length * 2));
  return Array.from({ length: count }, (_, index) => {
    const along = index / (count - 1) - 0.5;
    const aside = bend * (1 - 4 * along * along);
    return {
      x: length * along * Math.cos(angle) - aside * Math.sin(angle),
      y: length * along * Math.sin(angle) + aside * Math.cos(angle),
    };
  });
}

const worsen = {
  distance(shot, context) {
    shot.pixelsPerModule =
      shot.width < 1000
        ? byLevel(context, [2.6, 3.4], [2.2, 2.6], [1.6, 2.4])
        : byLevel(context, [3, 6], [2.2, 3], [1.5, 2.1]);
    // Far things are in focus.
    shot.softness = context.random.between(0.4, 0.6);
  },
  rotation(shot, context) {
    shot.rollDegrees = context.random.between(0, 360);
    shot.pixelsPerModule *= byLevel(context, [1, 1], [0.85, 1], [0.5, 0.8]);
  },
  perspective(shot, context) {
    const tilt = byLevel(context, [15, 25], [25, 36], [36, 45]);
    shot.pixelsPerModule *= byLevel(context, [1, 1], [0.9, 1], [0.65, 0.9]);
    const way = context.random.between(0, 2 * Math.PI);
    shot.yawDegrees = tilt * Math.cos(way);
    shot.pitchDegrees = tilt * Math.sin(way);
  },
  motion(shot, context) {
    const modules = byLevel(context, [0.3, 0.7], [0.6, 1], [0.9, 1.5]);
    shot.motion = blurPath(context.random, modules * shot.pixelsPerModule);
  },
  defocus(shot, context) {
    shot.defocus = byLevel(context, [0.2, 0.4], [0.4, 0.55], [0.45, 0.7]) * shot.pixelsPerModule;
  },
  noise(shot, context) {
    const dark = byLevel(context, [0.004, 0.008], [0.012, 0.025], [0.045, 0.1]);
    shot.noise = { dark, bright: dark * 1.6 };
  },
  'low-light'(shot, context) {
    shot.exposure = byLevel(context, [0.2, 0.35], [0.1, 0.2], [0.04, 0.1]);
    shot.gamma = context.random.between(1.4, 2.8);
    shot.noise = { dark: byLevel(context, [0.0015, 0.003], [0.002, 0.004], [0.003, 0.006]), bright: 0.03 };
  },
  'uneven-light'(shot, context) {
    const { random } = context;
    shot.falloff = {
      share: byLevel(context, [0.3, 0.5], [0.5, 0.7], [0.6, 0.85]),
      degrees: random.between(0, 360),
    };
    shot.shade = {
      depth: byLevel(context, [0.2, 0.4], [0.4, 0.65], [0.6, 0.85]),
      degrees: random.between(0, 360),
      period: sizePx(shot, context) * byLevel(context, [2, 3], [1, 1.8], [0.6, 1.4]),
      phase: random.next(),
      softEdge: byLevel(context, [20, 40], [10, 25], [5, 20]),
    };
  },
  glare(shot, context) {
    const { random } = context;
    const size = sizePx(shot, context);
    shot.glare.push({
      x: shot.at.x + random.between(-0.45, 0.45) * size,
      y: shot.at.y + random.between(-0.45, 0.45) * size,
      radius: size * byLevel(context, [0.05, 0.08], [0.07, 0.11], [0.1, 0.2]),
      stretch: random.between(1, 2.2),
      degrees: random.between(0, 180),
      strength: byLevel(context, [0.3, 0.8], [0.5, 1.2], [0.6, 2]),
    });
  },
  jpeg(shot, context) {
    shot.jpegQuality = Math.round(byLevel(context, [35, 55], [14, 25], [3, 9]));
    shot.pixelsPerModule *= byLevel(context, [1, 1], [1, 1], [0.7, 1]);
  },
  finger(shot, context) {
    const { random, code } = context;
    const half = code.sizeMm / 2;
    const side = random.whole(0, 3);
    const along = random.between(-half, half);
    const radiusMm = random.between(5, 8);
    // Modules that the skin lies on; a code forgives a few.
    const over = byLevel(context, [-3, -1], [-1, 0.5], [0.5, 3]) * code.moduleMm;
    const away = half + radiusMm - over;
    const [tip, root] = [away, away + 200].map(
      (out) =>
        [
          { u: out, v: along },
          { u: along, v: out },
          { u: -out, v: along },
          { u: along, v: -out },
        ][side]!,
    ) as [{ u: number; v: number }, { u: number; v: number }];
    root.u += random.between(-60, 60);
    shot.fingers.push({ tip, root, radiusMm, skin: random.between(0.05, 0.45) });
  },
  // The print itself is drawn so.
  'low-contrast'() {},
  barrel(shot, context) {
    shot.barrel = byLevel(context, [0.08, 0.15], [0.2, 0.35], [0.4, 0.9]);
    shot.pixelsPerModule *= byLevel(context, [1, 1], [0.9, 1], [0.6, 0.9]);
    shot.rollDegrees = context.random.between(-25, 25);
  },
  mirrored(shot, context) {
    shot.mirrored = true;
    shot.rollDegrees = context.random.normal() * { easy: 8, medium: 15, hard: 40 }[context.level];
    shot.pixelsPerModule *= byLevel(context, [1, 1], [0.85, 1], [0.5, 0.8]);
  },
} satisfies Record<string, Worsen>;

type Single = keyof typeof worsen;
const singles = Object.keys(worsen) as Single[];
export const kinds = [...singles, 'mixture', 'no-code'] as const;
export type Kind = (typeof kinds)[number];

/** Of two or three troubles together each is smaller. */
const milder = { easy: 'easy', medium: 'easy', hard: 'medium' } as const;

/** A photograph with this kind of trouble. */
export function takeShot(kind: Kind, frame: { width: number; height: number }, context: Context): Shot {
  const shot = ordinaryShot(frame, context);
  const troubles = kind === 'mixture' ? chooseMixture(context) : kind === 'no-code' ? [] : [kind];
  const mild = { ...context, level: kind === 'mixture' ? milder[context.level] : context.level };
  // Size and place first, since the others are measured by them.
  for (const trouble of troubles.filter((name) => name === 'distance')) worsen[trouble](shot, mild);
  place(shot, context);
  for (const trouble of troubles.filter((name) => name !== 'distance')) worsen[trouble](shot, mild);
  return shot;
}

function chooseMixture({ random }: Context): Single[] {
  const left = singles.filter((name) => name !== 'low-contrast');
  return Array.from({ length: random.whole(2, 3) }, () => {
    const chosen = random.pick(left);
    left.splice(left.indexOf(chosen), 1);
    return chosen;
  });
}

/** People aim badly: mostly in the middle 70 % of the frame, but always with the whole code in it. */
function place(shot: Shot, context: Context): void {
  const { random } = context;
  const reach = sizePx(shot, context) * 0.75;
  const axis = (length: number) => {
    const free = Math.max(0, Math.min(length * 0.35, length / 2 - reach));
    return length / 2 + Math.max(-1, Math.min(1, random.normal() * 0.5)) * free;
  };
  shot.at = { x: axis(shot.width), y: axis(shot.height) };
}
