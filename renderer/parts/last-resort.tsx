import { Component, type ReactNode } from 'react';
import { PleaseWait } from './station-pages.tsx';

/** Long enough to read, short enough that nobody fetches help for it. */
const reloadAfterMs = 5000;

/**
 * A screen in a hall must never stay white: whatever breaks while drawing (a bug, or a part of the page that could
 * not be fetched while the core restarted), people see the calm page, and the screen starts afresh by itself.
 */
export class LastResort extends Component<
  { children: ReactNode; reload: () => void },
  { isBroken: boolean }
> {
  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override state = { isBroken: false };

  override componentDidCatch() {
    setTimeout(this.props.reload, reloadAfterMs);
  }

  override render() {
    return this.state.isBroken ? <PleaseWait language="vi" /> : this.props.children;
  }
}
