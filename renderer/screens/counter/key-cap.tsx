/** The key that does the same as the button it stands on. */
export function KeyCap(props: { children: string }) {
  return <kbd className="counter-kbd">{props.children}</kbd>;
}
