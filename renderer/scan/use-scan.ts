import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { KioskCommand, KioskScreen } from '../../core/contract.ts';
import type { Send } from '../client.ts';
import { openCamera } from './camera.ts';
import { pumpFrames } from './frames.ts';
import { createLoudspeaker } from './loudspeaker.ts';
import { startReader } from './reader.ts';
import { cameraNeed, createScan, isCardTaken, type Scan } from './scan.ts';
import { createSounds } from './sounds.ts';
import { startScanWorker } from './start-scan-worker.ts';

/** Keeps the camera as the page needs it, for as long as the component that calls this is on screen. */
export function useScan(screen: KioskScreen, send: Send<KioskCommand>): Scan {
  const scan = useMemo(() => browserScan(send), [send]);
  const { at } = screen;
  const refused = screen.at === 'scan' ? screen.refused : null;
  // Before the paint: from the tap on, every millisecond is waited for.
  useLayoutEffect(() => scan.need(cameraNeed(at)), [scan, at]);
  useEffect(() => () => scan.need('closed'), [scan]);

  const atBefore = useRef(at);
  useEffect(() => {
    if (isCardTaken(atBefore.current, at)) scan.verdict('accepted');
    atBefore.current = at;
  }, [scan, at]);
  useEffect(() => {
    if (refused !== null) scan.verdict('refused');
  }, [scan, refused]);
  return scan;
}

function browserScan(send: Send<KioskCommand>): Scan {
  const loudspeaker = createLoudspeaker();
  return createScan({
    openCamera: (deps) =>
      openCamera({ ...deps, devices: navigator.mediaDevices, permission: cameraPermission, after }),
    startReader: () => startReader({ startWorker: startScanWorker, after }),
    show(video, stream, { read, frozen }) {
      video.srcObject = stream;
      // Rejected only when it is emptied again before it began.
      video.play().catch(() => {});
      const stop = pumpFrames(video, {
        read,
        frozen,
        after,
        copy: (playing) => createImageBitmap(playing),
        isVisible: () => document.visibilityState === 'visible',
      });
      return () => {
        stop();
        video.srcObject = null;
      };
    },
    sounds: createSounds({ ...loudspeaker, now }),
    send,
    now,
    after,
  });
}

async function cameraPermission(): Promise<EventTarget | null> {
  try {
    return await navigator.permissions.query({ name: 'camera' });
  } catch {
    return null;
  }
}

function now(): number {
  return performance.now();
}

function after(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}
