/**
 * A display without a window manager leaves a kiosk's own window at whatever size it was born with, beside a strip of
 * nothing. Browsers let only such a window resize itself; in a tab, or when it fills the screen already, nothing happens.
 */
export function fillScreen(): void {
  const { screen } = globalThis;
  if (innerWidth >= screen.width && innerHeight >= screen.height) return;
  moveTo(0, 0);
  resizeTo(screen.width, screen.height);
}
