import type { Layout } from './layout.ts';
import { type Plane, valueAt } from './plane.ts';
import { apply, type Corners, project } from './projection.ts';

/** Samples along a module, and how many modules about one are looked at. */
const perModule = 2;
const reach = 3;
const across = 2 * reach + 1;
const taps = across * across + 1;
/** Keeps the weights small where the known modules do not determine them. */
const ridge = 0.02;

/** A code laid straight: half a module a sample, with a margin of `reach` samples. */
export type Samples = { data: Float32Array; width: number };

export function sampleModules(plane: Plane, corners: Corners, { dimension }: Layout): Samples {
  const width = dimension * perModule + 2 * reach;
  const data = new Float32Array(width * width);
  const projection = project(corners);
  for (let row = 0; row < width; row++) {
    const v = ((row - reach) / perModule + 0.5) / dimension;
    for (let column = 0; column < width; column++) {
      const { x, y } = apply(projection, ((column - reach) / perModule + 0.5) / dimension, v);
      data[row * width + column] = valueAt(plane, x, y);
    }
  }
  return { data, width };
}

/** How dark each module is in its middle, with nothing undone. */
export function middles({ data, width }: Samples, { dimension }: Layout): Float32Array {
  const soft = new Float32Array(dimension * dimension);
  for (let y = 0; y < dimension; y++) {
    for (let x = 0; x < dimension; x++) {
      soft[y * dimension + x] = data[(perModule * y + reach) * width + perModule * x + reach] ?? 0;
    }
  }
  return soft;
}

/**
 * How dark each module is once the blur is undone. Nobody knows the blur, but the modules in `known` (1 dark, -1 light, 0 not
 * known) are known: the weights of a module's surroundings that give these best, by least squares, undo it everywhere.
 */
export function equalise(samples: Samples, layout: Layout, known: Int8Array | Float32Array): Float32Array {
  const { dimension } = layout;
  const normal = new Float64Array(taps * taps);
  const target = new Float64Array(taps);
  const around = new Float64Array(taps);
  let count = 0;
  for (const [module, sign] of known.entries()) {
    if (sign === 0) continue;
    look(samples, module, dimension, around);
    for (let i = 0; i < taps; i++) {
      const value = around[i] ?? 0;
      target[i] = (target[i] ?? 0) + value * sign;
      for (let j = 0; j <= i; j++) {
        normal[i * taps + j] = (normal[i * taps + j] ?? 0) + value * (around[j] ?? 0);
      }
    }
    count++;
  }
  for (let i = 0; i < taps; i++) normal[i * taps + i] = (normal[i * taps + i] ?? 0) + ridge * count;
  const weights = solve(normal, target);
  const soft = new Float32Array(dimension * dimension);
  for (let module = 0; module < soft.length; module++) {
    look(samples, module, dimension, around);
    let sum = 0;
    for (let i = 0; i < taps; i++) sum += (weights[i] ?? 0) * (around[i] ?? 0);
    soft[module] = sum;
  }
  return soft;
}

function look({ data, width }: Samples, module: number, dimension: number, around: Float64Array) {
  const left = perModule * (module % dimension);
  const top = perModule * Math.floor(module / dimension);
  let to = 0;
  for (let row = top; row < top + across; row++) {
    for (let column = left; column < left + across; column++) around[to++] = data[row * width + column] ?? 0;
  }
  around[to] = 1;
}

/** Cholesky's way; only the lower half of `matrix` is read, and it is overwritten. */
function solve(matrix: Float64Array, target: Float64Array): Float64Array {
  const size = target.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(1e-9, sum)) : sum / (matrix[j * size + j] ?? 1);
    }
  }
  const solution = target.slice();
  for (let i = 0; i < size; i++) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (matrix[i * size + k] ?? 0) * (solution[k] ?? 0);
    solution[i] = sum / (matrix[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= (matrix[k * size + i] ?? 0) * (solution[k] ?? 0);
    solution[i] = sum / (matrix[i * size + i] ?? 1);
  }
  return solution;
}
