import type { CameraState } from '../../core/contract.ts';

export type CameraDeps = {
  /** `undefined` where the browser offers none: an address that is neither https nor loopback. */
  devices: Pick<MediaDevices, 'getUserMedia' | 'addEventListener' | 'removeEventListener'> | undefined;
  /** Plays `stream`; resolves to the size of the picture once it moves. */
  show(stream: MediaStream): Promise<{ width: number; height: number }>;
  report: (state: CameraState) => void;
  /** Runs `callback` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};

/** The code is 15 mm wide, so what counts is pixels: see the least the reader can work with before lowering these. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: { ideal: 'environment' } },
};
/** A camera held by another program announces nothing when it is let go, so that is asked again. */
const busyRetryMs = 3000;

/** Opens the camera and keeps it open until the returned function is called; comes back by itself when plugged in again. */
export function openCamera(deps: CameraDeps): () => void {
  const { devices, report } = deps;
  let stream: MediaStream | null = null;
  let isClosed = false;
  let isOpening = false;
  let cancelRetry: (() => void) | null = null;

  async function open() {
    if (isClosed || isOpening || stream !== null) return;
    if (devices === undefined) return report({ at: 'denied' });
    isOpening = true;
    cancelRetry?.();
    report({ at: 'starting' });
    try {
      const opened = await devices.getUserMedia(wanted);
      // The citizen may have left while the camera was waking up.
      if (isClosed) return stop(opened);
      stream = opened;
      opened.getVideoTracks()[0]?.addEventListener('ended', lost, { once: true });
      const { width, height } = await deps.show(opened);
      if (!isClosed && stream === opened) report({ at: 'looking', width, height });
    } catch (error) {
      stop(stream);
      stream = null;
      if (!isClosed) fail(cameraStateFor(error instanceof DOMException ? error.name : ''));
    } finally {
      isOpening = false;
    }
  }

  function fail(state: CameraState) {
    report(state);
    if (state.at === 'busy') cancelRetry = deps.after(busyRetryMs, again);
  }

  function lost() {
    stop(stream);
    stream = null;
    if (isClosed) return;
    report({ at: 'missing' });
    again();
  }

  function again() {
    void open();
  }

  devices?.addEventListener('devicechange', again);
  void open();
  return () => {
    isClosed = true;
    cancelRetry?.();
    devices?.removeEventListener('devicechange', again);
    stop(stream);
  };
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

function stop(stream: MediaStream | null) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
