/**
 * Which call the voice of the hall speaks next. Calls come faster than they can be said, so they stand in a line: every
 * one is spoken, in the order of the calls, and none cuts another short. Pure.
 */
import type { Call, DisplayView } from '../contract.ts';

/** `short`: when its turn comes late, a call is said without chime and invitation, so that the voice catches up. */
export type Manner = 'full' | 'short';
export type Announcement = { call: Call; manner: Manner };
/** `at` is when the call was made, on the clock of this screen. */
export type HeardCall = { call: Call; at: number };
export type Announcements = {
  /** The newest call heard of; `null` until the screen has seen the hall. */
  newest: number | null;
  waiting: HeardCall[];
  /** `takenBack`: it may be said to its end, and is no longer shown. */
  speaking: (Announcement & { takenBack: boolean }) | null;
  /** Those of the last moments, for the eye; oldest first. */
  fresh: HeardCall[];
};

export const lateAfterMs = 90_000;
/** For so long after its call a number is marked: two counters may call in the same second. */
export const freshMs = 20_000;

/** @param leftOffAt where this screen left off when its page was loaded anew; `null` when it was just switched on */
export function startAnnouncements(leftOffAt: number | null): Announcements {
  return { newest: leftOffAt, waiting: [], speaking: null, fresh: [] };
}

/** Takes in a view. What stood there when the screen was switched on is not announced, what was taken back no more. */
export function hear(
  state: Announcements,
  view: Pick<DisplayView, 'calls' | 'lately'>,
  now: number,
): Announcements {
  const { lately } = view;
  const ids = [...view.calls, ...lately].map(({ id }) => id);
  const newest = ids.length === 0 ? (state.newest ?? 0) : Math.max(...ids);
  const takenBack = new Set(lately.filter((call) => call.takenBack).map(({ id }) => id));
  const stands = ({ call }: Pick<HeardCall, 'call'>) => !takenBack.has(call.id);
  // The clocks of a TV and of the core may disagree by hours: two times of the core tell how late a call came here.
  const latest = Math.max(...lately.map(({ calledAt }) => calledAt));
  const { newest: known } = state;
  const added =
    known === null
      ? []
      : lately
          .filter((call) => call.id > known && !call.takenBack)
          .map(({ id, number, counterName, calledAt, calls }) => ({
            call: { id, number, counterName, calledAt, calls },
            at: now - (latest - calledAt),
          }))
          .toSorted((a, b) => a.call.id - b.call.id);
  return {
    ...state,
    newest,
    speaking: state.speaking && { ...state.speaking, takenBack: !stands(state.speaking) },
    waiting: [...state.waiting.filter(stands), ...added],
    fresh: [...state.fresh.filter(stands), ...added].filter(({ at }) => now - at < freshMs),
  };
}

/** Lets the next call speak, unless one does. A call that is late gives way to a later call of the same number. */
export function speakNext(state: Announcements, now: number): Announcements {
  const [first, ...waiting] = state.waiting;
  if (state.speaking !== null || first === undefined) return state;
  const { call, at } = first;
  const isLate = now - at > lateAfterMs;
  if (isLate && waiting.some((later) => later.call.number === call.number))
    return speakNext({ ...state, waiting }, now);
  return { ...state, waiting, speaking: { call, manner: isLate ? 'short' : 'full', takenBack: false } };
}

export function spoken(state: Announcements): Announcements {
  return { ...state, speaking: null };
}

/** While there is no sound: calls keep waiting for it as long as they are worth saying. */
export function withoutSound(state: Announcements, now: number): Announcements {
  return { ...state, waiting: state.waiting.filter(({ at }) => now - at <= lateAfterMs) };
}

/** Every call up to this one is done with. */
export function spokenUpTo({ newest, waiting, speaking }: Announcements): number | null {
  const first = speaking?.call ?? waiting[0]?.call;
  return first === undefined ? newest : first.id - 1;
}
