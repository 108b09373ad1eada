import { freshGuard, type SignInGuard } from '../flows/sign-in.ts';
import type { Db } from './open.ts';

/** Whom wrong PINs are counted for. */
export type GuardSubject = { kind: 'officer' | 'screen'; id: string };
export type SignInGuardStore = ReturnType<typeof createSignInGuardStore>;

export function createSignInGuardStore(db: Db) {
  const read = db.prepare(
    'select wrong, blocked_until as blockedUntil from sign_in_guard where kind = @kind and id = @id',
  );
  const write = db.prepare(
    `insert into sign_in_guard (kind, id, wrong, blocked_until) values (@kind, @id, @wrong, @blockedUntil)
     on conflict (kind, id) do update set wrong = @wrong, blocked_until = @blockedUntil`,
  );
  const clear = db.prepare('delete from sign_in_guard where kind = @kind and id = @id');

  return {
    read: (subject: GuardSubject): SignInGuard =>
      (read.get(subject) as SignInGuard | undefined) ?? freshGuard,
    /** Durable when it returns. */
    update: (subjects: GuardSubject[], change: (guard: SignInGuard) => SignInGuard): void =>
      db
        .transaction(() => {
          for (const subject of subjects) {
            const guard = (read.get(subject) as SignInGuard | undefined) ?? freshGuard;
            write.run({ ...subject, ...change(guard) });
          }
        })
        .immediate(),
    clear: (subjects: GuardSubject[]): void =>
      db
        .transaction(() => {
          for (const subject of subjects) clear.run(subject);
        })
        .immediate(),
  };
}
