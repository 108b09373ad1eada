import type {
  ClientMessage,
  Command,
  CommandResult,
  DockCommand,
  ServerMessage,
  Station,
  View,
} from '../core/contract.ts';

/** `lost`: was connected, or is trying to be, and keeps trying. The last two need a person. */
export type Connection = 'connecting' | 'open' | 'lost' | 'unregistered';
export type ClientState = {
  connection: Connection;
  station: Station | null;
  dockToken: string | null;
  /** The last one seen; kept while the connection is lost. */
  view: View | null;
  /** When the core was last heard; `null` while it is. What `view` says was so then. */
  lostSince: number | null;
};
export type Send<Ask extends Command = Command> = (command: Ask) => Promise<CommandResult>;
export type SendToDock = Send<DockCommand>;
export type Client = {
  getState: () => ClientState;
  /** Calls `listener` after every change; the returned function ends it. */
  subscribe: (listener: () => void) => () => void;
  send: Send;
  close: () => void;
};

/** What the client needs of a WebSocket; tests pass their own. */
export type Socket = {
  send(text: string): void;
  close(): void;
  addEventListener(kind: 'open', listener: () => void): void;
  addEventListener(kind: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(kind: 'close', listener: (event: { code: number }) => void): void;
};
export type ClientDeps = {
  token: string;
  openSocket(): Socket;
  /**
   * Whether the core answers at all. Asked before a socket is tried again: Chromium makes a page whose sockets failed wait
   * for up to five seconds before the next one.
   */
  isCoreThere(): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `callback` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};

// Copies of core's closeCodes: importing the value would bring zod into every citizen's bundle.
const unauthorisedCode = 4401;
/** Waits between attempts; the last one repeats. A core that restarts is found again within two seconds. */
const backOffMs = [100, 250, 500];
/** The core says something every 2 s. A pulled cable closes no socket: silence is the only sign. */
const silenceMs = 8_000;

/** Holds one station's connection: says hello, keeps the newest view, matches results to commands, reconnects for ever. */
export function createClient(deps: ClientDeps): Client {
  let state: ClientState = {
    connection: 'connecting',
    station: null,
    dockToken: null,
    view: null,
    lostSince: null,
  };
  let socket: Socket | null = null;
  let cancelRetry: (() => void) | null = null;
  let cancelSilence = () => {};
  let heardAt = deps.now();
  let failures = 0;
  let lastId = 0;
  let closed = false;
  const listeners = new Set<() => void>();
  const waiting = new Map<number, (result: CommandResult) => void>();

  function change(part: Partial<ClientState>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function connect() {
    const mine = deps.openSocket();
    socket = mine;
    listen(mine);
    mine.addEventListener('open', () => mine.send(text({ type: 'hello', token: deps.token })));
    mine.addEventListener('message', ({ data }) => {
      // The core is the one this page came from, so what it says needs no second look.
      const message: ServerMessage = JSON.parse(String(data));
      if (socket !== mine) return;
      heardAt = deps.now();
      listen(mine);
      receive(message);
    });
    mine.addEventListener('close', ({ code }) => {
      if (socket === mine) lose(code);
    });
  }

  function listen(to: Socket) {
    cancelSilence();
    cancelSilence = deps.after(silenceMs, () => {
      if (socket !== to) return;
      // Not waiting for its close event: over a dead line that takes a minute.
      lose(0);
      to.close();
    });
  }

  function receive(message: ServerMessage) {
    switch (message.type) {
      case 'welcome':
        failures = 0;
        change({
          connection: 'open',
          station: message.station,
          dockToken: message.dockToken,
          lostSince: null,
        });
        break;
      case 'view':
        change({ view: message.view });
        break;
      case 'result':
        waiting.get(message.id)?.(message.result);
        waiting.delete(message.id);
        break;
      case 'refused':
        // Only a message we should never have sent is answered so; whoever waits for it must not wait for ever.
        for (const settle of waiting.values()) settle({ ok: false, error: message.error });
        waiting.clear();
        break;
      case 'beat':
        break;
    }
  }

  function lose(code: number) {
    socket = null;
    cancelSilence();
    // A tap made before the cut must not be carried out after it, when someone else may stand here: never sent again.
    for (const settle of waiting.values()) settle(notConnected);
    waiting.clear();
    if (closed) return;
    if (code === unauthorisedCode) return change({ connection: 'unregistered' });
    change({ connection: 'lost', lostSince: heardAt });
    retryLater();
  }

  function retryLater() {
    const delayMs = backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 500;
    failures += 1;
    cancelRetry = deps.after(delayMs, () => {
      void deps.isCoreThere().then((isThere) => {
        if (closed) return;
        if (isThere) connect();
        else retryLater();
      });
    });
  }

  connect();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(command) {
      if (socket === null || state.connection !== 'open') return Promise.resolve(notConnected);
      const to = socket;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        to.send(text({ type: 'command', id, command }));
      });
    },
    close() {
      closed = true;
      cancelRetry?.();
      cancelSilence();
      socket?.close();
    },
  };
}

const notConnected: CommandResult = {
  ok: false,
  error: { code: 'failed', field: null, message: 'not connected' },
};

function text(message: ClientMessage): string {
  return JSON.stringify(message);
}
