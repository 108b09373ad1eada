import type { BrowserContext, Page } from '@playwright/test';

/** What a page does with its camera, as seen from inside the page. `performance.now()` of the page. */
export type CameraWatch = {
  /** Every track the page was ever given. */
  tracks: { enabled: boolean; isLive: boolean; width: number; height: number }[];
  /** How many frames went to the reader. */
  frames: number;
  /** The last press of a finger, and the first frame with a picture in it since then. */
  tappedAt: number;
  firstFrameAt: number | null;
  videos: number;
};

declare global {
  var cameraWatch: {
    tracks: MediaStreamTrack[];
    frames: number;
    tappedAt: number;
    firstFrameAt: number | null;
    isPulledOut: boolean;
  };
}

/** To be called before a page opens: from then on `readCamera` tells what it does. */
export async function watchCamera(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watch = {
      tracks: [] as MediaStreamTrack[],
      frames: 0,
      tappedAt: 0,
      firstFrameAt: null as number | null,
      isPulledOut: false,
    };
    globalThis.cameraWatch = watch;
    addEventListener(
      'click',
      () => {
        watch.tappedAt = performance.now();
        watch.firstFrameAt = null;
      },
      true,
    );

    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (watch.isPulledOut) throw new DOMException('no camera', 'NotFoundError');
      const stream = await open(constraints);
      watch.tracks.push(...stream.getVideoTracks());
      return stream;
    };

    const isLit = (frame: ImageBitmap) => {
      const pen = new OffscreenCanvas(8, 8).getContext('2d');
      pen?.drawImage(frame, 0, 0, 8, 8);
      return pen?.getImageData(0, 0, 8, 8).data.some((value, at) => at % 4 !== 3 && value > 20) ?? false;
    };
    globalThis.Worker = class extends Worker {
      override postMessage(
        message: { frame?: ImageBitmap },
        how: Transferable[] | StructuredSerializeOptions = [],
      ) {
        if (message.frame) {
          watch.frames += 1;
          if (watch.firstFrameAt === null && isLit(message.frame)) watch.firstFrameAt = performance.now();
        }
        if (Array.isArray(how)) super.postMessage(message, how);
        else super.postMessage(message, how);
      }
    };
  });
}

export function readCamera(page: Page): Promise<CameraWatch> {
  return page.evaluate(() => {
    const { tracks, frames, tappedAt, firstFrameAt } = globalThis.cameraWatch;
    return {
      tracks: tracks.map((track) => {
        const { width = 0, height = 0 } = track.getSettings();
        return { enabled: track.enabled, isLive: track.readyState === 'live', width, height };
      }),
      frames,
      tappedAt,
      firstFrameAt,
      videos: document.querySelectorAll('video').length,
    };
  });
}

/** The camera's plug is pulled, or put in again: what the page is told of it, since a machine's real plug is out of reach. */
export function movePlug(page: Page, isPulledOut: boolean): Promise<void> {
  return page.evaluate((out) => {
    globalThis.cameraWatch.isPulledOut = out;
    if (out) {
      for (const track of globalThis.cameraWatch.tracks.filter(({ readyState }) => readyState === 'live')) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, isPulledOut);
}
