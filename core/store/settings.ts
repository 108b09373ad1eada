import type { Db } from './open.ts';

export type SettingStore = ReturnType<typeof createSettingStore>;

/** Settings as JSON documents by key. What comes out is parsed by whoever owns the key. */
export function createSettingStore(db: Db) {
  const read = db.prepare('select value from setting where key = ?');
  const write = db.prepare(
    'insert into setting (key, value) values (@key, @value) on conflict (key) do update set value = @value',
  );
  return {
    read: (key: string): unknown => {
      const row = read.get(key) as { value: string } | undefined;
      return row === undefined ? null : JSON.parse(row.value);
    },
    write: (key: string, value: unknown): void => {
      write.run({ key, value: JSON.stringify(value) });
    },
  };
}
