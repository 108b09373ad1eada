import type { ReactNode } from 'react';
import { CircleCheck, TriangleAlert } from 'lucide-react';

/** What the kiosk says of the text typed so far; announced as it changes. */
export function Said(props: { tone: 'plain' | 'warning' | 'good'; children: ReactNode }) {
  return (
    <p className={`said said-${props.tone}`} role="status">
      {props.tone === 'warning' && <TriangleAlert aria-hidden="true" />}
      {props.tone === 'good' && <CircleCheck aria-hidden="true" />}
      <span>{props.children}</span>
    </p>
  );
}
