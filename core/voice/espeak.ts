import { spawnSync } from 'node:child_process';
import { wavToSound, type Sound } from './wav.ts';

const program = 'espeak-ng';
/** The northern voice, which broadcasting uses: it keeps all six tones apart. Slower than speech, and not so loud that it clips. */
const manner = ['-v', 'vi', '-s', '115', '-a', '80'];

/** Says a text in Vietnamese; `null` where espeak-ng is not installed or cannot. */
export function espeak(text: string): Sound | null {
  const said = spawnSync(program, [...manner, '--stdout', '--', text], { timeout: 10_000 });
  return said.status === 0 ? wavToSound(said.stdout) : null;
}
