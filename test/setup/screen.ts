import { WebSocket } from 'ws';
import type { Command, CommandResult, ServerMessage, Station, View } from '../../core/contract.ts';

export type Screen<Seen extends View = View> = {
  station: Station;
  dockToken: string | null;
  view(): Seen;
  /** Every view received so far. */
  views: Seen[];
  send(command: Command): Promise<CommandResult>;
  /** Sends raw text and gives the next `refused` or `result` message. */
  sendRaw(text: string): Promise<ServerMessage>;
  /** The first view, present or coming, for which `matches` holds. */
  until(matches: (view: Seen) => boolean, what: string): Promise<Seen>;
  closed: Promise<{ code: number; reason: string }>;
  close(): void;
};

const patienceMs = 10_000;

/** A screen without a picture: the same protocol as the renderer, for tests and benches. */
export function openScreen<Seen extends View = View>(
  address: string,
  options: { token?: string; origin?: string } = {},
): Promise<Screen<Seen>> {
  const url = new URL(address);
  const token = options.token ?? url.hash.replace('#token=', '');
  const scheme = url.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${url.host}/ws`, {
    rejectUnauthorized: false,
    ...(options.origin && { origin: options.origin }),
  });
  const views: Seen[] = [];
  const results = new Map<number, (result: CommandResult) => void>();
  const rawWaiting: ((message: ServerMessage) => void)[] = [];
  const viewListeners = new Set<(view: Seen) => void>();
  let nextId = 1;
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );

  return new Promise((resolve, reject) => {
    let welcome: Extract<ServerMessage, { type: 'welcome' }> | null = null;
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token })));
    socket.on('error', reject);
    void closed.then(({ code, reason }) => reject(new Error(`closed ${code} ${reason}`)));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as ServerMessage;
      if (message.type === 'welcome') welcome = message;
      else if (message.type === 'view') {
        views.push(message.view as Seen);
        for (const listener of viewListeners) listener(message.view as Seen);
        if (views.length === 1 && welcome) resolve(screen(welcome));
      } else if (message.type !== 'beat') {
        const known = message.type === 'result' ? results.get(message.id) : undefined;
        if (known && message.type === 'result') {
          results.delete(message.id);
          known(message.result);
        } else rawWaiting.shift()?.(message);
      }
    });
  });

  function screen({ station, dockToken }: { station: Station; dockToken: string | null }): Screen<Seen> {
    const view = () => {
      const last = views.at(-1);
      if (!last) throw new Error('no view yet');
      return last;
    };
    return {
      station,
      dockToken,
      views,
      view,
      closed,
      send: (command) =>
        new Promise((resolve) => {
          const id = nextId++;
          results.set(id, resolve);
          socket.send(JSON.stringify({ type: 'command', id, command }));
        }),
      sendRaw: (text) =>
        new Promise((resolve) => {
          rawWaiting.push(resolve);
          socket.send(text);
        }),
      until: (matches, what) =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(
            () =>
              reject(
                new Error(`waited in vain for: ${what}; last view ${JSON.stringify(view()).slice(0, 600)}`),
              ),
            patienceMs,
          );
          const look = (seen: Seen) => {
            if (!matches(seen)) return;
            clearTimeout(timer);
            viewListeners.delete(look);
            resolve(seen);
          };
          viewListeners.add(look);
          look(view());
        }),
      close: () => socket.close(),
    };
  }
}
