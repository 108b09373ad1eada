import { ScanQrCode } from 'lucide-react';
import type { AdminCommand } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useSay } from '../counter/staff-text.tsx';
import { cameraWords, printerWords, scannerWords } from './device-words.ts';
import type { DeviceWords } from './device-words.ts';
import type { OverviewScreen } from './shares.ts';
import type { Ask } from '../counter/use-ask.ts';
import { moodMarks } from './mood-marks.tsx';
import { stationGroups } from './station-groups.ts';

/** Printer, camera, scanner and screens of this machine. */
export function DevicesCard(props: {
  devices: Pick<OverviewScreen, 'printer' | 'camera' | 'scanner' | 'stations'>;
  asking: Ask<AdminCommand>;
  now: number;
}) {
  const say = useSay();
  const { devices, asking, now } = props;
  return (
    <section className="admin-card admin-devices">
      <header className="admin-card-head">
        <h2 className="admin-card-title">{say('admin.devices.title')}</h2>
        <ActionButton
          icon={<ScanQrCode />}
          isDisabled={asking.pending !== null}
          onPress={() => void asking.ask({ type: 'begin-scanner-test' })}
        >
          {say('admin.scanner.open')}
        </ActionButton>
      </header>
      <Device name={say('admin.devices.printer')} state={printerWords(say, devices.printer)} />
      <Device name={say('admin.devices.camera')} state={cameraWords(say, devices.camera)} />
      <Device name={say('admin.devices.scanner')} state={scannerWords(say, devices.scanner, now)} />
      <h3 className="admin-label">{say('admin.devices.stations')}</h3>
      {devices.stations.length === 0 && <p>{say('admin.devices.noStations')}</p>}
      <dl className="admin-facts">
        {stationGroups(say, devices.stations).map((group) => (
          <div key={group.role}>
            <dt>{say(`admin.devices.roles.${group.role}`)}</dt>
            <dd>
              {group.closed.length > 0 && (
                <span className="admin-closed">
                  {say('admin.devices.closed', {
                    names: group.closed.map((name) => name.replaceAll(' ', '\u00a0')).join(', '),
                  })}
                </span>
              )}{' '}
              <span className="admin-open">
                {say('admin.devices.open', { open: group.open, all: group.all })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Device(props: { name: string; state: DeviceWords }) {
  return (
    <p className={`admin-device admin-device-${props.state.mood}`}>
      <span className="admin-device-mark" aria-hidden="true">
        {moodMarks[props.state.mood]}
      </span>
      <span>
        <strong>{props.name}</strong>: {props.state.words}
      </span>
    </p>
  );
}
