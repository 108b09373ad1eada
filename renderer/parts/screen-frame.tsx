import type { ReactNode } from 'react';
import './screen-frame.css';

/** Header, content and a bar at the bottom; the content gets all the height that is left and never overflows the page. */
export function ScreenFrame(props: {
  header: ReactNode;
  children: ReactNode;
  bar?: ReactNode;
  className?: string;
}) {
  return (
    <div className={`screen ${props.className ?? ''}`}>
      {props.header}
      <main className="screen-main">{props.children}</main>
      {props.bar !== undefined && <footer className="screen-bar">{props.bar}</footer>}
    </div>
  );
}
