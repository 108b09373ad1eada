import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { levelled } from './level.ts';
import { soundToWav, type Sound } from './wav.ts';
import { words } from './words.ts';

/** Writes every clip into a folder; how many, or the word that could not be said. */
export function makeVoice(folder: string, say: (text: string) => Sound | null): Result<number, string> {
  const made: [string, Buffer][] = [];
  for (const [clip, text] of Object.entries(words)) {
    const sound = say(text);
    if (sound === null || levelled(sound).samples.length === 0) return err(text);
    made.push([`${clip}.wav`, soundToWav(levelled(sound))]);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, wav] of made) {
    // A core that starts meanwhile finds a whole file or none.
    const half = join(folder, `${name}.half`);
    writeFileSync(half, wav);
    renameSync(half, join(folder, name));
  }
  return ok(made.length);
}
