/** What a citizen sees while there is no core to show: at start, and when it cannot be reached. */

const text = {
  title: 'Máy đang chuẩn bị',
  wait: 'xin bà con chờ một chút…',
  help: 'Nếu phải chờ lâu, xin bà con hỏi cán bộ tại quầy.',
  english: 'Getting ready, please wait a moment. If it takes long, please ask our staff.',
};

// One self-contained page without scripts: it must show when nothing else on the machine answers.
const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text.title}</title>
<style>
  html { height: 100%; background: #f7f1e6; color: #2b2118; }
  body {
    min-height: 100%; margin: 0; box-sizing: border-box; padding: 8vmin;
    display: flex; flex-direction: column; align-items: center; justify-content: center; text-align: center;
    font-family: 'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', system-ui, sans-serif;
    line-height: 1.35; text-wrap: balance; user-select: none; cursor: default; overflow: hidden;
  }
  svg { width: 16vmin; height: 16vmin; margin-bottom: 6vmin; }
  circle { fill: none; stroke-width: 7; }
  .track { stroke: #e6d9c3; }
  .hand { stroke: #a3352b; stroke-linecap: round; stroke-dasharray: 70 214; transform-origin: center; animation: turn 2.4s linear infinite; }
  h1 { font-size: 8.5vmin; font-weight: 700; margin: 0; letter-spacing: -0.01em; }
  .wait { font-size: 5.5vmin; margin: 1vmin 0 6vmin; color: #5d4a38; }
  .rule { width: 12vmin; height: 0.5vmin; background: #a3352b; border-radius: 1vmin; margin-bottom: 6vmin; }
  .help { font-size: 3.6vmin; margin: 0; }
  .english { font-size: 2.6vmin; margin: 2.5vmin 0 0; color: #6f5c49; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .hand { animation: none; } }
</style>
<body>
  <svg viewBox="0 0 100 100" aria-hidden="true"><circle class="track" cx="50" cy="50" r="45"/><circle class="hand" cx="50" cy="50" r="45"/></svg>
  <h1>${text.title},</h1>
  <p class="wait">${text.wait}</p>
  <div class="rule"></div>
  <p class="help">${text.help}</p>
  <p class="english" lang="en">${text.english}</p>
</body>
</html>`;

export const calmPageUrl = `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
export const paperColour = '#f7f1e6';
