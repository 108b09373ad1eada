import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskView } from '../../../core/contract.ts';
import { openingWords } from './opening-words.ts';

/** Outside the opening hours: no number now, and when there will be. Everything else can still be looked up. */
export function ClosedNow(props: { opening: Extract<KioskView['opening'], { at: 'closed' }> }) {
  const { t, i18n } = useTranslation('kiosk');
  const [now] = useState(() => Date.now());
  return (
    <p className="closed-now" role="status">
      <Clock aria-hidden="true" />
      <span>{openingWords(props.opening, now, i18n.language === 'en' ? 'en' : 'vi', t)}</span>
    </p>
  );
}
