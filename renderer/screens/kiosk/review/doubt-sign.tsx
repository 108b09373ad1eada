import { TriangleAlert } from 'lucide-react';

/** The mark of a place to look at. */
export function DoubtSign() {
  return (
    <span className="doubt-sign" aria-hidden="true">
      <TriangleAlert />
    </span>
  );
}
