/** From `from` (`HH:MM` in the centre's time) on the voice speaks at `percent` of its full loudness; 0 is silence. */
export type VolumeStep = { from: string; percent: number };

/** The loudness at a time of day, 0 to 1. The last step of a day lasts until the first of the next. */
export function volumeAt(steps: readonly VolumeStep[], time: string): number {
  const step = steps.findLast(({ from }) => from <= time) ?? steps.at(-1);
  return (step?.percent ?? 100) / 100;
}
