/** This shell as a station of the core: its view in, what it sees of the portal out. */
import { WebSocket } from 'ws';
import type { Clock } from '../../core/clock.ts';
import type { ServerMessage, ShellCommand, ShellView } from '../../core/contract.ts';

export type ShellLink = {
  /** The address with the token of this station; `null` while there is no core. */
  connect(address: string | null): void;
  send(command: ShellCommand): void;
};

const againMs = 1_000;

/** `show` gets `null` as soon as the line is cut: nobody would take an open portal away then. */
export function openShellLink(deps: {
  clock: Clock;
  log: (line: string) => void;
  show: (portal: ShellView['portal']) => void;
}): ShellLink {
  let wanted: string | null = null;
  let socket: WebSocket | null = null;
  let nextId = 1;
  let cancelAgain = () => {};

  function open(address: string) {
    const url = new URL(address);
    const opened = new WebSocket(`ws://${url.host}/ws`);
    socket = opened;
    opened.on('open', () =>
      opened.send(JSON.stringify({ type: 'hello', token: url.hash.replace('#token=', '') })),
    );
    opened.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as ServerMessage;
      if (message.type === 'view' && message.view.role === 'shell') deps.show(message.view.portal);
    });
    // An error is followed by the close.
    opened.on('error', () => {});
    opened.on('close', () => {
      if (socket !== opened) return;
      socket = null;
      deps.show(null);
      cancelAgain = deps.clock.after(againMs, () => {
        if (wanted !== null && socket === null) open(wanted);
      });
    });
  }

  return {
    connect(address) {
      if (address === wanted && (socket !== null || address === null)) return;
      wanted = address;
      cancelAgain();
      const old = socket;
      socket = null;
      old?.close();
      deps.show(null);
      if (address !== null) open(address);
    },
    send(command) {
      if (socket?.readyState !== WebSocket.OPEN) return;
      socket.send(JSON.stringify({ type: 'command', id: nextId, command }));
      nextId += 1;
    },
  };
}
