import { expect, test } from 'vitest';
import {
  behindCardStep,
  nextCardStep,
  type CardEvent,
  type CardStep,
} from '../../../core/flows/card-steps.ts';
import {
  disagreeing,
  readCardSample,
  readSample,
  soundText,
  spoilt,
  withField,
} from '../card/held-samples.ts';

function walk(...events: CardEvent[]): CardStep {
  return events.reduce<CardStep>(
    (step, event) => {
      const to = nextCardStep(step, event);
      if (!to) throw new Error(`${event.type} has no meaning at ${step.at}`);
      return to;
    },
    { at: 'scan', refused: null },
  );
}

test('a card that agrees with itself is greeted, one that does not is looked at first', () => {
  expect(walk({ type: 'card-read', held: readSample(soundText) }).at).toBe('greeting');
  expect(walk({ type: 'card-read', held: disagreeing }).at).toBe('review');
});

test('a corrected date that agrees with the number settles the doubt', () => {
  const step = walk(
    { type: 'card-read', held: disagreeing },
    { type: 'correct-field', field: 'dateOfBirth' },
    { type: 'field-typed', field: 'dateOfBirth', value: '1987-04-07' },
  );
  expect(step).toMatchObject({
    at: 'review',
    card: { doubts: [], corrected: ['dateOfBirth'], card: { dateOfBirth: '1987-04-07' } },
  });
});

test('a corrected date that still disagrees stays marked until the citizen says that it is right', () => {
  const typed = walk(
    { type: 'card-read', held: disagreeing },
    { type: 'correct-field', field: 'dateOfBirth' },
    { type: 'field-typed', field: 'dateOfBirth', value: '1986-04-07' },
  );
  expect(typed).toMatchObject({ card: { doubts: [{ reason: 'birth-year-mismatch', kept: false }] } });
  expect(nextCardStep(typed, { type: 'keep-field', field: 'dateOfBirth' })).toMatchObject({
    card: { doubts: [{ reason: 'birth-year-mismatch', kept: true }], card: { dateOfBirth: '1986-04-07' } },
  });
});

test('a number that cannot be is the one in doubt, whatever else disagrees with it, and no date is typed against it', () => {
  const step = walk({ type: 'card-read', held: readSample(withField(0, '096290990039')) });
  expect(step).toMatchObject({
    at: 'review',
    card: { doubts: [{ reason: 'number-impossible', field: 'number', kept: false }] },
  });
  const typed = nextCardStep(
    { at: 'correct', card: readCardSample(withField(0, '096290990039')), field: 'dateOfBirth' },
    { type: 'field-typed', field: 'dateOfBirth', value: '1941-05-06' },
  );
  expect(typed).toMatchObject({ card: { doubts: [{ reason: 'number-impossible' }] } });
  expect(nextCardStep(step, { type: 'wrong-card' })).toEqual({ at: 'scan', refused: null });
  const typing = nextCardStep(step, { type: 'type-number' });
  expect(typing).toEqual({ at: 'type-number', number: '', name: 'Trương Ngọc Nghĩa' });
  expect(typing && nextCardStep(typing, { type: 'number-typed', number: '096088990039' })).toMatchObject({
    at: 'type-name',
    name: 'Trương Ngọc Nghĩa',
  });
  expect(nextCardStep(step, { type: 'finish-review' })).toMatchObject({ at: 'greeting' });
});

test('a card left to the officer goes on with its doubts', () => {
  expect(walk({ type: 'card-read', held: disagreeing }, { type: 'finish-review' })).toMatchObject({
    at: 'greeting',
    card: { doubts: [{ reason: 'birth-year-mismatch', kept: false }] },
  });
});

test('a repair is offered, and nothing of it is in the card before the citizen says yes', () => {
  const offered = walk({ type: 'card-read', held: spoilt });
  expect(offered).toMatchObject({ at: 'repair', offered: { fullName: 'Trương Ngọc Nghĩa' } });
  expect(offered.at === 'repair' && offered.card.card).not.toHaveProperty('fullName');
  expect(nextCardStep(offered, { type: 'accept-repair' })).toMatchObject({
    at: 'greeting',
    card: {
      card: { fullName: 'Trương Ngọc Nghĩa', address: 'Khóm 4, Ấp Trại, Năm Căn, Cà Mau' },
      doubts: [],
    },
  });
});

test('a refused repair leaves name and address to be typed', () => {
  const typing = walk({ type: 'card-read', held: spoilt }, { type: 'decline-repair' });
  expect(typing).toMatchObject({ at: 'correct', field: 'fullName' });
  const typed = nextCardStep(typing, { type: 'field-typed', field: 'fullName', value: 'Trương Ngọc Nghĩa' });
  expect(typed).toMatchObject({ at: 'review', card: { doubts: [{ field: 'address' }] } });
});

test('words that came whole past a wrong separator are not kept when the citizen refuses them', () => {
  const held = readSample(soundText.replaceAll('|', '~'));
  const typing = walk({ type: 'card-read', held }, { type: 'decline-repair' });
  expect(typing.at === 'correct' && Object.keys(typing.card.card)).not.toContain('address');
});

test('the bar code of the older card is a number: only the name is asked for', () => {
  const step = walk(
    { type: 'card-read', held: { at: 'number', number: '079085990001' } },
    { type: 'name-typed', name: 'Trần Văn Mẫu' },
  );
  expect(step).toEqual({
    at: 'greeting',
    card: { source: 'typed', number: '079085990001', numberFrom: 'bar-code', fullName: 'Trần Văn Mẫu' },
  });
});

test('a typed card claims nothing but its number and name', () => {
  const step = walk(
    { type: 'type-number' },
    { type: 'number-typed', number: '079085990001' },
    { type: 'name-typed', name: 'Trần Văn Mẫu' },
  );
  expect(step.at === 'greeting' && Object.keys(step.card).toSorted()).toEqual([
    'fullName',
    'number',
    'numberFrom',
    'source',
  ]);
  expect(nextCardStep(step, { type: 'wrong-card' })).toEqual({
    at: 'type-number',
    number: '079085990001',
    name: 'Trần Văn Mẫu',
  });
});

test('a value for another field than the one that is open changes nothing', () => {
  const open = walk(
    { type: 'card-read', held: disagreeing },
    { type: 'correct-field', field: 'dateOfBirth' },
  );
  expect(nextCardStep(open, { type: 'field-typed', field: 'fullName', value: 'Ai Đó' })).toBeNull();
});

test('a field that cannot be read cannot be called right', () => {
  const spoiltName = walk({ type: 'card-read', held: readSample(withField(2, 'Tr??ng')) });
  expect(nextCardStep(spoiltName, { type: 'keep-field', field: 'fullName' })).toBeNull();
});

test('back leads to what was done before: the typed number, the bar code, the marked card', () => {
  const byKeypad = walk({ type: 'type-number' }, { type: 'number-typed', number: '079085990001' });
  expect(behindCardStep(byKeypad)).toEqual({ at: 'type-number', number: '079085990001', name: '' });
  const byBarCode = walk({ type: 'card-read', held: { at: 'number', number: '079085990001' } });
  expect(behindCardStep(byBarCode)).toEqual({ at: 'scan', refused: null });
  const named = nextCardStep(byBarCode, { type: 'name-typed', name: 'Trần Văn Mẫu' });
  expect(named && behindCardStep(named)).toEqual({ ...byBarCode, name: 'Trần Văn Mẫu' });

  const looked = walk({ type: 'card-read', held: disagreeing }, { type: 'finish-review' });
  expect(behindCardStep(looked)).toMatchObject({ at: 'review' });
  expect(behindCardStep(walk({ type: 'card-read', held: readSample(soundText) }))).toBeNull();
});
