/** A pause between frames, so that reading leaves a weak machine time for everything else. */
const pauseMs = 50;

/**
 * Hands the frames of a playing video to `read`, the next one only when the last has been answered.
 * The returned function ends it.
 */
export function pumpFrames(video: HTMLVideoElement, read: (frame: ImageBitmap) => Promise<void>): () => void {
  let isStopped = false;
  let handle = 0;

  function ask() {
    handle = video.requestVideoFrameCallback(() => void take());
  }

  async function take() {
    try {
      const frame = await createImageBitmap(video);
      if (isStopped) frame.close();
      else await read(frame);
    } catch {
      // The camera went away between the callback and the copy; its own event tells why.
    }
    if (!isStopped) setTimeout(ask, pauseMs);
  }

  ask();
  return () => {
    isStopped = true;
    video.cancelVideoFrameCallback(handle);
  };
}
