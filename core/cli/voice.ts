import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chimeSamples } from '../announce/chime.ts';
import { announcementClips, type Clip } from '../announce/clips.ts';
import { timetable } from '../announce/timing.ts';
import { espeak } from '../voice/espeak.ts';
import { loudness } from '../voice/level.ts';
import { makeVoice } from '../voice/make-voice.ts';
import { findVoice } from '../voice/voice-files.ts';
import { soundToWav, wavToSound } from '../voice/wav.ts';
import { type Answer, failure, success } from './answer.ts';

const project = resolve(import.meta.dirname, '../..');
/** Recordings of people before clips made by the machine. */
export const voiceFolders = [resolve(project, 'resources/voice'), resolve(project, 'out/voice')];

/** Makes the clips of the voice. Without espeak-ng there are none, and the hall hears the chime alone: no failure. */
export function makeClips(folder: string, say: typeof espeak = espeak): Answer {
  const made = makeVoice(folder, say);
  return made.ok
    ? success({ clips: made.value, folder })
    : success({ clips: 0, why: 'espeak-ng is not installed or has no Vietnamese voice' });
}

/** Puts an announcement into one WAV file, as the hall hears it. */
export function announce(
  call: { number: string; counterName: string },
  out: string,
  folders: readonly string[] = voiceFolders,
): Answer {
  const clips = announcementClips(call, 'full');
  const files = findVoice(folders);
  const sounds = clips.map((clip) => ({ clip, sound: soundOf(clip, files) }));
  const missing = sounds.find(({ sound }) => sound === null);
  if (missing !== undefined) return failure(`no-wav:${missing.clip}`, { clip: missing.clip });
  const known = sounds.flatMap(({ clip, sound }) => (sound === null ? [] : [{ clip, sound }]));
  const rate = known.at(-1)?.sound.rate ?? 0;
  const other = known.find(({ clip, sound }) => clip !== 'chime' && sound.rate !== rate);
  if (other !== undefined) return failure(`other-rate:${other.clip}`, { clip: other.clip });
  const { starts, seconds } = timetable(
    known.map(({ clip, sound }) => {
      const samples = clip === 'chime' ? chimeSamples(rate) : sound.samples;
      return { clip, samples, seconds: samples.length / rate };
    }),
  );
  const samples = new Float32Array(Math.ceil(seconds * rate) + 1);
  for (const one of starts) samples.set(one.samples, Math.round(one.at * rate));
  const { rms, peak } = loudness(samples);
  try {
    writeFileSync(out, soundToWav({ rate, samples }));
  } catch {
    return failure('cannot-write-file', { file: out });
  }
  return success({ out, clips, seconds: rounded(seconds), rms: rounded(rms), peak: rounded(peak) });
}

function soundOf(clip: Clip, files: ReturnType<typeof findVoice>) {
  if (clip === 'chime') return { rate: 0, samples: new Float32Array(0) };
  const file = files.find((one) => one.clip === clip && one.name.endsWith('.wav'));
  return file === undefined ? null : wavToSound(readFileSync(file.path));
}

function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
