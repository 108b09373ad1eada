import { expect, test } from 'vitest';
import type { CameraState, KioskView, Language } from '../../core/contract.ts';
import { I18nextProvider } from 'react-i18next';
import { KioskScreen } from '../../renderer/screens/kiosk/kiosk-screen.tsx';
import { ScanPage } from '../../renderer/screens/kiosk/scan-page.tsx';
import { textInstance } from '../../renderer/text/i18n.ts';
import { kioskEn } from '../../renderer/text/kiosk.en.ts';
import { kioskVi } from '../../renderer/text/kiosk.vi.ts';
import {
  centre,
  kioskView,
  kioskViews,
  lanes,
  notCards,
  procedureCalled,
  procedureScreen,
  procedures,
} from './fixtures.ts';
import { draw } from './markup.ts';

const send = () => Promise.resolve({ ok: true as const, value: null });
const languages: Language[] = ['vi', 'en'];
const words = { vi: kioskVi, en: kioskEn };

function page(view: KioskView, language: Language = 'vi') {
  return draw(<KioskScreen view={{ ...view, language }} send={send} />);
}

const everyView = Object.entries(kioskViews).flatMap(([name, view]) =>
  languages.map((language) => ({ name, view, language })),
);

test.each(everyView)('$name in $language has one title, the centre and a choice of language', (given) => {
  const drawn = page(given.view, given.language);
  expect(drawn.headings.length).toBeGreaterThan(0);
  expect(drawn.text).toContain(centre.name);
  expect(drawn.buttons).toContain('Tiếng Việt');
  expect(drawn.buttons).toContain('English');
});

test.each(everyView)('$name in $language leaves no text untranslated and no blank unfilled', (given) => {
  const { text } = page(given.view, given.language);
  expect(text).not.toMatch(/\b(?:bar|welcome|notice|scan|greeting|procedures?|ticket|closed|stillHere)\.\w/);
  expect(text).not.toMatch(/\{\{|undefined|null|NaN/);
});

test.each(everyView)('$name in $language offers a way home, or is home', ({ view, language }) => {
  const { buttons } = page(view, language);
  const waysHome = [words[language].bar.home, words[language].ticket.done];
  if (view.screen.at === 'welcome') expect(buttons).not.toContain(words[language].bar.home);
  else expect(buttons.some((name) => waysHome.some((way) => way === name))).toBe(true);
});

test('the welcome page says how many wait for each lane', () => {
  const { text } = page(kioskViews.welcome);
  for (const lane of lanes) expect(text).toContain(`${lane.letter} ${lane.name} ${lane.waiting}`);
});

test('the procedure and the ticket say how long one waits, as a range, and nothing where nobody can say', () => {
  const said = (view: KioskView, language: Language) =>
    page(view, language).text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
  expect(said(kioskViews.procedure, 'vi')).toContain('Chờ khoảng 20–40 phút');
  expect(said(kioskViews['ticket-printed'], 'en')).toContain('Wait: about 15–30 minutes');
  expect(said(kioskViews['ticket-uncertain'], 'vi')).toContain('Chờ dưới 5 phút');
  expect(said(kioskViews['procedure-by-council'], 'vi')).not.toMatch(/Chờ (?:khoảng|dưới)/);
});

test('the notice says who, why, what, how long and whose right, before any card is read', () => {
  const { text, buttons } = page(kioskViews.notice);
  const { who, why, what, howLong, rights, agree, withoutCard } = kioskVi.notice;
  for (const part of [who, why, what, howLong, rights, centre.name, centre.hotline])
    expect(text).toContain(part);
  expect(buttons).toContain(agree);
  expect(buttons).toContain(withoutCard);
});

test.each(notCards)('a %s held to the camera is named in words, with the way on', (refused) => {
  for (const language of languages) {
    const { announced, buttons } = page(kioskView({ at: 'scan', refused }), language);
    const { what, next } = words[language].scan.refused[refused];
    expect(announced).toContain(`${what} ${next}`);
    expect(buttons).toContain(words[language].scan.withoutCard);
  }
});

const cameras: CameraState[] = [
  { at: 'starting' },
  { at: 'looking', width: 1920, height: 1080 },
  { at: 'missing' },
  { at: 'denied' },
  { at: 'busy' },
];

test.each(cameras)('a camera that is $at is told in words', (camera) => {
  const view = kioskViews.scan;
  const { announced } = draw(
    <I18nextProvider i18n={textInstance('kiosk', 'vi', kioskVi)}>
      <ScanPage
        view={view}
        screen={{ at: 'scan', refused: null }}
        ask={() => {}}
        camera={camera}
        isMirrored
        isChecking={false}
      />
    </I18nextProvider>,
  );
  expect(announced).toContain(kioskVi.scan[camera.at]);
});

test('the greeting shows the name and only the end of the number', () => {
  const { headings, text } = page(kioskViews.greeting);
  expect(headings[0]).toBe('Xin chào, NGUYỄN THỊ MẪU');
  expect(text).toContain('•••• •••• 0018');
});

test('a doubtful card is left to the officer, and its reasons in code stay off the screen', () => {
  const { announced, text } = page(kioskViews['greeting-review']);
  expect(announced).toContain(kioskVi.greeting.review);
  expect(text).not.toContain('birth-year-mismatch');
  expect(page(kioskViews.greeting).announced).toEqual([]);
});

test('a card without a readable name is greeted without one', () => {
  expect(page(kioskViews['greeting-only-number']).headings[0]).toBe(kioskVi.greeting.helloNobody);
});

test('the papers of a procedure say how many originals and copies, or only to show', () => {
  const { text } = page(kioskViews.procedure);
  expect(text).toContain('Giấy chứng sinh Không có: văn bản người làm chứng');
  expect(text).toContain('1 bản chính');
  expect(text).toContain(kioskVi.procedure.show);
  expect(page(kioskView(procedureScreen('1.000894'))).text).toContain('1 bản sao');
});

test.each([
  { code: '1.001193', fee: 'Không thu phí' },
  { code: '1.004222', fee: '20.000 đ' },
  { code: '1.013831', fee: 'Theo quy định của HĐND tỉnh' },
])('the fee of $code reads $fee', ({ code, fee }) => {
  expect(page(kioskView(procedureScreen(code))).text).toContain(fee);
});

test('what the centre has yet to confirm is marked, and nothing else', () => {
  const marks = (code: string) => {
    const { text } = page(kioskView(procedureScreen(code)));
    return text.split(kioskVi.procedure.uncertain).length - 1;
  };
  expect(procedureCalled('2.000635').uncertain).toEqual([]);
  expect(marks('2.000635')).toBe(0);
  expect(procedureCalled('1.004884').uncertain).toHaveLength(4);
  expect(marks('1.004884')).toBe(4);
});

test('a printer without paper is told before the number is taken', () => {
  expect(page(kioskViews['procedure-no-paper']).announced).toEqual([kioskVi.procedure.printer['paper-out']]);
  expect(page(kioskViews['procedure-by-council']).announced).toEqual([]);
});

test('the ticket shows number, counters, people ahead and when it was taken on the centre’s clock', () => {
  const { text } = page(kioskViews['ticket-printed']);
  for (const part of ['A012', 'Quầy 1, Quầy 2', '7 người', 'Đăng ký khai sinh', '09:05']) {
    expect(text).toContain(part);
  }
  expect(page(kioskViews['ticket-uncertain']).text).toContain(kioskVi.ticket.aheadNobody);
});

test('each state of the paper is announced in its own words', () => {
  const { printing, printed, remember, stillValid, notPrinted, uncertain } = kioskVi.ticket;
  expect(page(kioskViews['ticket-printing']).announced).toEqual([printing]);
  expect(page(kioskViews['ticket-printed']).announced).toEqual([printed]);
  expect(page(kioskViews['ticket-not-printed']).announced).toEqual([
    `${notPrinted['paper-out']} ${remember} ${stillValid}`,
  ]);
  expect(page(kioskViews['ticket-uncertain']).announced).toEqual([`${uncertain} ${remember} ${stillValid}`]);
});

test('a closed kiosk says why and whom to call', () => {
  for (const name of ['closed-numbers', 'closed-store'] as const) {
    const { screen } = kioskViews[name];
    const { text } = page(kioskViews[name]);
    expect(text).toContain(kioskVi.closed[screen.at === 'closed' ? screen.why : 'store-failed']);
    expect(text).toContain(centre.hotline);
  }
});

test('the question whether anyone is there counts down and can be answered', () => {
  const { text, buttons } = page(kioskViews['still-here']);
  expect(text).toContain(kioskVi.stillHere.title);
  expect(text).toContain('17 giây');
  expect(buttons).toContain(kioskVi.stillHere.stay);
  expect(page(kioskViews.procedure).text).not.toContain(kioskVi.stillHere.title);
});

test('every procedure of the catalogue can be drawn', () => {
  for (const { code, name } of procedures) {
    expect(page(kioskView(procedureScreen(code))).headings[0]).toBe(name);
  }
});
