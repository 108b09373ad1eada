import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { unreachable } from '../core/result.ts';
import type { Role, View } from '../core/contract.ts';
import type { Client, Send } from './client.ts';
import { LostBanner, PleaseWait, Unregistered } from './parts/station-pages.tsx';
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

export function App(props: { client: Client }) {
  const { client } = props;
  const { connection, view, dockToken } = useSyncExternalStore(client.subscribe, client.getState);
  const lostAt = useStanding(connection !== 'open', patienceMs);
  const isLost = lostAt !== null;
  const role = view?.role ?? null;

  useEffect(() => {
    document.documentElement.dataset['scale'] = role !== null && deskRoles.has(role) ? 'desk' : 'hall';
  }, [role]);

  if (connection === 'unregistered') return <Unregistered />;
  if (view === null) return isLost ? <PleaseWait language="vi" /> : null;
  // A citizen must not read, or tap on, a page that no longer answers; staff may still read theirs. The
  // display says it at its foot, where nothing is covered.
  if (isLost && view.role === 'kiosk') return <PleaseWait language={view.language} />;
  return (
    <Suspense fallback={null}>
      {isLost && view.role !== 'counter' && view.role !== 'display' && <LostBanner />}
      <Screen view={view} send={client.send} lostAt={lostAt} />
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
    default:
      return unreachable(view);
  }
}

const deskRoles: ReadonlySet<Role> = new Set(['counter', 'admin', 'dock']);
