import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { unreachable } from '../core/result.ts';
import type { Role, View } from '../core/contract.ts';
import type { Client, Send } from './client.ts';
import { LostLine } from './parts/lost-line.tsx';
import { PleaseWait } from './parts/station-pages.tsx';
import { KioskScreen } from './screens/kiosk/kiosk-screen.tsx';

// Citizens wait for the kiosk's own code, so everything else travels apart from it.
const CounterScreen = lazy(async () => ({
  default: (await import('./screens/counter/counter-screen.tsx')).CounterScreen,
}));
const DisplayScreen = lazy(async () => ({
  default: (await import('./screens/display/display-screen.tsx')).DisplayScreen,
}));
const RatingScreen = lazy(async () => ({
  default: (await import('./screens/rating/rating-screen.tsx')).RatingScreen,
}));
const AdminScreen = lazy(async () => ({
  default: (await import('./screens/admin/admin-screen.tsx')).AdminScreen,
}));
const DockScreen = lazy(async () => ({ default: (await import('./dock/dock-screen.tsx')).DockScreen }));
const DockPanel = lazy(async () => ({ default: (await import('./dock/dock-panel.tsx')).DockPanel }));

/** How long a cut may last before anyone is told: a restart of the core takes less. */
const patienceMs = 1000;

export function App(props: { client: Client; unregistered: ReactNode }) {
  const { client, unregistered } = props;
  const { connection, view, dockToken, lostSince } = useSyncExternalStore(client.subscribe, client.getState);
  const isLost = useStanding(connection !== 'open', patienceMs);
  const role = view?.role ?? null;

  useEffect(() => {
    document.documentElement.dataset['scale'] = role !== null && deskRoles.has(role) ? 'desk' : 'hall';
  }, [role]);

  if (connection === 'unregistered') return unregistered;
  if (view === null) return isLost ? <PleaseWait language="vi" /> : null;
  // What a citizen said must not stand there when nothing takes it away any more; everybody else may still read theirs.
  if (isLost && view.role === 'kiosk') return <PleaseWait language={view.language} />;
  return (
    <Suspense fallback={null}>
      <div className={isLost ? 'lost' : 'held'}>
        {isLost && lostSince !== null && <LostLine since={lostSince} />}
        <fieldset className="reach" disabled={isLost}>
          <Screen view={view} send={client.send} />
        </fieldset>
      </div>
      {view.role === 'kiosk' && dockToken !== null && <DockPanel token={dockToken} />}
    </Suspense>
  );
}

function Screen(props: { view: View; send: Send }) {
  const { view, send } = props;
  switch (view.role) {
    case 'kiosk':
      return <KioskScreen view={view} send={send} />;
    case 'display':
      return <DisplayScreen view={view} />;
    case 'counter':
      return <CounterScreen view={view} send={send} />;
    case 'rating':
      return <RatingScreen view={view} send={send} />;
    case 'admin':
      return <AdminScreen view={view} send={send} />;
    case 'dock':
      return <DockScreen view={view} send={send} />;
    default:
      return unreachable(view);
  }
}

const deskRoles: ReadonlySet<Role> = new Set(['counter', 'admin', 'dock']);

/** True once `condition` has held for `delayMs` without a break. */
function useStanding(condition: boolean, delayMs: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setLong(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [condition, delayMs]);
  return condition && isLong;
}
