import { createHash } from 'node:crypto';
import type { Language, NumberState } from '../contract.ts';
import { localTime } from '../clock.ts';
import { phoneWords } from './words.ts';

const style = `
:root { color-scheme: light; }
body { margin: 0; padding: 24px 20px; background: #f6f2e9; color: #2a2320; font: 20px/1.4 system-ui, sans-serif; text-align: center; }
h1 { margin: 0; font-size: 18px; font-weight: 600; text-wrap: balance; }
.number { margin: 8px 0 0; color: #8c1d18; font-size: 96px; font-weight: 800; line-height: 1.1; }
.lane { margin: 0 0 24px; font-weight: 600; }
.state { margin: 0; padding: 16px; border: 3px solid #1f6a52; border-radius: 14px; background: #fff; font-size: 26px; font-weight: 700; text-wrap: balance; }
.called { background: #1f6a52; color: #fff; }
.small { margin: 20px 0 0; color: #5d534c; font-size: 16px; }
`;

/** Nothing from anywhere, no script, no form; the one style is this one. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

const refreshSeconds = 15;

/** How things stand for a number, drawn anew by itself. Nothing about who holds it. */
export function numberPage(state: NumberState, at: number, language: Language, centreName: string): string {
  const words = phoneWords[language];
  const { from, to } = state.waitingMinutes ?? { from: 0, to: 0 };
  const wait = from === 0 ? words.waitUnder(to) : words.waitAbout(from, to);
  const isOver = ['done', 'cancelled', 'expired'].includes(state.state);
  return document(language, isOver ? null : refreshSeconds, words.title, [
    `<h1>${escape(centreName)}</h1>`,
    `<p class="number">${escape(state.number)}</p>`,
    `<p class="lane" lang="vi">${escape(state.laneName)}</p>`,
    `<p class="state${state.state === 'called' ? ' called' : ''}">${escape(stateWords(state, language))}</p>`,
    ...(state.waitingMinutes === null ? [] : [`<p>${escape(wait)}</p>`]),
    `<p class="small">${escape(words.asOf(localTime(at)))}${isOver ? '' : ` ${escape(words.renews)}`}</p>`,
  ]);
}

export function unknownPage(language: Language): string {
  const words = phoneWords[language];
  return document(language, null, words.title, [
    `<p class="state">${escape(words.unknown)}</p>`,
    `<p class="small">${escape(words.unknownNext)}</p>`,
  ]);
}

/** `vi` unless the phone asks for English first. */
export function languageOf(accepted: string | undefined): Language {
  const first = (accepted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => part.startsWith('vi') || part.startsWith('en'));
  return first?.startsWith('en') ? 'en' : 'vi';
}

function stateWords(state: NumberState, language: Language): string {
  const words = phoneWords[language];
  if (state.state === 'waiting') {
    return state.peopleAhead > 0 ? words.ahead(state.peopleAhead) : words.nobodyAhead;
  }
  return state.state === 'called' || state.state === 'serving'
    ? words[state.state](state.counterName ?? '')
    : words[state.state];
}

function document(language: Language, refresh: number | null, title: string, body: string[]): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(refresh === null ? [] : [`<meta http-equiv="refresh" content="${refresh}">`]),
    `<title>${escape(title)}</title><style>${style}</style></head><body>`,
    ...body,
    '</body></html>',
  ].join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
