/** A pause between frames, so that reading leaves a weak machine time for everything else. */
const pauseMs = 50;
/** A camera gives a frame thirty times a second; after so long without one its picture has frozen. */
export const frozenAfterMs = 2000;

export type PumpDeps = {
  copy: (video: HTMLVideoElement) => Promise<ImageBitmap>;
  read: (frame: ImageBitmap) => Promise<void>;
  /** Called once, with whether this video ever gave a frame; the pump has then ended itself. */
  frozen: (hadFrames: boolean) => void;
  after(delayMs: number, callback: () => void): () => void;
  /** Browsers draw no frames for a page that nobody sees. */
  isVisible(): boolean;
};

/**
 * Hands the frames of a playing video to `read`, the next one only when the last has been answered.
 * The returned function ends it.
 */
export function pumpFrames(video: HTMLVideoElement, deps: PumpDeps): () => void {
  let isStopped = false;
  let hadFrames = false;
  let handle = 0;
  let cancel = () => {};

  function ask() {
    handle = video.requestVideoFrameCallback(() => void take());
    watch();
  }

  function watch() {
    cancel = deps.after(frozenAfterMs, () => {
      if (!deps.isVisible()) return watch();
      stop();
      deps.frozen(hadFrames);
    });
  }

  async function take() {
    cancel();
    hadFrames = true;
    try {
      const frame = await deps.copy(video);
      if (isStopped) frame.close();
      else await deps.read(frame);
    } catch {
      // The camera went away between the callback and the copy; its own event tells why.
    }
    if (!isStopped) cancel = deps.after(pauseMs, ask);
  }

  function stop() {
    isStopped = true;
    cancel();
    video.cancelVideoFrameCallback(handle);
  }

  ask();
  return stop;
}
