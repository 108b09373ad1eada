import { expect, test } from 'vitest';
import { readTimeLimit } from '../../../core/due/time-limit.ts';

const late = 'Trong ngày; nhận sau 15 giờ mà chưa xong thì trả ngày làm việc tiếp theo';

test.each([
  [late, { unit: 'same-day', lateFrom: '15:00' }, true],
  [`${late}; cần xác minh: không quá 05 ngày làm việc`, { unit: 'same-day', lateFrom: '15:00' }, false],
  ['03 ngày làm việc', { unit: 'working-days', count: 3 }, true],
  ['03 ngày làm việc; phải xác minh: không quá 23 ngày', { unit: 'working-days', count: 3 }, false],
  ['01 ngày làm việc (phức tạp: 02 ngày)', { unit: 'working-days', count: 1 }, false],
  ['15 ngày', { unit: 'days', count: 15 }, true],
  ['4 giờ làm việc', { unit: 'working-hours', count: 4 }, true],
])('%s is read', (words, limit, isAll) => {
  expect(readTimeLimit(words)).toEqual({ limit, isAll });
});

test.each([
  'Khoảng 25 ngày',
  '05-08 ngày làm việc',
  'Ngay khi tiếp nhận (thông báo trước 23 giờ)',
  'Không quá 08 ngày làm việc (không tính thời gian nghĩa vụ thuế)',
  'Khai sinh trong ngày; thường trú 02 ngày làm việc',
  '30 ngày kể từ khi hồ sơ đủ',
  '000 ngày làm việc',
  '',
])('nothing is read into "%s"', (words) => {
  expect(readTimeLimit(words)).toBeNull();
});
