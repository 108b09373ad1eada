import { expect, test } from 'vitest';
import { keptAfterDueMs } from '../../../core/dossier/desk-papers.ts';
import { setupDesk } from '../stations/setup-desk.ts';
import { samplePapers } from '../forms/sample-papers.ts';

test('whose a dossier is, is forgotten sixty days after it was due; that there was one is not', () => {
  const { clock, store, deps, db } = setupDesk();
  const issued = store.tickets.issue({
    lane: 'A',
    kind: 'file',
    procedure: '1.001193',
    priority: null,
    station: 'kiosk',
    at: clock.now(),
  });
  if (!issued.ok) throw new Error(issued.error);
  const ticket = issued.value.id;
  const by = { officer: 'can-bo-1', counter: 'quay-1' };
  const why = { why: 'longest-waiting' } as const;
  expect(store.moves.move(ticket, { type: 'call', why }, by, clock.now())).toMatchObject({ ok: true });
  expect(store.moves.move(ticket, { type: 'begin' }, by, clock.now())).toMatchObject({ ok: true });
  const { form, ...receipt } = samplePapers.receipt;
  const about = {
    ticket,
    procedure: null,
    counter: 'quay-1',
    station: 'counter-quay-1',
    officer: 'can-bo-1',
  };
  expect(form).toBe('receipt');
  expect(deps.papers.accept(receipt, about)).toEqual({ ok: true });
  const code = receipt.dossierCode;
  const jobs = db.prepare('select kind from print_job').all();
  expect(jobs).toEqual([{ kind: 'receipt' }]);

  expect(store.dossiers.purge(receipt.dueAt + keptAfterDueMs - 1)).toBe(0);
  expect(deps.papers.receiptOf(code)).toMatchObject({ applicant: receipt.applicant });
  expect(store.dossiers.purge(receipt.dueAt + keptAfterDueMs)).toBe(1);
  expect(deps.papers.receiptOf(code)).toBeNull();
  expect(store.dossiers.find(code)).toMatchObject({ code, dueAt: receipt.dueAt });
  expect(deps.papers.accept(receipt, about)).toEqual({ ok: false, error: 'code-taken' });
  expect(db.prepare('select count(*) as n from print_job').get()).toEqual({ n: 1 });
});
