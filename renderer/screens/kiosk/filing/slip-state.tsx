import { Printer, ReceiptText, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../../core/contract.ts';

/** What becomes of the slip to prepare by. */
export function SlipState(props: { paper: Paper }) {
  const { t } = useTranslation('kiosk');
  const { paper } = props;
  if (paper.at === 'printing')
    return (
      <p className="slip-state" role="status">
        <Printer aria-hidden="true" /> {t('ticket.printing')}
      </p>
    );
  if (paper.at === 'printed')
    return (
      <p className="slip-state slip-printed" role="status">
        <ReceiptText aria-hidden="true" /> {t('ticket.printed')}
      </p>
    );
  return (
    <p className="slip-state slip-trouble" role="alert">
      <TriangleAlert aria-hidden="true" />{' '}
      {t(paper.at === 'uncertain' ? 'ticket.uncertain' : 'filing.notPrinted')}
    </p>
  );
}
