import { chimeSamples } from '../../../core/announce/chime.ts';
import { spokenClips, type Clip } from '../../../core/announce/clips.ts';
import { timetable } from '../../../core/announce/timing.ts';
import type { Clock } from '../../../core/clock.ts';

/** `locked`: the browser keeps the page silent until somebody touches it. `mute`: this machine makes no sound. */
export type Sound = 'starting' | 'locked' | 'ready' | 'mute';
/** What speaks in the hall. */
export type Player = {
  sound: () => Sound;
  /** Whether there are recordings, or only the chime. */
  hasVoice: () => boolean;
  /** To be called from a touch or a key. */
  unlock: () => void;
  /** What of an announcement can be said: all of it, or the chime alone. */
  playable: (clips: readonly Clip[]) => readonly Clip[];
  /** Resolves when everything was heard; never rejects. `loudness` from 0 to 1. */
  play: (clips: readonly Clip[], loudness: number) => Promise<void>;
  close: () => void;
};
export type PlayerDeps = {
  openContext: () => AudioContext;
  load: (path: string) => Promise<Response>;
  clock: Clock;
  /** What the player says of itself has changed. */
  changed: () => void;
};

/** A device that is taken away in the middle of a word never says that the word is over. */
const patienceMs = 2000;
const againMs = 10_000;
const leadS = 0.05;

/** Opens the sound of this page and decodes every clip once. */
export function openPlayer({ openContext, load, clock, changed }: PlayerDeps): Player {
  const context = tryTo(openContext);
  const buffers = new Map<Clip, AudioBuffer>();
  let isLoaded = false;
  let cancelRetry = () => {};
  let isClosed = false;

  async function loadClips(from: AudioContext): Promise<void> {
    try {
      const paths = (await (await load('/voice/clips.json')).json()) as Partial<Record<Clip, string>>;
      const known = Object.entries(paths) as [Clip, string][];
      await Promise.all(known.map(([clip, path]) => loadClip(from, clip, path)));
    } catch {
      // The core is being restarted. Until it is back there are no calls either.
      cancelRetry = clock.after(againMs, () => void loadClips(from));
    }
    isLoaded = true;
    if (!isClosed) changed();
  }

  /** A recording that is no sound is as good as none. */
  async function loadClip(into: AudioContext, clip: Clip, path: string): Promise<void> {
    const file = await load(path);
    const buffer = await into.decodeAudioData(await file.arrayBuffer()).catch(() => null);
    if (buffer !== null) buffers.set(clip, buffer);
  }

  if (context !== null) {
    const chime = context.createBuffer(1, chimeSamples(context.sampleRate).length, context.sampleRate);
    chime.copyToChannel(chimeSamples(context.sampleRate), 0);
    buffers.set('chime', chime);
    context.addEventListener('statechange', changed);
    void loadClips(context);
  }

  return {
    sound() {
      if (context === null) return 'mute';
      if (!isLoaded) return 'starting';
      return context.state === 'running' ? 'ready' : 'locked';
    },
    hasVoice: () => spokenClips.some((clip) => buffers.has(clip)),
    unlock: () => void context?.resume().catch(() => {}),
    playable: (clips) => (clips.every((clip) => buffers.has(clip)) ? clips : ['chime']),
    async play(clips, loudness) {
      if (context === null) return;
      const sounds = clips.flatMap((clip) => {
        const buffer = buffers.get(clip);
        return buffer === undefined ? [] : [{ clip, buffer, seconds: buffer.duration }];
      });
      const { starts, seconds } = timetable(sounds);
      const gain = new GainNode(context, { gain: loudness });
      gain.connect(context.destination);
      const start = context.currentTime + leadS;
      const sources = starts.map(({ buffer, at }) => {
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(gain);
        source.start(start + at);
        return source;
      });
      await heard(sources.at(-1), clock, seconds * 1000 + patienceMs);
      gain.disconnect();
    },
    close() {
      isClosed = true;
      cancelRetry();
      context?.removeEventListener('statechange', changed);
      void context?.close();
    },
  };
}

function heard(last: AudioBufferSourceNode | undefined, clock: Clock, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(atMostMs, resolve);
    last?.addEventListener('ended', () => {
      cancel();
      resolve();
    });
  });
}

/** `null` where there is no sound at all. */
function tryTo<Thing>(open: () => Thing): Thing | null {
  try {
    return open();
  } catch {
    return null;
  }
}
