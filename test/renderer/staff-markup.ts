import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What a person reads on a screen: its words in order, one space between them. */
export function wordsOf(screen: ReactNode): string {
  return renderToStaticMarkup(screen)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The buttons of a screen by their words, `true` when they can be pressed. */
export function buttonsOf(screen: ReactNode): Map<string, boolean> {
  const buttons = renderToStaticMarkup(screen).match(/<button[^>]*>.*?<\/button>/g) ?? [];
  return new Map(
    buttons.map((button) => {
      const label = /^<button[^>]* aria-label="([^"]*)"/.exec(button)?.[1];
      const words = button
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return [label ?? words, !/^<button[^>]* disabled=""/.test(button)];
    }),
  );
}
