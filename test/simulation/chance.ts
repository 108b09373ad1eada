import { seededRandom } from '../../core/queue/random.ts';

export type Chance = ReturnType<typeof createChance>;

/** Draws from the usual distributions, the same ones for the same seed. */
export function createChance(seed: number) {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    random,
    between: (low: number, high: number): number => low + random() * (high - low),
    happens: (share: number): boolean => random() < share,
    exponential: (mean: number): number => -Math.log(1 - random()) * mean,
    /** Lognormal of this mean and coefficient of variation. */
    lognormal: (mean: number, variation: number): number => {
      const variance = Math.log(1 + variation ** 2);
      return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal());
    },
    one: <Each>(items: readonly Each[]): Each => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}
