import type { ReactNode } from 'react';
import { Check, CircleHelp, Hourglass, Printer, ReceiptText, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Ask } from './ask.ts';
import './paper-state.css';

/** What became of the slip, calmly; and the one question that only the person in front of it can answer. */
export function PaperState(props: { paper: Paper; canPrint: boolean; ask: Ask }) {
  const { t } = useTranslation('kiosk');
  const { paper, canPrint, ask } = props;
  const print = canPrint && (
    <ActionButton tone="primary" icon={<Printer />} onPress={() => ask({ type: 'print-slip' })}>
      {t('paper.print')}
    </ActionButton>
  );
  switch (paper.at) {
    case 'printing':
      return (
        <Said icon={<Printer aria-hidden="true" />}>
          {t('paper.printing')} {t('paper.rememberToo')}
        </Said>
      );
    case 'printed':
      return paper.isConfirmed ? (
        <Said tone="printed" icon={<ReceiptText aria-hidden="true" />}>
          <strong>{t('paper.printed')}</strong>
        </Said>
      ) : (
        <Said tone="printed" icon={<ReceiptText aria-hidden="true" />} answers={notOut(false)}>
          <strong>{t('paper.printed')}.</strong> {t('paper.ifNot')}
        </Said>
      );
    case 'waiting':
      return (
        <Said tone="trouble" icon={<Hourglass aria-hidden="true" />}>
          {t(`paper.waiting.${paper.why}`)} {t('paper.soon')}
        </Said>
      );
    case 'asks':
      return (
        <Said
          tone="asks"
          icon={<CircleHelp aria-hidden="true" />}
          answers={
            <>
              <ActionButton tone="primary" icon={<Check />} onPress={() => ask({ type: 'slip-out' })}>
                {t('paper.out')}
              </ActionButton>
              {notOut(true)}
            </>
          }
        >
          <strong className="paper-question">{t('paper.asks')}</strong> {t('paper.look')}
        </Said>
      );
    case 'not-printed':
      return (
        <Said tone="trouble" icon={<TriangleAlert aria-hidden="true" />} answers={print}>
          {t('paper.notPrinted')} {t('paper.stillValid')}
        </Said>
      );
    case 'voided':
      return (
        <Said tone="trouble" icon={<TriangleAlert aria-hidden="true" />} answers={print}>
          {t(canPrint ? 'paper.printerBack' : 'paper.voided')} {t('paper.stillValid')}
        </Said>
      );
    default:
      return unreachable(paper);
  }

  function notOut(isShort: boolean) {
    return (
      <ActionButton
        {...(isShort ? { tone: 'primary' as const } : {})}
        icon={<X />}
        onPress={() => ask({ type: 'slip-not-out' })}
      >
        {t(isShort ? 'paper.notOut' : 'paper.slipNotOut')}
      </ActionButton>
    );
  }
}

function Said(props: {
  tone?: 'plain' | 'printed' | 'trouble' | 'asks';
  icon: ReactNode;
  answers?: ReactNode;
  children: ReactNode;
}) {
  const { tone = 'plain', answers } = props;
  const isUrgent = tone === 'trouble' || tone === 'asks';
  return (
    <div className={`paper-state paper-${tone}`}>
      <p role={isUrgent ? 'alert' : 'status'}>
        {props.icon}
        <span>{props.children}</span>
      </p>
      {answers !== undefined && answers !== false && <div className="paper-answers">{answers}</div>}
    </div>
  );
}
