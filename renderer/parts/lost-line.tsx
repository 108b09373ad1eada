import { localTime } from '../../core/clock.ts';
import { useNow } from '../screens/counter/use-now.ts';
import './lost-line.css';

const minuteMs = 60_000;

/** Stands over a screen that shows its last good data: how long the core is silent, and from when the data is. */
export function LostLine(props: { since: number }) {
  const now = useNow(1_000);
  return (
    <p className="lost-line" role="timer">
      {lostWords(props.since, now)}
    </p>
  );
}

/** `Mất kết nối 12 giây — dữ liệu lúc 09:41` */
export function lostWords(since: number, now: number): string {
  return `Mất kết nối ${lengthWords(Math.max(0, now - since))} — dữ liệu lúc ${localTime(since)}`;
}

function lengthWords(ms: number): string {
  if (ms < minuteMs) return `${Math.floor(ms / 1000)} giây`;
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 60) return `${minutes} phút`;
  return `${Math.floor(minutes / 60)} giờ ${String(minutes % 60).padStart(2, '0')} phút`;
}
