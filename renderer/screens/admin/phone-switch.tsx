import { Smartphone } from 'lucide-react';
import type { AdminCommand, PhoneView } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';

/** The page that shows citizens their number on their own phones: on or off, and where it is. */
export function PhoneSwitch(props: { phone: PhoneView; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { phone, asking } = props;
  return (
    <div className="phone-switch">
      <header className="admin-card-head">
        <h3 className="admin-card-title">{say('admin.phone.title')}</h3>
        <ActionButton
          className="lan-switch"
          icon={<Smartphone />}
          isDisabled={asking.pending !== null}
          onPress={() => void asking.ask({ type: 'phone-switch', on: !phone.on })}
        >
          {say(phone.on ? 'admin.phone.turnOff' : 'admin.phone.turnOn')}
        </ActionButton>
      </header>
      <p className="lan-state">{say(phone.on ? 'admin.phone.on' : 'admin.phone.off')}</p>
      {phone.port !== null && (
        <p>
          {phone.address === null
            ? say('admin.lan.noAddress')
            : say('admin.phone.address', { address: phone.address })}
        </p>
      )}
      {phone.trouble !== null && (
        <p className="admin-trouble" role="alert">
          {phone.trouble}
        </p>
      )}
    </div>
  );
}
