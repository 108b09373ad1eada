import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import './scroll-area.css';

/** How much of the visible height one press moves: a line or two stays in sight, so that nobody loses the place. */
const pageShare = 0.8;

/**
 * A part that scrolls under a finger, and by two large buttons for those who do not know that it would. The buttons
 * stand there only when there is more than fits, and then stay, so that nothing jumps while scrolling.
 */
export function ScrollArea(props: { children: ReactNode; moreLabel: string; backLabel: string }) {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ above: false, below: false });

  useEffect(() => {
    const { current: outer } = area;
    const { current: inner } = content;
    if (outer === null || inner === null) return undefined;
    const measure = () => {
      const above = outer.scrollTop > 1;
      const below = outer.scrollTop + outer.clientHeight < outer.scrollHeight - 1;
      setRoom((old) => (old.above === above && old.below === below ? old : { above, below }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    outer.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', measure);
    };
  }, []);

  const move = (direction: 1 | -1) => {
    const outer = area.current;
    outer?.scrollBy({ top: direction * outer.clientHeight * pageShare, behavior: 'smooth' });
  };
  const hasMore = room.above || room.below;
  return (
    <div className={`scroll-area ${room.above ? 'has-above' : ''} ${room.below ? 'has-below' : ''}`}>
      {/* Focusable, so that it scrolls by keyboard too. */}
      <div ref={area} className="scroll-view" tabIndex={hasMore ? 0 : -1}>
        <div ref={content}>{props.children}</div>
      </div>
      {hasMore && (
        <div className="scroll-buttons">
          <Button aria-label={props.backLabel} isDisabled={!room.above} onPress={() => move(-1)}>
            <ChevronUp aria-hidden="true" />
          </Button>
          <Button isDisabled={!room.below} onPress={() => move(1)}>
            {props.moreLabel}
            <ChevronDown aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
}
