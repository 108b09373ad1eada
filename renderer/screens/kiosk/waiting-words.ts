import { useTranslation } from 'react-i18next';
import type { LaneWaiting } from '../../../core/contract.ts';

/** How long one waits, as a range; `null` when nobody can say. */
export function useWaitingWords(minutes: LaneWaiting['waitingMinutes']): string | null {
  const { t } = useTranslation('kiosk');
  if (minutes === null) return null;
  return minutes.from === 0 ? t('wait.under', { to: minutes.to }) : t('wait.about', minutes);
}
