import Database from 'better-sqlite3';

/** The least a durable answer can take on this disk: one fsynced insert. */
export function openFloor(path: string): () => void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table row (id integer primary key, text text not null)');
  const insert = db.prepare('insert into row (text) values (?)');
  const text = 'x'.repeat(200);
  return () => void insert.run(text);
}
