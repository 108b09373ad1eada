import { expect, test } from 'vitest';
import { counterCommand } from '../../core/contract.ts';
import { type Deed, type Picking, questionOf } from '../../renderer/screens/counter/picking.ts';
import { procedureChoices } from '../../renderer/screens/counter/service-picker.tsx';
import { sayIn } from '../../renderer/screens/counter/staff-text.tsx';
import { birth, counterScreens, residence } from './staff-fixtures.ts';

const { desk } = counterScreens.ready;
const target = { id: 'ticket-a014', number: 'A014', priority: null };
const questions: Exclude<Picking, { at: 'add-service' }>[] = [
  { at: 'ticket', list: 'waiting', ticket: target },
  { at: 'ticket', list: 'missed', ticket: target },
  { at: 'ticket', list: 'parked', ticket: target },
  { at: 'call', ticket: target },
  { at: 'park', number: 'A014' },
  { at: 'transfer', number: 'A014' },
  { at: 'transfer-reason', number: 'A014', to: { at: 'lane', lane: 'B' }, name: 'nhóm B' },
  { at: 'priority', ticket: target },
  { at: 'cancel', ticket: target },
];
const ask = (picking: Exclude<Picking, { at: 'add-service' }>, isFree = true) =>
  questionOf(sayIn('vi'), picking, desk, isFree);
const lines = (picking: Exclude<Picking, { at: 'add-service' }>, isFree = true) =>
  ask(picking, isFree).choices.map(({ key, label, note }) => [key, label, note].filter(Boolean).join(' '));

test.each(['vi', 'en'] as const)(
  'every question names the number, and each answer has a key of its own, in %s',
  (language) => {
    for (const picking of questions) {
      const { title, choices } = questionOf(sayIn(language), picking, desk, true);
      expect(title).toContain('A014');
      const keys = choices.map(({ key }) => key);
      expect(keys).not.toContain(null);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
    }
  },
);

test('every way through the questions ends in a command that the core accepts', () => {
  let ends = 0;
  const follow = (deed: Deed) => {
    if ('move' in deed) {
      expect(counterCommand.safeParse({ ...deed.move, seen: 7 })).toMatchObject({ success: true });
      ends += 1;
    } else if (deed.ask.at !== 'add-service') {
      for (const choice of ask(deed.ask).choices) if (choice.deed !== null) follow(choice.deed);
    }
  };
  for (const picking of questions) follow({ ask: picking });
  expect(ends).toBeGreaterThan(50);
});

test('somebody in a list can be called only to a free counter, and the words say why not', () => {
  expect(lines({ at: 'ticket', list: 'missed', ticket: target }, false)).toEqual([
    '1 Cho trở lại hàng chờ',
    '2 Gọi vào quầy ngay quầy đang có người',
    '3 Đặt hoặc bỏ ưu tiên…',
    '4 Hủy số…',
  ]);
  const call = (isFree: boolean) =>
    ask({ at: 'ticket', list: 'waiting', ticket: target }, isFree).choices[0]?.deed;
  expect(call(false)).toBeNull();
  expect(call(true)).toEqual({ ask: { at: 'call', ticket: target } });
});

test('a transfer goes to a counter by its digit or to a lane by its letter', () => {
  expect(lines({ at: 'transfer', number: 'A014' }).slice(0, 4)).toEqual([
    '1 Quầy 1',
    '2 Quầy 3',
    '3 Quầy 4',
    'A Hộ tịch – Chứng thực',
  ]);
});

test('counters after the ninth have no digit, and can still be chosen', () => {
  const otherCounters = Array.from({ length: 11 }, (_, index) => ({
    id: `q${index}`,
    name: `Quầy ${index}`,
  }));
  const { choices } = questionOf(
    sayIn('vi'),
    { at: 'transfer', number: 'A014' },
    { ...desk, otherCounters, otherLanes: [] },
    false,
  );
  expect(choices.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null, null]);
  expect(choices.every(({ deed }) => deed !== null)).toBe(true);
});

test('the priority that somebody has is marked and cannot be set again', () => {
  const elderly = { at: 'priority', ticket: { ...target, priority: 'elderly' } } as const;
  expect(lines(elderly)[0]).toBe('1 Cao tuổi hiện nay');
  expect(ask(elderly).choices[0]?.deed).toBeNull();
  expect(ask(elderly).choices.at(-1)).toMatchObject({
    key: '0',
    deed: { move: { type: 'prioritise', ticket: 'ticket-a014', priority: null } },
  });
});

test('a procedure is found without marks; with nothing typed those of the counter’s own lanes come first', () => {
  const all = [residence, birth];
  const codes = (typed: string) => procedureChoices(all, ['A'], typed).map(({ code }) => code);
  expect(codes('')).toEqual([birth.code, residence.code]);
  expect(codes('thuong tru')).toEqual([residence.code]);
  expect(codes('khai sanh')[0]).toBe(birth.code);
  expect(codes('xyzzy')).toEqual([]);
});
