import { expect, test } from 'vitest';
import type { CommandResult, KioskCommand } from '../../../core/contract.ts';
import { createCounterStation } from '../../../core/stations/counter-station.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { preparationSlip } from '../../../core/slips/preparation-slip.ts';
import type { Slip } from '../../../core/slips/slip.ts';
import { setupDesk } from './setup-desk.ts';

const birth = '1.001193';
const certified = '2.000815';

function setup() {
  const desk = setupDesk();
  const kiosk = createKioskStation('kiosk', desk.deps);
  const play = (...commands: KioskCommand[]): CommandResult => {
    const answers = commands.map((command) => kiosk.handle(command));
    const last = answers.at(-1);
    if (last === undefined || last instanceof Promise) throw new Error('no answer');
    return last;
  };
  const begin = (code: string) =>
    play(
      { type: 'start' },
      { type: 'without-card' },
      { type: 'choose-procedure', code },
      { type: 'file-online' },
    );
  const answer = (
    whose: 'self' | 'family' | 'other',
    account: 'level-2' | 'below' | 'unknown',
    phone: 'ready' | 'trouble' | 'none' | null,
  ) => {
    play({ type: 'answer-filing', answer: { question: 'whose', answer: whose } });
    play({ type: 'answer-filing', answer: { question: 'account', answer: account } });
    if (phone !== null) play({ type: 'answer-filing', answer: { question: 'phone', answer: phone } });
    play({ type: 'papers-ticked' });
  };
  const waiting = () => desk.store.tickets.inState(desk.store.tickets.dayAt(desk.clock.now()), 'waiting');
  return { ...desk, kiosk, play, begin, answer, waiting };
}

test('one question follows the other, with the place among them, to the way that fits', () => {
  const { kiosk, play, begin } = setup();
  expect(begin(birth)).toEqual({ ok: true, value: null });
  expect(kiosk.view().screen).toMatchObject({ at: 'filing-question', question: 'whose', n: 1, of: 4 });
  play({ type: 'answer-filing', answer: { question: 'whose', answer: 'family' } });
  play({ type: 'answer-filing', answer: { question: 'account', answer: 'level-2' } });
  play({ type: 'answer-filing', answer: { question: 'phone', answer: 'ready' } });
  play({ type: 'tick-paper', paper: 1, on: true });
  expect(kiosk.view().screen).toMatchObject({ at: 'filing-papers', n: 4, of: 4 });
  play({ type: 'papers-ticked' });
  expect(kiosk.view().screen).toMatchObject({
    at: 'filing-result',
    onlineOnly: true,
    here: 'no-shell',
    advice: { channel: 'phone', others: ['guide'] },
    documents: expect.arrayContaining([
      expect.objectContaining({ name: 'Giấy chứng sinh', standing: 'here' }),
      expect.objectContaining({ name: 'Văn bản ủy quyền', standing: 'if-needed' }),
    ]),
  });
});

test('what cannot be filed at the portal is neither offered nor asked about', () => {
  const { kiosk, play, deps } = setup();
  const find = deps.catalogue.find.bind(deps.catalogue);
  deps.catalogue.find = (code) => {
    const procedure = find(code);
    return procedure && { ...procedure, onlineLevel: 'none', onlineOnly: false };
  };
  play({ type: 'start' }, { type: 'without-card' }, { type: 'choose-procedure', code: certified });
  expect(kiosk.view().screen).toMatchObject({ at: 'procedure', filing: 'no' });
  expect(play({ type: 'file-online' })).toMatchObject({ ok: false, error: { code: 'not-now' } });
});

test('a number after the questions goes to the counter of the procedure, or to help with that very procedure', () => {
  const { kiosk, play, begin, answer, waiting } = setup();
  begin(certified);
  answer('self', 'below', null);
  play({ type: 'filing-number' });
  expect(kiosk.view().screen).toMatchObject({ at: 'procedure', lane: { letter: 'A' } });
  play({ type: 'take-number' }, { type: 'home' });
  begin(birth);
  answer('self', 'unknown', 'ready');
  play({ type: 'filing-number' });
  expect(kiosk.view().screen).toMatchObject({ at: 'service', kind: 'online-help' });
  play({ type: 'take-number' });
  expect(waiting()).toMatchObject([
    { label: 'A001', kind: 'file', procedure: certified },
    { label: 'H001', kind: 'online-help', procedure: birth },
  ]);
  expect(kiosk.view().screen).toMatchObject({ ticket: { procedureName: 'Đăng ký khai sinh' } });
});

test('the slip to prepare by names the papers and nobody, and what becomes of it stands on the page', async () => {
  const { kiosk, play, begin, answer, answers, deps } = setup();
  const slips: Slip[] = [];
  const add = deps.spooler.add.bind(deps.spooler);
  deps.spooler.add = (slip, about) => {
    slips.push(slip);
    return add(slip, about);
  };
  deps.spooler.onChange((job) => kiosk.slipChanged(job));
  begin(birth);
  answer('self', 'level-2', 'ready');
  play({ type: 'print-preparation' });
  expect(kiosk.view().screen).toMatchObject({ slip: { at: 'printing' } });
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.({ at: 'not-started', why: 'paper-out' });
  await expect.poll(() => kiosk.view().screen).toMatchObject({ slip: { at: 'waiting', why: 'paper-out' } });
  expect(play({ type: 'print-preparation' })).toMatchObject({ ok: false });
  expect(slips).toMatchObject([
    {
      kind: 'preparation',
      procedureCode: birth,
      documents: expect.arrayContaining([expect.objectContaining({ name: 'Giấy chứng sinh' })]),
      channels: [{ channel: 'online-assisted' }],
      continueCode: 'https://dichvucong.gov.vn/',
    },
  ]);
  expect(preparationSlip.safeParse(slips[0]).success).toBe(true);
});

test('who calls a person is told who comes; the desk sees for what and since when, and no more once they leave', async () => {
  const { kiosk, play, begin, answer, deps, store, clock } = setup();
  store.officers.save({ id: 'guide-1', name: 'Phạm Văn Dẫn', role: 'guide' }, '123456');
  const counter = createCounterStation('quay-1', deps, () => {});
  await counter.handle({ type: 'sign-in', officerId: 'guide-1', pin: '123456' });
  const requests = () => {
    const { screen } = counter.view();
    return screen.at === 'signed-out' ? [] : screen.desk.helpRequests;
  };
  begin(birth);
  answer('self', 'level-2', 'ready');
  play({ type: 'take-channel', channel: 'guide' });
  clock.advance(30_000);
  expect(requests()).toEqual([
    {
      id: expect.any(String),
      kiosk: 1,
      procedureName: 'Đăng ký khai sinh',
      step: 'Người hướng dẫn tới với bà con',
      since: clock.now() - 30_000,
      acceptedBy: null,
    },
  ]);
  play({ type: 'next-step' });
  const [request] = requests();
  expect(request).toMatchObject({ step: 'Cầm sẵn trên tay', since: clock.now() - 30_000 });

  expect(await counter.handle({ type: 'accept-help', request: request?.id ?? '', on: true })).toMatchObject({
    ok: true,
  });
  expect(kiosk.view().screen).toMatchObject({ help: { at: 'coming', who: 'Phạm Văn Dẫn' } });
  expect(requests()).toMatchObject([{ acceptedBy: { id: 'guide-1', name: 'Phạm Văn Dẫn' } }]);
  await counter.handle({ type: 'accept-help', request: request?.id ?? '', on: false });
  expect(kiosk.view().screen).toMatchObject({ help: { at: 'asked' } });

  play({ type: 'home' });
  expect(requests()).toEqual([]);
  expect(await counter.handle({ type: 'accept-help', request: request?.id ?? '', on: true })).toMatchObject({
    ok: false,
    error: { code: 'not-now' },
  });
});

test('left alone, a kiosk withdraws its call on the way home', () => {
  const { play, begin, deps, clock } = setup();
  begin(birth);
  play({ type: 'call-guide' });
  expect(deps.helpDesk.open()).toHaveLength(1);
  clock.advance(60_000);
  clock.advance(21_000);
  expect(deps.helpDesk.open()).toEqual([]);
});
