import { Star } from 'lucide-react';

/** A class of priority by its name; small in lists, where the number counts more. */
export function PriorityBadge(props: { children: string }) {
  return (
    <span className="counter-badge">
      <Star aria-hidden="true" />
      {props.children}
    </span>
  );
}
