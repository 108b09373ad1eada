import { useState } from 'react';
import { Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskCommand } from '../../../core/contract.ts';
import type { Send } from '../../client.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useMsSince } from '../../parts/use-ms-since.ts';
import type { PageProps } from './ask.ts';
import { ClosedNow } from './closed-now.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import { printerTrouble } from './printer-trouble.ts';
import './service.css';
import { DigitEntry } from './typing/digit-entry.tsx';
import { Said } from './typing/said.tsx';

const codeLength = 6;
/** Longer waits are said in minutes, from two on. */
const inMinutesFrom = 90;

/** Whoever has an appointment types its code and gets a number that goes first at the time agreed. */
export function AppointmentPage({
  view,
  screen,
  ask,
  send,
}: PageProps<'appointment'> & { send: Send<KioskCommand> }) {
  const { t } = useTranslation('kiosk');
  const [code, setCode] = useState('');
  // What was refused, so that the words go away with the next digit.
  const [refusedCode, setRefusedCode] = useState<string | null>(null);
  const isWrong = screen.refused !== null && refusedCode === code;
  const passed = useMsSince(screen, screen.waitSeconds * 1000);
  const wait = Math.max(0, Math.ceil(screen.waitSeconds - passed / 1000));
  const canCheckIn = code.length === codeLength && wait === 0;
  const checkIn = () => {
    if (!canCheckIn) return;
    setRefusedCode(code);
    void send({ type: 'check-in', code });
  };
  const said = () => {
    if (wait > inMinutesFrom) return t('appointment.waitMinutes', { minutes: Math.ceil(wait / 60) });
    if (wait > 0) return t('appointment.waitSeconds', { seconds: wait });
    return isWrong && screen.refused !== null
      ? t(`appointment.refused.${screen.refused}`)
      : t('appointment.hint');
  };
  return (
    <KioskFrame view={view} ask={ask} page="appointment" onBack={() => ask({ type: 'back' })}>
      <div className="typing-head">
        <h1>{t('appointment.title')}</h1>
      </div>
      <DigitEntry
        digits={code}
        onChange={setCode}
        onEnter={checkIn}
        groups={[{ length: 3 }, { length: 3 }]}
        label={t('appointment.label')}
        isWrong={isWrong}
      >
        {view.opening.at === 'closed' ? (
          <ClosedNow opening={view.opening} />
        ) : (
          <>
            <Said tone={isWrong || wait > 0 ? 'warning' : 'plain'}>{said()}</Said>
            <ActionButton
              tone="primary"
              size="large"
              icon={<Ticket />}
              isDisabled={!canCheckIn}
              onPress={checkIn}
            >
              {t(printerTrouble(view.printer) === null ? 'procedure.take' : 'procedure.takeOnScreen')}
            </ActionButton>
          </>
        )}
      </DigitEntry>
    </KioskFrame>
  );
}
