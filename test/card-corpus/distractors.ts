import type { SKRSContext2D } from '@napi-rs/canvas';
import { qrCode, type CardSpec } from './draw-card.ts';
import type { Random } from './random.ts';

type Pattern = CardSpec['code'];

/** What is printed in the code's place on a card without a readable one: the best at fooling a decoder. */
export function drawDistractor(random: Random, payload: string): Pattern {
  const modules = 4 * random.whole(6, 11) + 17;
  const draw = random.pick([blank, barCode, textLines, halftone, randomModules, falseCode])(random, modules);
  return random.chance(0.15) ? halfCode(payload) : { modules, draw };
}

type Make = (random: Random, modules: number) => (pen: SKRSContext2D) => void;

const blank: Make = () => () => undefined;

const barCode: Make = (random, modules) => (pen) => {
  for (let x = 0; x < modules; ) {
    const width = random.whole(1, 3) / 2;
    pen.fillRect(x, modules * 0.2, width, modules * 0.6);
    x += width + random.whole(1, 3) / 2;
  }
};

const textLines: Make = (random, modules) => (pen) => {
  pen.font = '4px Card';
  for (let y = 4; y < modules; y += 5) pen.fillText(String(random.whole(1e9, 9e9)), 0, y, modules);
};

const halftone: Make = (random, modules) => (pen) => {
  const step = random.between(1, 2);
  for (let y = 0; y < modules; y += step)
    for (let x = 0; x < modules; x += step) {
      pen.beginPath();
      pen.arc(x, y, step * (0.15 + (0.45 * (x + y)) / (2 * modules)), 0, 7);
      pen.fill();
    }
};

const randomModules: Make = (random, modules) => (pen) => {
  for (let row = 0; row < modules; row += 1)
    for (let column = 0; column < modules; column += 1)
      if (random.chance(0.5)) pen.fillRect(column, row, 1, 1);
};

/** Finders and timing lines as they should be, and chance where the data belong. */
const falseCode: Make = (random, modules) => (pen) => {
  randomModules(random, modules)(pen);
  const ink = pen.fillStyle;
  for (const [x, y] of [
    [0, 0],
    [modules - 7, 0],
    [0, modules - 7],
  ] as const) {
    for (const [inset, colour] of [
      [-1, 'white'],
      [0, ink],
      [1, 'white'],
      [2, ink],
    ] as const) {
      pen.fillStyle = colour;
      pen.fillRect(x + inset, y + inset, 7 - 2 * inset, 7 - 2 * inset);
    }
  }
  for (let at = 8; at < modules - 8; at += 1) {
    pen.fillStyle = at % 2 === 0 ? ink : 'white';
    pen.fillRect(at, 6, 1, 1);
    pen.fillRect(6, at, 1, 1);
  }
};

/** A real code of which one half was torn off: more than any level of correction restores. */
function halfCode(payload: string): Pattern {
  const code = qrCode(payload, 'M');
  return {
    modules: code.modules,
    draw(pen) {
      pen.save();
      pen.beginPath();
      pen.rect(0, 0, code.modules, code.modules * 0.45);
      pen.clip();
      code.draw(pen);
      pen.restore();
    },
  };
}
