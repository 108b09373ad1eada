import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CameraState, KioskCommand } from '../../core/contract.ts';
import type { Send } from '../client.ts';
import { createAcceptance } from '../../core/card/acceptance.ts';
import { openCamera } from './camera.ts';
import { pumpFrames } from './frames.ts';
import { startScanWorker } from './start-scan-worker.ts';

export type Scan = {
  video: RefObject<HTMLVideoElement | null>;
  camera: CameraState;
  /** Show the picture as a mirror would: the camera looks at the person. */
  isMirrored: boolean;
  /** A code was read and the core is looking at it. */
  isChecking: boolean;
};

/** The camera and the reader, for as long as the component that calls this is on screen. */
export function useScan(send: Send<KioskCommand>): Scan {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<CameraState>({ at: 'starting' });
  const [isMirrored, setMirrored] = useState(true);
  const [isChecking, setChecking] = useState(false);

  useEffect(() => {
    const shown = video.current;
    if (shown === null) return undefined;
    const isWorthSending = createAcceptance();
    const worker = startScanWorker((text) => {
      if (!isWorthSending(text, performance.now())) return;
      setChecking(true);
      void send({ type: 'card-text', text }).then(() => setChecking(false));
    });
    const stopFrames = pumpFrames(shown, worker.read);
    const closeCamera = openCamera({
      devices: navigator.mediaDevices,
      show(stream) {
        // Cameras on a cable do not say where they look; nearly all of those stand above a screen.
        setMirrored(stream.getVideoTracks()[0]?.getSettings().facingMode !== 'environment');
        return play(shown, stream);
      },
      report(state) {
        setCamera(state);
        void send({ type: 'camera', state });
      },
      after(delayMs, callback) {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    });
    return () => {
      closeCamera();
      stopFrames();
      worker.stop();
      // The last frame would stay in the element, and with it someone's card.
      shown.srcObject = null;
    };
  }, [send]);

  return { video, camera, isMirrored, isChecking };
}

async function play(video: HTMLVideoElement, stream: MediaStream) {
  video.srcObject = stream;
  await video.play();
  return { width: video.videoWidth, height: video.videoHeight };
}
