// The page of the whole province: reads the report every few seconds and draws it. The types are hub/report.ts.

const refreshMs = 5_000;
const answerWithinMs = 10_000;

const whole = new Intl.NumberFormat('vi-VN');
const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const timeOfDay = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });

const status = document.querySelector('#status');
const totals = document.querySelector('#totals');
const centres = document.querySelector('#centres');
const message = document.querySelector('#message');

let key = takeKey();
/** When the figures on screen were true; `null` when there are none. */
let shownAt = null;
addEventListener('hashchange', () => {
  key = takeKey();
  void refresh();
});
void keepRefreshing();

/** The key comes after the `#`, which browsers never send; from there it moves out of sight and of the history. */
function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) {
    sessionStorage.setItem('report-key', given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem('report-key');
}

async function keepRefreshing() {
  await refresh();
  setTimeout(() => void keepRefreshing(), refreshMs);
}

async function refresh() {
  if (!key) {
    forget('Hãy mở trang này bằng đường dẫn mà máy chủ đưa ra khi khởi động: trong đó có khóa xem số liệu.');
    say('error', 'Chưa có khóa xem số liệu');
    return;
  }
  try {
    const response = await fetch('/report', {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    if (response.status === 401) {
      // Figures must not stay on screen for someone who may no longer see them.
      forget('Khóa xem số liệu không đúng. Hãy mở lại trang bằng đường dẫn mới của máy chủ.');
      say('error', 'Không được phép xem');
      return;
    }
    if (!response.ok) throw new Error(`status ${response.status}`);
    const report = await response.json();
    draw(report);
    shownAt = report.at;
    say('ok', `Cập nhật lúc ${timeOfDay.format(report.at)}`);
  } catch {
    // Old figures with a warning are worth more than an empty page.
    if (centres.childElementCount === 0) forget('Không đọc được số liệu từ máy chủ. Trang sẽ tự thử lại.');
    const shown = shownAt === null ? '' : `; số liệu lúc ${timeOfDay.format(shownAt)}`;
    say('error', `Mất kết nối với máy chủ, đang thử lại${shown}`);
  }
}

function say(state, text) {
  status.dataset.state = state;
  // Setting the same words again would make a screen reader repeat them.
  if (status.textContent !== text) status.textContent = text;
}

function forget(text) {
  shownAt = null;
  totals.hidden = true;
  centres.replaceChildren();
  message.textContent = text;
  message.hidden = false;
}

function draw(report) {
  if (report.centres.length === 0) {
    forget('Chưa có dữ liệu');
    return;
  }
  message.hidden = true;
  totals.hidden = false;
  const sum = (count) => whole.format(report.centres.reduce((total, centre) => total + count(centre), 0));
  totals.replaceChildren(
    figure('Trung tâm', whole.format(report.centres.length)),
    figure(
      'Lượt đánh giá',
      sum((centre) => centre.ratings.n),
    ),
    figure(
      'Lượt phục vụ xong',
      sum((centre) => centre.visitsFinished),
    ),
    figure(
      'Số thứ tự đã phát',
      sum((centre) => centre.ticketsIssued),
    ),
  );
  centres.replaceChildren(...report.centres.map(drawCentre));
}

function drawCentre(centre) {
  const { n, byChoice } = centre.ratings;
  const name = element('div', { class: 'name' }, [
    element('h2', {}, [centre.name]),
    element('p', { class: 'n', title: 'Số lượt đánh giá' }, [`n = ${whole.format(n)}`]),
  ]);
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' }, []);
  const choices = element('dl', { class: 'choices' }, []);
  for (const [index, choice] of byChoice.entries()) {
    const rank = index === 0 ? 'best' : index === byChoice.length - 1 ? 'worst' : 'middle';
    const share = element('small', {}, [percentOf(choice.n, n)]);
    choices.append(figure(choice.label, n === 0 ? [noData()] : [whole.format(choice.n), ' ', share], rank));
    if (choice.n > 0) {
      const part = element('span', { class: rank }, []);
      part.style.width = `${(choice.n / n) * 100}%`;
      bar.append(part);
    }
  }
  const figures = element('dl', { class: 'figures' }, [
    figure('Số thứ tự đã phát', whole.format(centre.ticketsIssued)),
    figure('Phục vụ xong', `${whole.format(centre.visitsFinished)} lượt`),
    figure('Có đánh giá', ratedShare(n, centre.visitsFinished)),
    figure('Nhận dữ liệu gần nhất:', lastReceived(centre.lastReceivedAt), 'wide'),
  ]);
  return element('article', {}, [name, bar, choices, figures]);
}

function ratedShare(ratings, visits) {
  if (visits === 0) return noData();
  const fraction = `${whole.format(ratings)}/${whole.format(visits)} lượt`;
  // A rating may arrive before the fact that its visit ended; more than 100 % would only puzzle.
  return ratings > visits ? fraction : `${fraction} (${percentOf(ratings, visits)})`;
}

function percentOf(part, all) {
  return `${oneDecimal.format((part / all) * 100)}\u00a0%`;
}

/** Never 0 % nor 100 %: nobody was asked. */
function noData() {
  return element('span', { class: 'none' }, ['không có dữ liệu']);
}

function lastReceived(at) {
  return at === null ? noData() : moment.format(at);
}

function figure(label, value, className) {
  return element('div', className ? { class: className } : {}, [
    element('dt', {}, [label]),
    element('dd', {}, Array.isArray(value) ? value : [value]),
  ]);
}

/** Texts go in as text nodes only: a centre's name is never read as HTML. */
function element(tag, attributes, children) {
  const made = document.createElement(tag);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
