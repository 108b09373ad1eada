import { useEffect, useState } from 'react';
import { Wrench, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { DockView } from '../../core/contract.ts';
import { browserDeps } from '../browser-deps.ts';
import { createClient, type SendToDock } from '../client.ts';
import { DockBoard } from './dock-board.tsx';
import './dock.css';

/** The dock as a panel over the kiosk page, on its own connection, because it is a station of its own. */
export function DockPanel(props: { token: string }) {
  const { token } = props;
  const [dock, setDock] = useState<{ view: DockView; send: SendToDock } | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const client = createClient(browserDeps(token));
    client.subscribe(() => {
      const { view } = client.getState();
      if (view?.role === 'dock') setDock({ view, send: client.send });
    });
    return client.close;
  }, [token]);

  if (dock === null) return null;
  return (
    <aside className={`dock-panel ${isOpen ? 'dock-open' : ''}`} aria-label="Thiết bị thử">
      <Button className="dock-toggle" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? <X aria-hidden="true" /> : <Wrench aria-hidden="true" />}
        Thiết bị thử
      </Button>
      {isOpen && <DockBoard view={dock.view} send={dock.send} />}
    </aside>
  );
}
