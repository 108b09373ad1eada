import type { Db } from './open.ts';

export type Remember = <Value>(key: string, read: () => Value) => Value;

/**
 * Reads that many screens ask for are made once until something is written. What is read inside a transaction is never
 * kept: it may be rolled back.
 */
export function createMemory(db: Db): Remember {
  const changes = db.prepare('select total_changes()').pluck();
  const known = new Map<string, unknown>();
  let knownAt = -1;
  return <Value>(key: string, read: () => Value): Value => {
    if (db.inTransaction) return read();
    const now = changes.get() as number;
    if (now !== knownAt) known.clear();
    knownAt = now;
    if (known.has(key)) return known.get(key) as Value;
    const value = read();
    known.set(key, value);
    return value;
  };
}
