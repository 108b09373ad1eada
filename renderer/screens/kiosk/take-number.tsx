import { useState } from 'react';
import { MonitorSmartphone, Ticket, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskCommand, KioskView, LaneWaiting, WishesView } from '../../../core/contract.ts';
import type { Send } from '../../client.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Ask } from './ask.ts';
import { ClosedNow } from './closed-now.tsx';
import { printerTrouble } from './printer-trouble.ts';
import { useWaitingWords } from './waiting-words.ts';
import { Wishes } from './wishes.tsx';

/** Which line it will be, what speaks for a place in it, and the button that gives the number. */
export function TakeNumber(props: {
  view: KioskView;
  lane: LaneWaiting;
  wishes: WishesView;
  filing?: 'no' | 'possible' | 'only';
  ask: Ask;
  send: Send<KioskCommand>;
}) {
  const { t } = useTranslation('kiosk');
  const { view, lane } = props;
  const [isTaking, setTaking] = useState(false);
  const wait = useWaitingWords(lane.waitingMinutes);
  const { printer } = view;
  const trouble = printerTrouble(printer);
  return (
    <div className="procedure-take">
      <p className="procedure-lane">
        <span className="lane-letter">{lane.letter}</span>
        <span>
          <strong lang="vi">{lane.name}</strong>
          <span className="soft">{t('procedure.waiting', { people: lane.waiting })}</span>
          {wait !== null && <span>{wait}</span>}
        </span>
      </p>
      {(props.filing ?? 'no') !== 'no' && (
        <ActionButton
          className="procedure-file"
          tone={props.filing === 'only' ? 'primary' : 'plain'}
          size="large"
          icon={<MonitorSmartphone />}
          onPress={() => props.ask({ type: 'file-online' })}
        >
          {t('filing.offer')}
        </ActionButton>
      )}
      {view.opening.at === 'closed' ? (
        <ClosedNow opening={view.opening} />
      ) : (
        <>
          <Wishes wishes={props.wishes} ask={props.ask} />
          <ActionButton
            tone={props.filing === 'only' ? 'plain' : 'primary'}
            size="large"
            icon={<Ticket />}
            isDisabled={isTaking}
            onPress={() => {
              setTaking(true);
              // Refused, or the line was cut: the button must not stay asleep in front of the citizen.
              void props.send({ type: 'take-number' }).then(({ ok }) => {
                if (!ok) setTaking(false);
              });
            }}
          >
            {isTaking
              ? t('procedure.taking')
              : t(trouble === null ? 'procedure.take' : 'procedure.takeOnScreen')}
          </ActionButton>
          {trouble !== null && (
            <p className="warning" role="status">
              <TriangleAlert aria-hidden="true" />
              <span>{t(`procedure.printer.${trouble}`)}</span>
            </p>
          )}
        </>
      )}
    </div>
  );
}
