import type { DockView } from '../../core/contract.ts';
import type { SendToDock } from '../client.ts';
import { DockBoard } from './dock-board.tsx';
import './dock.css';

/** The dock in a window of its own. */
export function DockScreen(props: { view: DockView; send: SendToDock }) {
  return (
    <main className="dock-screen">
      <h1>Thiết bị thử</h1>
      <DockBoard view={props.view} send={props.send} />
    </main>
  );
}
