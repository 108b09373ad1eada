import { type Guidance, type Hint, guide, startGuidance } from '../../core/card/guidance.ts';
import { unreachable } from '../../core/result.ts';
import type { FrameSize } from '../../core/card/framing.ts';
import type { Look, Outline } from '../../core/card/look.ts';
import { isSquarish } from '../../core/card/outline.ts';
import type { CameraState, CommandResult, KioskCommand, KioskScreen } from '../../core/contract.ts';
import { createAcceptance } from '../../core/card/acceptance.ts';
import type { Camera, CameraDeps } from './camera.ts';
import type { Reader } from './reader.ts';
import type { FromScanWorker } from './scan-protocol.ts';
import type { Sounds } from './sounds.ts';

/** `dark`: open, so that looking begins at once, but nothing is shown or read. */
export type CameraNeed = 'closed' | 'dark' | 'looking';

/** Opened as soon as someone stands here, closed once the card is done with, looking only where they agreed to it. */
export function cameraNeed(at: KioskScreen['at']): CameraNeed {
  switch (at) {
    case 'scan':
      return 'looking';
    // From these the next tap may lead to the camera.
    case 'notice':
    case 'greeting':
    case 'repair':
    case 'review':
    case 'correct':
    case 'type-number':
    case 'type-name':
      return 'dark';
    case 'welcome':
    case 'procedures':
    case 'procedure':
    case 'filing-question':
    case 'filing-papers':
    case 'filing-result':
    case 'journey':
    case 'portal':
    case 'service':
    case 'appointment':
    case 'ticket':
    case 'number':
    case 'closed':
      return 'closed';
    default:
      return unreachable(at);
  }
}

/** Whether the way from one page to the next says that a card was taken, whoever read it. */
export function isCardTaken(from: KioskScreen['at'], to: KioskScreen['at']): boolean {
  return from === 'scan' && (to === 'greeting' || to === 'review' || to === 'repair');
}

export type ScanState = {
  camera: CameraState;
  /** Show the picture as a mirror would: the camera looks at the person. */
  isMirrored: boolean;
  hint: Hint;
  /** Where the last frame had a code. */
  seen: { outline: Outline; frame: FrameSize; isRead: boolean } | null;
};

export type ScanDeps = {
  openCamera(deps: Pick<CameraDeps, 'onStream' | 'report'>): Camera;
  startReader(): Reader;
  /** Plays `stream` in the element and hands its frames to `read`; the returned function ends both and empties it. */
  show(
    video: HTMLVideoElement,
    stream: MediaStream,
    to: { read: (frame: ImageBitmap) => Promise<void>; frozen: (hadFrames: boolean) => void },
  ): () => void;
  sounds: Sounds;
  send(command: KioskCommand): Promise<CommandResult>;
  now(): number;
  after(delayMs: number, callback: () => void): () => void;
};

export type Scan = {
  getState: () => ScanState;
  subscribe: (listener: () => void) => () => void;
  need(need: CameraNeed): void;
  /** The element to show the picture in while looking; `null` when it goes. */
  watch(video: HTMLVideoElement | null): void;
  /** What became of the card, as the page says it. */
  verdict(verdict: 'accepted' | 'refused'): void;
};

/** After its answer the core sends the page; by then it would have changed. */
const pageComesWithinMs = 400;
/** A sensor has noise even in the dark; a picture without any is none. */
const deadPicture = { mean: 2, contrast: 0.5 };
const deadForMs = 3000;
/** A lens may just be covered: opening the camera anew does not help against that. */
const deadAgainMs = 15_000;
const nothingSeen = { hint: 'looking', seen: null } as const;

/** The camera, the reader and the guidance of one kiosk screen, from the first touch to the way home. */
export function createScan(deps: ScanDeps): Scan {
  const listeners = new Set<() => void>();
  let state: ScanState = { camera: { at: 'starting' }, isMirrored: true, ...nothingSeen };
  let needed: CameraNeed = 'closed';
  let camera: Camera | null = null;
  let reader: Reader | null = null;
  let stream: MediaStream | null = null;
  let video: HTMLVideoElement | null = null;
  let hide: (() => void) | null = null;
  let guidance: Guidance = startGuidance(deps.now());
  let isWorthSending = createAcceptance();
  /** Since when the picture has been dead black, counted from a reopening on. */
  let deadFromMs: number | null = null;
  /** A code that was refused is as good as none: the person is told to show another. */
  let refusedText: string | null = null;

  function change(part: Partial<ScanState>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function open() {
    if (camera !== null) return;
    reader = deps.startReader();
    const mine = deps.openCamera({
      onStream(opened) {
        stream = opened;
        // Cameras on a cable do not say where they look; nearly all of those stand above a screen.
        const facing = opened?.getVideoTracks()[0]?.getSettings().facingMode;
        if (opened !== null) change({ isMirrored: facing !== 'environment' });
        showOrHide();
      },
      report(reported) {
        // One that closed late must not speak for the next.
        if (camera !== null && camera !== mine) return;
        change({ camera: reported });
        void deps.send({ type: 'camera', state: reported });
      },
    });
    camera = mine;
  }

  function close() {
    camera?.close();
    reader?.stop();
    deps.sounds.close();
    camera = null;
    reader = null;
  }

  /** The element is emptied with every change: the last frame would stay in it, and with it someone's card. */
  function showOrHide() {
    hide?.();
    hide = null;
    change(nothingSeen);
    if (needed !== 'looking' || video === null || stream === null) return;
    hide = deps.show(video, stream, { read, frozen: (hadFrames) => camera?.reopen(hadFrames) });
  }

  async function read(frame: ImageBitmap) {
    const { width, height } = frame;
    const shown = hide;
    const answer = (await reader?.read(frame)) ?? null;
    // What was on its way when the page changed is no longer asked for.
    if (answer === null || shown === null || hide !== shown) return;
    take(answer, { width, height });
  }

  function take(answer: FromScanWorker, frame: FrameSize) {
    const atMs = deps.now();
    const { text } = answer.look;
    if (text !== null && isWorthSending(text, atMs)) void send(text);
    const look = isWorthShowing(answer.look) ? answer.look : { text: null, outline: null };
    if (answer.light.mean >= deadPicture.mean || answer.light.contrast >= deadPicture.contrast)
      deadFromMs = null;
    else if (atMs - (deadFromMs ??= atMs) >= deadForMs) {
      deadFromMs = atMs + deadAgainMs - deadForMs;
      camera?.reopen(true);
      return;
    }
    const before = guidance.hint;
    guidance = guide(guidance, { atMs, frame, look, light: answer.light });
    if (guidance.hint !== before) deps.sounds.hint(guidance.hint);
    const { outline } = look;
    change({
      hint: guidance.hint,
      seen: outline === null ? null : { outline, frame, isRead: look.text !== null },
    });
  }

  function isWorthShowing({ text, outline }: Look): boolean {
    return text === null ? outline !== null && isSquarish(outline) : text !== refusedText;
  }

  async function send(text: string) {
    const mine = isWorthSending;
    await deps.send({ type: 'card-text', text });
    deps.after(pageComesWithinMs, () => {
      // Gone on to the next page: it was accepted. Asked about once more: it was heard before.
      if (needed !== 'looking' || isWorthSending !== mine || text === refusedText) return;
      refusedText = text;
      guidance = startGuidance(deps.now());
      change(nothingSeen);
      // The page may stay as it is, after a second card of the same wrong kind; the ear hears it all the same.
      deps.sounds.refused();
    });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    need(need) {
      if (need === needed) return;
      needed = need;
      if (need === 'looking') {
        guidance = startGuidance(deps.now());
        isWorthSending = createAcceptance();
        refusedText = null;
      }
      if (need === 'closed') close();
      else {
        open();
        camera?.look(need === 'looking');
      }
      showOrHide();
    },
    watch(element) {
      video = element;
      showOrHide();
    },
    verdict(verdict) {
      if (needed === 'closed') return;
      deps.sounds[verdict]();
    },
  };
}
