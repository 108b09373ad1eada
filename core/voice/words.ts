import type { Clip } from '../announce/clips.ts';

/** What is said in each clip. */
export const words: Record<Exclude<Clip, 'chime'>, string> = {
  'moi-so': 'mời số',
  'chu-a': 'a',
  'chu-b': 'bê',
  'chu-c': 'xê',
  'chu-d': 'dê',
  'chu-e': 'e',
  'chu-f': 'ép phờ',
  // Not "giê": north and south say that like "dê", and two lanes would sound the same.
  'chu-g': 'gờ',
  'chu-h': 'hát',
  'so-0': 'không',
  'so-1': 'một',
  'so-2': 'hai',
  'so-3': 'ba',
  'so-4': 'bốn',
  'so-5': 'năm',
  'so-6': 'sáu',
  'so-7': 'bảy',
  'so-8': 'tám',
  'so-9': 'chín',
  'den-quay': 'đến quầy',
  'theo-man-hinh': 'theo màn hình',
  muoi: 'mười',
  'muoi-chuc': 'mươi',
  mot: 'mốt',
  lam: 'lăm',
};
