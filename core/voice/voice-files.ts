import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spokenClips, type Clip } from '../announce/clips.ts';

/** Of a clip that stands in several forms the first counts. */
const types = { wav: 'audio/wav', ogg: 'audio/ogg', mp3: 'audio/mpeg' } as const;
export type VoiceFile = { clip: Clip; name: string; path: string; type: string };

/** The clips that are there, each from the first folder that has it: what people recorded stands before what was made. */
export function findVoice(folders: readonly string[]): VoiceFile[] {
  return (['chime', ...spokenClips] as const).flatMap((clip) => {
    const places = folders.flatMap((folder) =>
      Object.entries(types).map(([ending, type]): VoiceFile => {
        const name = `${clip}.${ending}`;
        return { clip, name, path: join(folder, name), type };
      }),
    );
    return places.find(({ path }) => existsSync(path)) ?? [];
  });
}
