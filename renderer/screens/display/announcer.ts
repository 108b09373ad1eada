import { announcementClips, type Clip } from '../../../core/announce/clips.ts';
import {
  hear,
  speakNext,
  spoken,
  spokenUpTo,
  startAnnouncements,
  withoutSound,
  type Announcements,
} from '../../../core/announce/announcements.ts';
import { volumeAt } from '../../../core/announce/volume.ts';
import { localTime, type Clock } from '../../../core/clock.ts';
import type { DisplayView } from '../../../core/contract.ts';
import type { Player, Sound } from './player.ts';

export type AnnouncerState = {
  line: Announcements;
  /** What is being played. */
  playing: readonly Clip[];
  sound: Sound;
  hasVoice: boolean;
};
export type Announcer = {
  getState: () => AnnouncerState;
  /** Calls `listener` after every change; the returned function ends it. */
  subscribe: (listener: () => void) => () => void;
  hear: (view: DisplayView) => void;
  unlock: () => void;
  /** Opens the sound; the returned function closes it. */
  start: () => () => void;
};
export type AnnouncerDeps = {
  openPlayer: (changed: () => void) => Player;
  clock: Clock;
  /** Outlives a page that is loaded anew, but not the screen being switched off. */
  memory: { read: () => number | null; write: (upTo: number) => void };
};

/** Speaks the calls of the hall, one after the other. */
export function createAnnouncer({ openPlayer, clock, memory }: AnnouncerDeps): Announcer {
  let line = startAnnouncements(memory.read());
  let volume: DisplayView['volume'] = [];
  let playing: readonly Clip[] = [];
  let player: Player | null = null;
  let state: AnnouncerState = { line, playing, sound: 'starting', hasVoice: false };
  const listeners = new Set<() => void>();

  function publish() {
    const upTo = spokenUpTo(line);
    if (upTo !== null) memory.write(upTo);
    state = {
      line,
      playing,
      sound: player?.sound() ?? 'starting',
      hasVoice: player?.hasVoice() ?? false,
    };
    for (const listener of listeners) listener();
  }

  function goOn() {
    const sound = player?.sound() ?? 'starting';
    if (sound === 'ready') speak();
    else if (sound !== 'starting') line = withoutSound(line, clock.now());
    publish();
  }

  function speak() {
    const speaker = player;
    if (speaker === null || playing.length > 0) return;
    line = speakNext(line, clock.now());
    const { speaking } = line;
    if (speaking === null) return;
    const loudness = volumeAt(volume, localTime(clock.now()));
    if (loudness === 0) {
      line = spoken(line);
      speak();
      return;
    }
    playing = speaker.playable(announcementClips(speaking.call, speaking.manner));
    void speaker.play(playing, loudness).then(() => {
      playing = [];
      line = spoken(line);
      goOn();
    });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(view) {
      volume = view.volume;
      line = hear(line, view, clock.now());
      goOn();
    },
    unlock: () => player?.unlock(),
    start() {
      const opened = openPlayer(goOn);
      player = opened;
      goOn();
      return () => {
        player = null;
        opened.close();
      };
    },
  };
}
