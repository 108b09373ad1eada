import type { TFunction } from 'i18next';
import { localDay, localTime } from '../../../core/clock.ts';
import type { KioskView, Language } from '../../../core/contract.ts';

type Closed = Extract<KioskView['opening'], { at: 'closed' }>;

/** Why no numbers are given now, and when they will be again. */
export function openingWords(opening: Closed, now: number, language: Language, t: TFunction): string {
  const why = opening.name ?? t(`opening.${opening.why}`);
  if (opening.opensAt === null) return t('opening.sentence', { why });
  const time = localTime(opening.opensAt);
  const words =
    localDay(opening.opensAt) === localDay(now)
      ? t('opening.opensToday', { time })
      : t('opening.opensOn', { time, day: dayWords[language].format(opening.opensAt) });
  return `${t('opening.sentence', { why })} ${words}`;
}

const dayWords: Record<Language, Intl.DateTimeFormat> = {
  vi: dayFormat('vi'),
  en: dayFormat('en-GB'),
};

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'long',
    day: 'numeric',
    month: 'numeric',
  });
}
