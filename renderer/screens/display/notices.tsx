import { useEffect, useState } from 'react';
import { systemClock } from '../../../core/clock.ts';

const pageMs = 8000;

/** What the centre says to everybody: one notice at a time, standing still. All lie on one place, so that nothing jumps. */
export function Notices(props: { notices: string[] }) {
  const page = usePage(props.notices.length);
  return (
    <ul className="display-notices">
      {props.notices.map((notice, index) => (
        <li key={notice} className="display-notice" aria-hidden={index !== page} data-shown={index === page}>
          {notice}
        </li>
      ))}
    </ul>
  );
}

/** Counts through the pages, but not for those whose machine asks for stillness. */
function usePage(pages: number): number {
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    if (pages < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    return systemClock.after(pageMs, () => setTurns(turns + 1));
  }, [pages, turns]);
  return pages === 0 ? 0 : turns % pages;
}
