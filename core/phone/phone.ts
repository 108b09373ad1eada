import { z } from 'zod';
import { done } from '../border.ts';
import type { CommandResult, PhoneView } from '../contract.ts';
import { ownNames } from '../lan/names.ts';
import type { Log } from '../log.ts';
import type { Result } from '../result.ts';
import type { PhoneListener } from './listener.ts';

export type Phone = {
  view(): PhoneView;
  /** What a slip's code begins with, such as `http://192.168.1.10:4780`; `null` while phones cannot open anything. */
  address(): string | null;
  turn(on: boolean): Promise<CommandResult>;
  /** Opens the pages where the centre has them switched on. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const setting = { key: 'phone', schema: z.strictObject({ on: z.boolean() }) };

/** The pages for citizens' phones, switched on and off by an administrator. */
export function createPhone(deps: {
  settings: { read(key: string): unknown; write(key: string, value: unknown): void };
  open: () => Promise<Result<PhoneListener, string>>;
  log: Log;
  changed: () => void;
}): Phone {
  const { settings, log, changed } = deps;
  let wanted = setting.schema.safeParse(settings.read(setting.key)).data?.on ?? false;
  let trouble: string | null = null;
  let listener: PhoneListener | null = null;
  /** Opening and closing one after the other, in the order asked. */
  let last: Promise<void> = Promise.resolve();

  async function adjust(): Promise<void> {
    trouble = null;
    if (!wanted) {
      const closing = listener;
      listener = null;
      await closing?.close();
    } else if (listener === null) {
      const opened = await deps.open();
      if (opened.ok) listener = opened.value;
      else trouble = opened.error;
    }
    changed();
  }

  function queue(): Promise<void> {
    last = last.then(adjust, adjust);
    return last;
  }

  function address(): string | null {
    const [own] = ownNames().addresses;
    return listener === null || own === undefined ? null : `http://${own}:${listener.port}`;
  }

  return {
    view: () => ({ on: wanted, port: listener?.port ?? null, address: address(), trouble }),
    address,
    async turn(on) {
      if (on !== wanted) {
        settings.write(setting.key, { on });
        wanted = on;
        log.info({ on }, 'pages for phones');
      }
      await queue();
      return done;
    },
    start: () => (wanted ? queue() : Promise.resolve()),
    async stop() {
      wanted = false;
      await queue();
    },
  };
}
