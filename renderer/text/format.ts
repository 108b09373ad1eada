/** `20000` → `20.000 đ`, as prices are written in Vietnam. */
export function formatVnd(amountVnd: number): string {
  return `${dots.format(amountVnd)} đ`;
}

/** Milliseconds since the epoch → `14:05` on the centre's wall clock, whatever zone the machine is set to. */
export function formatTime(at: number): string {
  return time.format(at);
}

/** `1990-05-09` → `09/05/1990`, as on the card. */
export function formatDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** `079290990034` → `079 2 90 990034`: place, gender and century, year, the rest. */
export function groupNumber(number: string): string {
  return number.replace(/^([0-9]{3})([0-9])([0-9]{2})/, '$1 $2 $3 ');
}

const dots = new Intl.NumberFormat('vi-VN');
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});
