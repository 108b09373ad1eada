import { Circle, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSay } from '../counter/staff-text.tsx';
import { cameraWords, printerWords } from './device-words.ts';
import type { DeviceWords } from './device-words.ts';
import type { OverviewScreen } from './figures.ts';
import { stationGroups } from './station-groups.ts';

// A shape for each mood: colour alone would not tell them apart.
const marks: Record<DeviceWords['mood'], ReactNode> = {
  good: <CircleCheck />,
  warning: <TriangleAlert />,
  bad: <CircleX />,
  idle: <Circle />,
};

/** Printer, camera and screens of this machine. */
export function DevicesCard(props: Pick<OverviewScreen, 'printer' | 'camera' | 'stations'>) {
  const say = useSay();
  return (
    <section className="admin-card admin-devices">
      <h2 className="admin-card-title">{say('admin.devices.title')}</h2>
      <Device name={say('admin.devices.printer')} state={printerWords(say, props.printer)} />
      <Device name={say('admin.devices.camera')} state={cameraWords(say, props.camera)} />
      <h3 className="admin-label">{say('admin.devices.stations')}</h3>
      {props.stations.length === 0 && <p>{say('admin.devices.noStations')}</p>}
      <dl className="admin-facts">
        {stationGroups(props.stations).map((group) => (
          <div key={group.role}>
            <dt>{say(`admin.devices.roles.${group.role}`)}</dt>
            <dd>
              {group.closed.length > 0 && (
                <span className="admin-closed">
                  {say('admin.devices.closed', { names: group.closed.join(', ') })}
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
        {marks[props.state.mood]}
      </span>
      <span>
        <strong>{props.name}</strong>: {props.state.words}
      </span>
    </p>
  );
}
