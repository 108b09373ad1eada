import { Printer } from 'lucide-react';
import type { SlipDesk } from '../../../core/contract.ts';
import { useSay } from './staff-text.tsx';

/** Which slip printer needs a hand; nothing while all are well. */
export function PrinterAlert(props: { printers: SlipDesk['printers'] }) {
  const say = useSay();
  return (
    <>
      {props.printers.map(({ name, at }) => (
        <p key={name} className="printer-alert" role="status">
          <Printer aria-hidden="true" />
          {say('counter.slip.printer', { name, state: say(`admin.devices.printerAt.${at}`) })}
        </p>
      ))}
    </>
  );
}
