import pino from 'pino';

/**
 * The few verbs the core logs with. Messages name what happened to which device, screen or ticket; they never
 * carry a name, a card, a number of a person or the content of a message.
 */
export type Log = {
  info(detail: Record<string, string | number | boolean | null>, message: string): void;
  warn(detail: Record<string, string | number | boolean | null>, message: string): void;
  error(detail: { error?: unknown } & Record<string, unknown>, message: string): void;
};

/** JSON lines on stderr: stdout is for the one ready line. */
export function createLog(level: string): Log {
  const log = pino(
    { level, base: null, errorKey: 'error', timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  return {
    info: (detail, message) => log.info(detail, message),
    warn: (detail, message) => log.warn(detail, message),
    error: (detail, message) => log.error(detail, message),
  };
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
