import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';

/** What a person finds on a page drawn without a browser. */
export type Drawn = {
  /** All of it, as read from top to bottom, with single spaces. */
  text: string;
  /** The names of the buttons, in order. */
  buttons: string[];
  headings: string[];
  /** The words of the elements that a screen reader announces by themselves. */
  announced: string[];
};

export function draw(page: ReactNode): Drawn {
  const markup = renderToStaticMarkup(page);
  return {
    text: wordsOf(markup),
    buttons: [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(
      ([, attributes = '', inside = '']) => /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? wordsOf(inside),
    ),
    headings: [...markup.matchAll(/<h[1-3][^>]*>(.*?)<\/h[1-3]>/gs)].map(([, inside = '']) =>
      wordsOf(inside),
    ),
    announced: [...markup.matchAll(/<(\w+)[^>]*role="(?:status|alert)"[^>]*>(.*?)<\/\1>/gs)].map(
      ([, , inside = '']) => wordsOf(inside),
    ),
  };
}

function wordsOf(markup: string): string {
  return markup
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
}
