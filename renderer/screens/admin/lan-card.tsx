import { Power } from 'lucide-react';
import type { AdminCommand, LanView, PhoneView } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { fingerprintRows } from '../../parts/pairing-page.tsx';
import { refusedWords } from '../counter/refused-words.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { LanCodes } from './lan-codes.tsx';
import { LanMachines } from './lan-machines.tsx';
import { PhoneSwitch } from './phone-switch.tsx';
import './lan-card.css';

export type LanProps = { lan: LanView; phone: PhoneView; asking: Ask<AdminCommand>; now: number };

/** The screens on the centre's network: on or off, codes for new machines, and the machines that are in; and citizens' phones. */
export function LanCard(props: LanProps) {
  const say = useSay();
  const { lan, asking } = props;
  const isOpen = lan.port !== null;
  return (
    <section className="admin-card lan-card">
      <header className="admin-card-head">
        <h2 className="admin-card-title">{say('admin.lan.title')}</h2>
        <ActionButton
          className="lan-switch"
          icon={<Power />}
          isDisabled={asking.pending !== null}
          onPress={() => void asking.ask({ type: 'lan-switch', on: !lan.on })}
        >
          {say(lan.on ? 'admin.lan.turnOff' : 'admin.lan.turnOn')}
        </ActionButton>
      </header>
      <p className="lan-state">{say(lan.on ? 'admin.lan.on' : 'admin.lan.off')}</p>
      {lan.trouble !== null && (
        <p className="admin-trouble" role="alert">
          {lan.trouble}
        </p>
      )}
      {asking.refused?.command.startsWith('lan-') && (
        <p className="admin-refused" role="alert">
          {refusedWords(say, asking.refused)}
        </p>
      )}
      <div className="lan-parts">
        {isOpen && (
          <div className="lan-part">
            <h3 className="admin-label">{say('admin.lan.address')}</h3>
            {lan.addresses.length === 0 && <p>{say('admin.lan.noAddress')}</p>}
            {lan.addresses.map((address) => (
              <p key={address} className="lan-address">
                {address}
              </p>
            ))}
            <h3 className="admin-label">{say('admin.lan.fingerprint')}</h3>
            <code className="lan-print">
              {lan.fingerprint === null ? '…' : fingerprintRows(lan.fingerprint)}
            </code>
          </div>
        )}
        {isOpen && <LanCodes {...props} />}
        {(lan.on || lan.machines.length > 0) && <LanMachines {...props} />}
      </div>
      <PhoneSwitch phone={props.phone} asking={asking} />
    </section>
  );
}
