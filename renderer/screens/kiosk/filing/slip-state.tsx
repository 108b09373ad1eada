import { Printer, ReceiptText, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../../core/contract.ts';
import { unreachable } from '../../../../core/result.ts';

/** What becomes of the slip to prepare by. */
export function SlipState(props: { paper: Paper }) {
  const { t } = useTranslation('kiosk');
  const { at } = props.paper;
  switch (at) {
    case 'printing':
    case 'waiting':
      return (
        <p className="slip-state" role="status">
          <Printer aria-hidden="true" /> {t(`filing.slip.${at}`)}
        </p>
      );
    case 'printed':
      return (
        <p className="slip-state slip-printed" role="status">
          <ReceiptText aria-hidden="true" /> {t('filing.slip.printed')}
        </p>
      );
    case 'asks':
    case 'not-printed':
    case 'voided':
      return (
        <p className="slip-state slip-trouble" role="alert">
          <TriangleAlert aria-hidden="true" />
          {t(at === 'asks' ? 'filing.slip.asks' : 'filing.slip.notPrinted')}
        </p>
      );
    default:
      return unreachable(at);
  }
}
