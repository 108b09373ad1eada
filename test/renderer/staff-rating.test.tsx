import { expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CommandResult, RatingScreen as Screen } from '../../core/contract.ts';
import { AskingPage, type Tap } from '../../renderer/screens/rating/asking-page.tsx';
import { FaceDrawing } from '../../renderer/screens/rating/face.tsx';
import { RatingScreen } from '../../renderer/screens/rating/rating-screen.tsx';
import { question, ratingScreens, ratingView } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const drawn = (screen: Screen) => <RatingScreen view={ratingView(screen)} send={send} />;
const page = (tap: Tap) => <AskingPage question={question} tap={tap} rate={() => {}} />;
const choiceNames = question.choices.map(({ vi, en }) => `${vi} ${en}`);

test('between two citizens the screen greets and offers nothing to tap', () => {
  const words = wordsOf(drawn(ratingScreens.idle));
  expect(words).toContain('Trung tâm Phục vụ hành chính công xã Thử Bình');
  expect(words).toContain('Xin chào bà con!');
  expect(buttonsOf(drawn(ratingScreens.idle)).size).toBe(0);
});

test('the question and each choice stand in Vietnamese with English below', () => {
  const words = wordsOf(drawn(ratingScreens.asking));
  expect(words).toContain(`${question.vi} ${question.en}`);
  expect([...buttonsOf(drawn(ratingScreens.asking))]).toEqual(choiceNames.map((name) => [name, true]));
  expect(words).toContain('Ý kiến không ghi tên ai');
});

test('a tap is acknowledged at once and no second one is taken', () => {
  const saving = page({ at: 'saving', choice: 'hai-long' });
  expect(wordsOf(saving)).toContain('Đã nhận lựa chọn, đang lưu…');
  expect([...buttonsOf(saving).values()]).toEqual([false, false, false]);
  expect([...buttonsOf(page({ at: 'saved', choice: 'hai-long' })).values()]).toEqual([false, false, false]);
});

test('a tap that was not stored says so in both languages and may be repeated', () => {
  const refused = page({ at: 'refused', why: 'failed' });
  expect(wordsOf(refused)).toContain('Chưa lưu được ý kiến.');
  expect(wordsOf(refused)).toContain('Please tap once more.');
  expect([...buttonsOf(refused).values()]).toEqual([true, true, true]);
  expect(wordsOf(page({ at: 'refused', why: 'not-now' }))).toContain('Lượt đánh giá này đã đóng.');
});

test('the thanks are the same whatever was chosen', () => {
  const words = wordsOf(drawn(ratingScreens.thanks));
  expect(words).toContain('Cảm ơn bà con!');
  for (const { vi } of question.choices) expect(words).not.toContain(vi);
});

test('the three faces differ in their lines, not only in colour', () => {
  const lines = (['happy', 'content', 'unhappy'] as const).map((face) =>
    [...renderToStaticMarkup(<FaceDrawing face={face} />).matchAll(/ d="([^"]*)"/g)]
      .map((match) => match[1])
      .join('|'),
  );
  expect(new Set(lines).size).toBe(3);
});
