/** Our own mark, not an emblem of the State: one door, and the water that runs through it. */
export function Mark(props: { className?: string }) {
  return (
    <svg viewBox="0 0 96 96" className={props.className ?? ''} aria-hidden="true" fill="none">
      <circle cx="48" cy="48" r="45" stroke="var(--gold)" strokeWidth="3" />
      <path d="M27 74V44a21 21 0 0 1 42 0v30" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path d="M38 58V45a10 10 0 0 1 20 0v13" stroke="var(--gold)" strokeWidth="4" strokeLinecap="round" />
      <path
        d="M17 66c5.2 0 5.2 4 10.3 4s5.2-4 10.4-4 5.1 4 10.3 4 5.2-4 10.3-4 5.2 4 10.4 4 5.1-4 10.3-4M24 77c4.8 0 4.8 4 9.6 4s4.8-4 9.6-4 4.8 4 9.6 4 4.8-4 9.6-4 4.8 4 9.6 4"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  );
}
