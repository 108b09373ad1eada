import { beforeAll, expect, test } from 'vitest';
import { freshGuard } from '../../../core/flows/sign-in.ts';
import { createSignIn } from '../../../core/stations/sign-in.ts';
import { createOfficerStore } from '../../../core/store/officers.ts';
import { openMemoryStore } from '../../../core/store/open.ts';
import { createSignInGuardStore } from '../../../core/store/sign-in-guards.ts';
import { createHandClock } from '../hand-clock.ts';

const officerRows = new Map<string, unknown>();
beforeAll(() => {
  const db = openMemoryStore();
  const officers = createOfficerStore(db);
  officers.save({ id: 'can-bo-1', name: 'Nguyễn Thị Mẫu', role: 'officer' }, '111111');
  officers.save({ id: 'can-bo-2', name: 'Trần Văn Thử', role: 'guide' }, '222222');
  for (const row of db.prepare('select * from officer').all())
    officerRows.set((row as { id: string }).id, row);
});

/** A centre with two officers, made without hashing their PINs again. */
function setup() {
  const db = openMemoryStore();
  const insert = db.prepare('insert into officer values (@id, @name, @role, @pin_hash)');
  for (const row of officerRows.values()) insert.run(row);
  const clock = createHandClock();
  const guards = createSignInGuardStore(db);
  const screen = (id: string) =>
    createSignIn({
      screen: id,
      officers: createOfficerStore(db),
      guards,
      clock,
      roles: ['officer', 'guide'],
    });
  return { db, clock, guards, screen };
}

const codeOf = async (result: Promise<{ ok: true } | { ok: false; error: { code: string } }>) => {
  const settled = await result;
  return settled.ok ? 'in' : settled.error.code;
};

test('a thousand wrong PINs sent at once are three guesses; the right one then waits like any other', async () => {
  const { screen, clock } = setup();
  const counter = screen('counter-quay-1');
  const codes = await Promise.all(
    Array.from({ length: 1000 }, (_, pin) =>
      codeOf(counter.signIn('can-bo-1', String(pin).padStart(6, '0'))),
    ),
  );
  expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(3);
  expect(codes.filter((code) => code === 'slow-down')).toHaveLength(997);
  expect(await codeOf(counter.signIn('can-bo-1', '111111'))).toBe('slow-down');
  clock.advance(10_000);
  expect(await codeOf(counter.signIn('can-bo-1', '111111'))).toBe('in');
  expect(counter.officer()).toEqual({ id: 'can-bo-1', name: 'Nguyễn Thị Mẫu' });
});

async function guessThrice(counter: ReturnType<typeof createSignIn>, officer: string) {
  for (const pin of ['000001', '000002', '000003'])
    expect(await codeOf(counter.signIn(officer, pin))).toBe('wrong-pin');
}

test('an officer whose PIN is guessed at is guarded at every screen, and the screen against every name', async () => {
  const { screen } = setup();
  await guessThrice(screen('counter-quay-1'), 'can-bo-1');
  expect(await codeOf(screen('counter-quay-2').signIn('can-bo-1', '111111'))).toBe('slow-down');
  expect(await codeOf(screen('counter-quay-1').signIn('can-bo-2', '222222'))).toBe('slow-down');
  expect(await codeOf(screen('counter-quay-2').signIn('can-bo-2', '222222'))).toBe('in');
});

test('a restart makes no further guess free', async () => {
  const { screen, clock } = setup();
  await guessThrice(screen('counter-quay-1'), 'can-bo-1');
  const afterRestart = screen('counter-quay-1');
  expect(await codeOf(afterRestart.signIn('can-bo-1', '000004'))).toBe('slow-down');
  clock.advance(10_000);
  expect(await codeOf(afterRestart.signIn('can-bo-1', '000004'))).toBe('wrong-pin');
  expect(await afterRestart.signIn('can-bo-1', '111111')).toMatchObject({ error: { seconds: 20 } });
});

test('somebody who signs in as themselves does not free another officer of the guesses made', async () => {
  const { screen, clock } = setup();
  const counter = screen('counter-quay-1');
  await guessThrice(counter, 'can-bo-1');
  clock.advance(10_000);
  expect(await codeOf(counter.signIn('can-bo-2', '222222'))).toBe('in');
  expect(await codeOf(counter.signIn('can-bo-1', '000004'))).toBe('wrong-pin');
  expect(await codeOf(counter.signIn('can-bo-1', '000005'))).toBe('slow-down');
});

test('names that nobody has are slowed down too, and leave nothing of theirs in the store', async () => {
  const { screen, db, guards } = setup();
  const counter = screen('counter-quay-1');
  const codes = await Promise.all(
    Array.from({ length: 50 }, (_, index) => codeOf(counter.signIn(`khong-ai-${index}`, '000001'))),
  );
  expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(3);
  expect(db.prepare('select kind, id from sign_in_guard').all()).toEqual([
    { kind: 'screen', id: 'counter-quay-1' },
  ]);
  expect(guards.read({ kind: 'officer', id: 'khong-ai-1' })).toEqual(freshGuard);
});
