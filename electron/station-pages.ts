/** The shell's own pages of a station: asking for the one-time code, and refusing a core that is not the known one. */
import { createHash } from 'node:crypto';
import { unreachable } from '../core/result.ts';
import type { PairTrouble } from './pair.ts';

/** Where the page wants to go with a code; no such place exists, the shell stops it and reads the address. */
const nowhere = 'https://pairing.invalid/';

/** The code out of an address that the pairing page wanted to go to; `null` for any other address. */
export function codeIn(url: string): string | null {
  return url.startsWith(nowhere) ? new URL(url).searchParams.get('code') : null;
}

const keyRows = ['23456789', 'QWERTYUP', 'ASDFGHJK', 'ZXCVBNM'];

const script = `
const field = document.querySelector('input');
const shown = (code) => code.length > 4 ? code.slice(0, 4) + '-' + code.slice(4) : code;
const bare = () => field.value.toUpperCase().replace(/[^A-HJ-KM-NP-Z2-9]/g, '').slice(0, 8);
function type(code) {
  field.value = shown(code);
  if (code.length < 8) return;
  field.disabled = true;
  location.href = '${nowhere}?code=' + code;
}
field.addEventListener('input', () => type(bare()));
for (const key of document.querySelectorAll('button')) {
  key.addEventListener('click', () => {
    if (field.disabled) return;
    type(key.dataset.key === undefined ? bare().slice(0, -1) : (bare() + key.dataset.key).slice(0, 8));
    field.focus();
  });
}
field.focus();
`;

/**
 * @param fingerprint of the certificate that answers at the core's address; `null` when nobody answers
 * @param attempt counts the tries: the same page again is another one
 */
export function pairingPage(facts: {
  core: string;
  fingerprint: string | null;
  trouble: PairTrouble | null;
  attempt: number;
}): string {
  const { core, fingerprint, trouble, attempt } = facts;
  const pairs = (fingerprint ?? '').split(':');
  const print =
    fingerprint === null
      ? '<p class="wait">Chưa nối được tới máy chủ. Máy đang thử lại; xin xem dây mạng.</p>'
      : `<p>So dấu vân tay này với dấu trên màn hình Quản trị. <b>Khác thì dừng lại.</b></p>
         <pre>${escaped(`${pairs.slice(0, 16).join(' ')}\n${pairs.slice(16).join(' ')}`)}</pre>`;
  const rows = keyRows.map((row, index) => {
    const keys = Array.from(row, (sign) => `<button data-key="${sign}">${sign}</button>`).join('');
    return `<div>${keys}${index === keyRows.length - 1 ? '<button class="wide">Xóa</button>' : ''}</div>`;
  });
  return page(
    'Nhập mã ghép máy',
    `<h1>Nhập mã ghép máy</h1>
     <p>Xin quản trị của trung tâm cấp mã cho máy này: Quản trị → Máy trong mạng → Cấp mã.</p>
     <p class="core">${escaped(core)}</p>${print}
     <input aria-label="Mã ghép máy" autocomplete="off" spellcheck="false" placeholder="••••-••••"${fingerprint === null ? ' disabled' : ''}>
     <p class="trouble" role="alert">${trouble === null ? '' : escaped(troubleWords(trouble))}</p>
     <div class="pad">${rows.join('')}</div>
     <p class="english" lang="en">Type the pairing code given by the centre’s administrator. First compare the fingerprint above with the one on the administration screen.</p>
     <!-- ${attempt} -->`,
    script,
  );
}

/** A core whose certificate is another than the one this machine was paired with. */
export const foreignCorePage = page(
  'Không nối',
  `<h1>Máy này chưa nối được</h1>
   <p class="lead">Máy chủ trả lời không phải máy chủ đã ghép với máy này, nên máy không nối.</p>
   <p>Xin bà con hỏi cán bộ tại quầy.</p>
   <p>Cán bộ: xin báo kỹ thuật viên. Nếu trung tâm vừa thay máy chủ, kỹ thuật viên xóa tệp station.json của máy này rồi ghép lại.</p>
   <p class="english" lang="en">The server that answers is not the one this machine was paired with. Please call a technician.</p>`,
  '',
);

function troubleWords(trouble: PairTrouble): string {
  switch (trouble.why) {
    case 'wrong':
    case 'not-a-code':
      return 'Mã không đúng, đã dùng rồi hoặc đã quá 10 phút, hoặc dấu vân tay khác. Xin nhập lại hoặc xin mã mới.';
    case 'not-the-core':
      return 'Máy trả lời không chứng minh được là máy chủ của trung tâm. Đừng nhập mã nữa; xin báo cán bộ kỹ thuật.';
    case 'full':
      return 'Trung tâm đã có quá nhiều máy. Xin gỡ bớt máy cũ ở màn hình Quản trị.';
    case 'unreachable':
      return 'Chưa nối được tới máy chủ. Xin xem lại dây mạng rồi nhập lại.';
    case 'slow-down':
      return `Nhập sai nhiều lần. Xin chờ ${trouble.seconds} giây rồi nhập lại.`;
    default:
      return unreachable(trouble);
  }
}

function page(title: string, body: string, code: string): string {
  const hash = createHash('sha256').update(code).digest('base64');
  const html = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<title>${title}</title>
<style>
  html { height: 100%; background: #f7f1e6; color: #2b2118; }
  body { --u: min(1vmin, 0.62vmax); min-height: 100%; margin: 0; box-sizing: border-box; padding: calc(4 * var(--u));
    display: flex; flex-direction: column; align-items: center; justify-content: center; gap: calc(1.6 * var(--u));
    text-align: center; font: 500 calc(2.8 * var(--u))/1.35 'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', system-ui, sans-serif;
    user-select: none; text-wrap: balance; }
  h1, p, pre { margin: 0; }
  h1 { font-size: calc(6.4 * var(--u)); color: #851a1d; }
  p { max-width: 36em; }
  .lead { font-size: calc(3.8 * var(--u)); }
  .core { font-weight: 700; }
  pre { font: calc(2.4 * var(--u))/1.4 'DejaVu Sans Mono', Consolas, monospace; }
  input { width: 9em; padding: 0.1em; border: 3px solid #6f6455; border-radius: 0.25em; background: #fffdf7;
    font-family: inherit; font-size: calc(7 * var(--u)); font-weight: 800; letter-spacing: 0.08em; text-align: center; text-transform: uppercase; }
  .trouble { min-height: 1.35em; color: #63100f; font-weight: 700; }
  .pad { display: grid; gap: calc(0.8 * var(--u)); }
  .pad div { display: flex; justify-content: center; gap: calc(0.8 * var(--u)); }
  button { min-width: calc(7.4 * var(--u)); min-height: calc(6 * var(--u)); border: 2px solid #6f6455; border-radius: 0.4em;
    background: #dcebe4; color: #073733; font: inherit; font-weight: 700; }
  .wide { padding: 0 0.7em; }
  .english { color: #5d4a38; font-size: 0.85em; }
</style>
<body>${body}${code === '' ? '' : `<script>${code}</script>`}</body>
</html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
