import { expect, test } from 'vitest';
import { chimeSamples } from '../../../core/announce/chime.ts';
import { timetable } from '../../../core/announce/timing.ts';
import { volumeAt } from '../../../core/announce/volume.ts';
import { centreConfig } from '../../../core/centre-config.ts';
import sampleCentre from '../../../resources/sample-centre.json' with { type: 'json' };

const day = [
  { from: '07:00', percent: 80 },
  { from: '11:30', percent: 0 },
  { from: '13:00', percent: 60 },
];

test('the loudness follows the time of day, and the last step lasts through the night', () => {
  expect(volumeAt(day, '07:00')).toBe(0.8);
  expect(volumeAt(day, '11:29')).toBe(0.8);
  expect(volumeAt(day, '11:30')).toBe(0);
  expect(volumeAt(day, '23:59')).toBe(0.6);
  expect(volumeAt(day, '06:59')).toBe(0.6);
});

test('a centre that says nothing of it has a voice, and no notices', () => {
  const { announcements: _, notices: __, ...silentOn } = sampleCentre;
  const centre = centreConfig.parse(silentOn);
  expect(volumeAt(centre.announcements.volume, '10:00')).toBe(0.8);
  expect(centre.notices).toEqual([]);
});

test.each([
  [[{ from: '07:00', percent: 101 }], 'announcements.volume.0.percent'],
  [[{ from: '7:00', percent: 10 }], 'announcements.volume.0.from'],
  [[], 'announcements.volume'],
  [[day[1], day[0]], 'announcements.volume.1.from'],
  [[day[0], day[0]], 'announcements.volume.1.from'],
])('a wrong loudness is refused by its place', (volume, path) => {
  const parsed = centreConfig.safeParse({ ...sampleCentre, announcements: { volume } });
  expect(parsed.error?.issues[0]?.path.join('.')).toBe(path);
});

test('clips follow one another and never overlap', () => {
  const clips = (['chime', 'moi-so', 'chu-a', 'so-1', 'den-quay', 'so-2'] as const).map((clip, index) => ({
    clip,
    seconds: 0.3 + index / 10,
  }));
  const { starts, seconds } = timetable(clips);
  expect(starts[0]?.at).toBe(0);
  for (const [index, one] of starts.entries()) {
    const next = starts[index + 1]?.at ?? seconds;
    expect(next).toBeGreaterThanOrEqual(one.at + one.seconds);
    expect(next - one.at - one.seconds).toBeLessThan(0.3);
  }
  expect(timetable([])).toEqual({ starts: [], seconds: 0 });
});

test('the chime begins and ends in silence and never clips', () => {
  const samples = chimeSamples(16_000);
  expect(samples).toHaveLength(20_000);
  const peak = Math.max(...samples.map(Math.abs));
  expect(peak).toBeGreaterThan(0.2);
  expect(peak).toBeLessThan(0.9);
  expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
});
