import { expect, test } from 'vitest';
import { counterCommand, type SlipTrouble } from '../../core/contract.ts';
import {
  type CounterNow,
  type Deed,
  type Picking,
  questionOf,
} from '../../renderer/screens/counter/picking.ts';
import { procedureChoices } from '../../renderer/screens/counter/service-picker.tsx';
import { sayIn } from '../../renderer/screens/counter/staff-text.tsx';
import { birth, counterScreens, residence } from './staff-fixtures.ts';

const { desk } = counterScreens.ready;
const target = { id: 'ticket-a014', number: 'A014', priority: null };
const slipInDoubt: SlipTrouble = {
  id: 'job-a014',
  kind: 'ticket',
  number: 'A014',
  why: 'uncertain',
  at: 0,
  reprint: 0,
};
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
  { at: 'slip', slip: slipInDoubt },
  { at: 'reprint', number: 'A014', what: { at: 'number', number: 'A014' } },
];
const ask = (picking: Exclude<Picking, { at: 'add-service' }>, counter: CounterNow = 'free') =>
  questionOf(sayIn('vi'), picking, desk, counter);
const lines = (picking: Exclude<Picking, { at: 'add-service' }>, counter: CounterNow = 'free') =>
  ask(picking, counter).choices.map(({ key, label, note }) => [key, label, note].filter(Boolean).join(' '));

test.each(['vi', 'en'] as const)(
  'every question names the number, and each answer has a key of its own, in %s',
  (language) => {
    for (const picking of questions) {
      const { title, choices } = questionOf(sayIn(language), picking, desk, 'free');
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
    } else if ('slip' in deed) {
      expect(counterCommand.safeParse(deed.slip)).toMatchObject({ success: true });
      ends += 1;
    } else if ('ask' in deed && deed.ask.at !== 'add-service') {
      for (const choice of ask(deed.ask).choices) if (choice.deed !== null) follow(choice.deed);
    }
  };
  for (const picking of questions) follow({ ask: picking });
  expect(ends).toBeGreaterThan(50);
});

test('somebody in a list can be called only to a free counter, and the words say why not', () => {
  expect(lines({ at: 'ticket', list: 'missed', ticket: target }, 'busy')).toEqual([
    '1 Cho trở lại hàng chờ',
    '2 Gọi vào quầy ngay quầy đang có người',
    '3 Đặt hoặc bỏ ưu tiên…',
    '4 Hủy số…',
    '5 In lại phiếu…',
  ]);
  const call = (counter: CounterNow) =>
    ask({ at: 'ticket', list: 'waiting', ticket: target }, counter).choices[0]?.deed;
  expect(call('busy')).toBeNull();
  expect(call('free')).toEqual({ ask: { at: 'call', ticket: target } });
});

test('on a break nobody is brought to the counter or into its line, and the words say why', () => {
  expect(lines({ at: 'ticket', list: 'parked', ticket: target }, 'on-break')).toEqual([
    '1 Gọi vào quầy ngay quầy đang tạm nghỉ',
    '2 Đưa lại vào hàng chờ quầy đang tạm nghỉ',
    '3 Đặt hoặc bỏ ưu tiên…',
    '4 Hủy số…',
    '5 In lại phiếu…',
  ]);
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
    'busy',
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

test('only a slip in doubt can be in the hand of the citizen', () => {
  expect(lines({ at: 'slip', slip: slipInDoubt })).toEqual([
    '1 In lại phiếu…',
    '2 Không cần phiếu nữa',
    '3 Người dân đã cầm phiếu',
  ]);
  expect(lines({ at: 'slip', slip: { ...slipInDoubt, why: 'too-old' } })).toHaveLength(2);
});
