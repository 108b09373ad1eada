import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import './action-button.css';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

/**
 * The button of every screen. `primary` is the one thing most people want next; `plain` stands beside it;
 * `quiet` is for ways out. At most one `primary` a screen, unless two choices must weigh the same.
 */
export function ActionButton(props: {
  children: ReactNode;
  onPress: () => void;
  tone?: ButtonTone;
  size?: 'normal' | 'large';
  /** An icon of `lucide-react` or an own drawing; hidden from screen readers. */
  icon?: ReactNode;
  iconAt?: 'start' | 'end';
  isDisabled?: boolean;
  label?: string;
  className?: string;
}) {
  const { tone = 'plain', size = 'normal', iconAt = 'start' } = props;
  const icon = props.icon === undefined ? null : <span className="action-icon">{props.icon}</span>;
  return (
    <Button
      className={`action action-${tone} action-${size} ${props.className ?? ''}`}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {iconAt === 'start' && icon}
      <span className="action-label">{props.children}</span>
      {iconAt === 'end' && icon}
    </Button>
  );
}
