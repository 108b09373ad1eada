import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, float32Array, property, uint8Array } from 'fast-check';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { spokenClips } from '../../../core/announce/clips.ts';
import { announce, makeClips } from '../../../core/cli/voice.ts';
import { serveVoice } from '../../../core/pages.ts';
import { levelled, loudness } from '../../../core/voice/level.ts';
import { makeVoice } from '../../../core/voice/make-voice.ts';
import { findVoice } from '../../../core/voice/voice-files.ts';
import { soundToWav, wavToSound, type Sound } from '../../../core/voice/wav.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

const rate = 16_000;
function folder(): string {
  const path = temporaryFolder('voice');
  onTestFinished(() => removeFolder(path));
  return path;
}
/** A hum between two silences. */
function hum(height: number, seconds = 0.2): Sound {
  const silence = new Float32Array(rate / 4);
  const word = Float32Array.from({ length: rate * seconds }, (_, at) => height * Math.sin(at / 5));
  return { rate, samples: Float32Array.from([...silence, ...word, ...silence]) };
}
const say = (text: string) => hum(0.1 + text.length / 50);

test('a sound is the same after it was written and read', () => {
  assert(
    property(float32Array({ noNaN: true, min: -1, max: 1 }), (samples) => {
      const back = wavToSound(soundToWav({ rate, samples }));
      expect(back?.rate).toBe(rate);
      expect(back?.samples).toHaveLength(samples.length);
      for (const [index, sample] of samples.entries())
        expect(Math.abs((back?.samples[index] ?? 9) - sample)).toBeLessThan(1 / 16_000);
    }),
  );
});

test('a file that is no such sound is told apart, whatever it holds', () => {
  assert(
    property(uint8Array({ maxLength: 80 }), (bytes) => {
      expect(wavToSound(Buffer.from(bytes))).toBeNull();
    }),
  );
  const stereo = soundToWav(hum(0.5));
  stereo.writeUInt16LE(2, 22);
  expect(wavToSound(stereo)).toBeNull();
});

test('a length that a pipe could not know is not believed', () => {
  const wav = soundToWav(hum(0.5));
  wav.writeUInt32LE(0x7f_ff_f0_00, 40);
  expect(wavToSound(wav)?.samples).toHaveLength(hum(0.5).samples.length);
});

test('words come to one loudness, without the silence around them and without a click', () => {
  const loud = levelled(hum(0.9));
  const soft = levelled(hum(0.1));
  expect(loudness(loud.samples).rms).toBeCloseTo(loudness(soft.samples).rms, 1);
  expect(loud.samples.length / rate).toBeGreaterThan(0.2);
  expect(loud.samples.length / rate).toBeLessThan(0.26);
  expect(loud.samples[0]).toBeCloseTo(0);
  expect(loud.samples.at(-1)).toBeCloseTo(0);
});

test('one sharp sound in a soft word is never cut off', () => {
  const click = hum(0.05);
  click.samples[rate / 4 + 800] = 0.9;
  expect(loudness(levelled(click).samples).peak).toBeLessThan(0.9);
});

test('silence stays silence', () => {
  expect(levelled({ rate, samples: new Float32Array(500) }).samples).toHaveLength(0);
});

test('every clip is made, or none', () => {
  const out = join(folder(), 'made');
  expect(makeVoice(out, (text) => (text === 'bảy' ? null : say(text)))).toEqual({ ok: false, error: 'bảy' });
  expect(() => readdirSync(out)).toThrow('ENOENT');
  expect(makeVoice(out, say)).toEqual({ ok: true, value: spokenClips.length });
  expect(readdirSync(out).toSorted()).toEqual(spokenClips.map((clip) => `${clip}.wav`).toSorted());
});

test('where nothing can speak there are no clips, and that is no failure', () => {
  expect(JSON.parse(makeClips(join(folder(), 'made'), () => null).line)).toMatchObject({
    ok: true,
    clips: 0,
  });
});

test('what people recorded is played before what was made, whatever its form', async () => {
  const made = folder();
  const recorded = folder();
  makeVoice(made, say);
  writeFileSync(join(recorded, 'so-7.ogg'), 'seven');
  writeFileSync(join(recorded, 'chime.mp3'), 'ding');
  writeFileSync(join(recorded, 'secret.wav'), 'no clip');
  expect(findVoice([])).toEqual([]);
  const app = Fastify();
  serveVoice(app, [join(recorded, 'missing'), recorded, made]);
  const clips = await app.inject('/voice/clips.json');
  expect(Object.keys(clips.json()).toSorted()).toEqual(['chime', ...spokenClips].toSorted());
  expect(clips.json()).toMatchObject({ 'so-7': '/voice/so-7.ogg', 'so-8': '/voice/so-8.wav' });
  const seven = await app.inject('/voice/so-7.ogg');
  expect([seven.body, seven.headers['content-type']]).toEqual(['seven', 'audio/ogg']);
  for (const path of ['/voice/secret.wav', '/voice/so-7.wav', '/voice/../so-7.ogg', '/voice/'])
    expect((await app.inject(path)).statusCode, path).toBe(404);
});

test('an announcement is put together from its clips, as long as they are and without clipping', () => {
  const made = folder();
  makeVoice(made, say);
  const out = join(folder(), 'a012.wav');
  const { line, exitCode } = announce({ number: 'A012', counterName: 'Quầy 21' }, out, [made]);
  expect(exitCode).toBe(0);
  const said = JSON.parse(line) as { clips: string[]; seconds: number; peak: number };
  expect(said.clips.join(' ')).toBe('chime moi-so chu-a so-0 so-1 so-2 den-quay so-2 muoi-chuc mot');
  const sound = wavToSound(readFileSync(out));
  expect((sound?.samples.length ?? 0) / rate).toBeCloseTo(said.seconds, 1);
  expect(said.seconds).toBeGreaterThan(1.25 + 9 * 0.2);
  expect(loudness(sound?.samples ?? new Float32Array()).peak).toBeLessThan(0.9);
});

test('an announcement with a missing clip names it', () => {
  const empty = join(folder(), 'empty');
  mkdirSync(empty);
  const { line, exitCode } = announce({ number: 'A1', counterName: 'Quầy 1' }, join(empty, 'x.wav'), [empty]);
  expect({ line: JSON.parse(line) as unknown, exitCode }).toEqual({
    line: { ok: false, error: 'no-wav:moi-so', clip: 'moi-so' },
    exitCode: 1,
  });
});
