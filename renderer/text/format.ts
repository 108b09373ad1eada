/** `20000` → `20.000 đ`, as prices are written in Vietnam. */
export function formatVnd(amountVnd: number): string {
  return `${dots.format(amountVnd)} đ`;
}

/** Milliseconds since the epoch → `14:05` on the centre's wall clock, whatever zone the machine is set to. */
export function formatTime(at: number): string {
  return time.format(at);
}

const dots = new Intl.NumberFormat('vi-VN');
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});
