import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react';
import { unreachable } from '../core/result.ts';
import type { Role, View } from '../core/contract.ts';
import type { Client, Send } from './client.ts';
import { LostLine } from './parts/lost-line.tsx';
import { PleaseWait } from './parts/station-pages.tsx';
import { useStanding } from './parts/use-standing.ts';
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
  const lostAt = useStanding(connection !== 'open', patienceMs);
  const isLost = lostAt !== null;
  const role = view?.role ?? null;

  useEffect(() => {
    document.documentElement.dataset['scale'] = role !== null && deskRoles.has(role) ? 'desk' : 'hall';
  }, [role]);

  if (connection === 'unregistered') return unregistered;
  if (view === null) return isLost ? <PleaseWait language="vi" /> : null;
  // What a citizen said must not stand there when nothing takes it away any more; everybody else may still read theirs.
  if (isLost && view.role === 'kiosk') return <PleaseWait language={view.language} />;
  // Counter and display say it in a place of their own, where it covers nothing.
  const isSaidHere = isLost && view.role !== 'counter' && view.role !== 'display';
  return (
    <Suspense fallback={null}>
      <div className={isSaidHere ? 'lost' : 'held'}>
        {isSaidHere && lostSince !== null && <LostLine since={lostSince} />}
        <fieldset className="reach" disabled={isSaidHere}>
          <Screen view={view} send={client.send} lostAt={lostAt} />
        </fieldset>
      </div>
      {view.role === 'kiosk' && dockToken !== null && <DockPanel token={dockToken} />}
    </Suspense>
  );
}

function Screen(props: { view: View; send: Send; lostAt: number | null }) {
  const { view, send } = props;
  switch (view.role) {
    case 'kiosk':
      return <KioskScreen view={view} send={send} />;
    case 'display':
      return <DisplayScreen view={view} isConnected={props.lostAt === null} />;
    case 'counter':
      return <CounterScreen view={view} send={send} lostAt={props.lostAt} />;
    case 'rating':
      return <RatingScreen view={view} send={send} />;
    case 'admin':
      return <AdminScreen view={view} send={send} />;
    case 'dock':
      return <DockScreen view={view} send={send} />;
    case 'shell':
      // No screen: the program around a kiosk's window has this token.
      return null;
    default:
      return unreachable(view);
  }
}

const deskRoles: ReadonlySet<Role> = new Set(['counter', 'admin', 'dock']);
