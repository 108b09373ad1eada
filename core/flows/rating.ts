import { unreachable } from '../result.ts';

/** The screen that faces the citizen at a counter. */
export type RatingState = { at: 'idle' } | { at: 'asking'; visit: string } | { at: 'thanks' };
export type RatingEvent =
  | { type: 'visit-finished'; visit: string }
  | { type: 'next-called' }
  | { type: 'rated'; visit: string }
  | { type: 'timeout' };

export const ratingTimesMs = { asking: 90_000, thanks: 4_000 };

export function next(state: RatingState, event: RatingEvent): RatingState {
  switch (event.type) {
    case 'visit-finished':
      return { at: 'asking', visit: event.visit };
    case 'next-called':
      // The next citizen must never answer for the one before.
      return state.at === 'asking' ? { at: 'idle' } : state;
    case 'rated':
      return state.at === 'asking' && state.visit === event.visit ? { at: 'thanks' } : state;
    case 'timeout':
      return { at: 'idle' };
    default:
      return unreachable(event);
  }
}

export function timeoutMs(state: RatingState): number | null {
  switch (state.at) {
    case 'idle':
      return null;
    case 'asking':
      return ratingTimesMs.asking;
    case 'thanks':
      return ratingTimesMs.thanks;
    default:
      return unreachable(state);
  }
}
