import type { CameraState } from '../../core/contract.ts';
import { cameraOffers, cameraRequests } from './choose-camera.ts';

export type CameraDeps = {
  /** `undefined` where the browser offers none: an address that is neither https nor loopback. */
  devices:
    | Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>
    | undefined;
  /** What the browser says of the permission, where it says so; its `change` event tells that it was given. */
  permission(): Promise<EventTarget | null>;
  /** The picture to show and read, dark until `look(true)`; `null` when there is none any more. */
  onStream(stream: MediaStream | null): void;
  report: (state: CameraState) => void;
  /** Runs `callback` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};
export type Camera = {
  /** `false`: stays open, but gives black frames only. */
  look(isLooking: boolean): void;
  /** The picture stands still. @param hadPicture whether this opening ever gave one */
  reopen(hadPicture: boolean): void;
  close(): void;
};

/** A camera held by another program announces nothing when it is let go, so that is asked again. */
const busyRetryMs = 3000;
/** Not every machine announces what is plugged in. */
const absentRetryMs = 5000;
/** Shorter gaps are hiccups of the cable. */
const muteForMs = 1000;

/** Opens the camera, dark, and keeps it open until closed; comes back by itself from whatever befalls it. */
export function openCamera(deps: CameraDeps): Camera {
  const { devices } = deps;
  let stream: MediaStream | null = null;
  let isLooking = false;
  let isClosed = false;
  let isOpening = false;
  let hadCamera = false;
  let cancelRetry = () => {};
  let cancelMute = () => {};
  let permission: EventTarget | null = null;

  /** @param isAnnounced whether to say that it is being opened: a retry nobody asked for must not make the words flicker */
  async function open(isAnnounced: boolean) {
    if (isClosed || isOpening || stream !== null) return;
    if (devices === undefined) return deps.report({ at: 'denied' });
    isOpening = true;
    cancelRetry();
    if (isAnnounced) deps.report({ at: 'starting' });
    try {
      const opened = await firstThatOpens(devices);
      if (isClosed) {
        // The citizen left while the camera was waking up.
        stop(opened);
        deps.report({ at: 'closed', ...sizeOf(opened) });
        return;
      }
      use(opened);
    } catch (error) {
      fail(cameraStateFor(error instanceof DOMException ? error.name : ''));
    } finally {
      isOpening = false;
    }
  }

  function use(opened: MediaStream) {
    stream = opened;
    hadCamera = true;
    const [track] = opened.getVideoTracks();
    track?.addEventListener('ended', () => stream === opened && lose(), { once: true });
    track?.addEventListener('mute', () => {
      cancelMute();
      cancelMute = deps.after(muteForMs, () => track.muted && stream === opened && reopen(true));
    });
    darken();
    deps.onStream(opened);
    tell();
  }

  function darken() {
    for (const track of stream?.getVideoTracks() ?? []) track.enabled = isLooking;
  }

  function tell() {
    if (stream !== null) deps.report({ at: isLooking ? 'looking' : 'ready', ...sizeOf(stream) });
  }

  function fail(state: CameraState) {
    deps.report(state.at === 'missing' && hadCamera ? { at: 'unplugged' } : state);
    cancelRetry();
    // A refusal stands until someone changes it; where the browser asks, it would ask again and again.
    if (state.at === 'denied' || isClosed) return;
    cancelRetry = deps.after(state.at === 'busy' ? busyRetryMs : absentRetryMs, () => void open(false));
  }

  function drop() {
    cancelMute();
    stop(stream);
    stream = null;
    deps.onStream(null);
  }

  function lose() {
    drop();
    deps.report({ at: 'unplugged' });
    void open(false);
  }

  function reopen(hadPicture: boolean) {
    if (isClosed || stream === null) return;
    drop();
    // Opened, but without a single frame: something else has it, and at once it would be the same.
    if (hadPicture) void open(true);
    else fail({ at: 'busy' });
  }

  function again() {
    void open(true);
  }

  devices?.addEventListener('devicechange', again);
  void deps.permission().then((status) => {
    if (isClosed) return;
    permission = status;
    status?.addEventListener('change', again);
  });
  void open(true);

  return {
    look(on) {
      if (on === isLooking) return;
      isLooking = on;
      darken();
      tell();
    },
    reopen,
    close() {
      isClosed = true;
      cancelRetry();
      permission?.removeEventListener('change', again);
      devices?.removeEventListener('devicechange', again);
      if (stream === null) return;
      const size = sizeOf(stream);
      drop();
      deps.report({ at: 'closed', ...size });
    },
  };
}

async function firstThatOpens(
  devices: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>,
): Promise<MediaStream> {
  let firstFailure: unknown = null;
  for (const request of cameraRequests(await cameraOffers(devices))) {
    try {
      return await devices.getUserMedia(request);
    } catch (error) {
      firstFailure ??= error;
    }
  }
  throw firstFailure;
}

/** What a failed `getUserMedia` means to a person, by the name of its error. */
export function cameraStateFor(errorName: string): CameraState {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return { at: 'denied' };
    case 'NotReadableError':
    case 'AbortError':
      return { at: 'busy' };
    default:
      return { at: 'missing' };
  }
}

function sizeOf(stream: MediaStream): { width: number; height: number } {
  const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  return { width, height };
}

function stop(stream: MediaStream | null) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
