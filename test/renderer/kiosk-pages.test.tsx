import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { frameCard } from '../../core/card/framing.ts';
import type { Hint } from '../../core/card/guidance.ts';
import type { CameraState, CardField, CardReviewReason, KioskView, Language } from '../../core/contract.ts';
import { I18nextProvider } from 'react-i18next';
import { KioskScreen } from '../../renderer/screens/kiosk/kiosk-screen.tsx';
import type { ScanState } from '../../renderer/scan/scan.ts';
import { ScanOverlay } from '../../renderer/screens/kiosk/scan-overlay.tsx';
import { ScanPage } from '../../renderer/screens/kiosk/scan-page.tsx';
import journeys from '../../resources/journeys.json' with { type: 'json' };
import { textInstance } from '../../renderer/text/i18n.ts';
import { kioskEn } from '../../renderer/text/kiosk.en.ts';
import { kioskVi } from '../../renderer/text/kiosk.vi.ts';
import {
  centre,
  correctOf,
  kioskView,
  kioskViews,
  lanes,
  notCards,
  procedureCalled,
  procedureScreen,
  procedures,
  reasons,
  reviewOf,
  typeNumber,
} from './fixtures.ts';
import { square } from '../core/card/sightings.ts';
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
  const keys =
    /\b(?:bar|welcome|notice|scan|field|gender|repair|review|correct|typing|greeting|procedures?|filing|ticket|closed|stillHere)\.\w/;
  expect(text).not.toMatch(keys);
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
  expect(said(kioskViews['ticket-asks'], 'vi')).toContain('Chờ dưới 5 phút');
  expect(said(kioskViews['procedure-by-council'], 'vi')).not.toMatch(/Chờ (?:khoảng|dưới)/);
});

test('the notice says who, why, what, how long and whose right, before any card is read', () => {
  const { text, buttons } = page(kioskViews.notice);
  const { who, why, what, camera, cameraText, howLong, rights, agree, withoutCard } = kioskVi.notice;
  for (const part of [who, why, what, camera, cameraText, howLong, rights, centre.name, centre.hotline])
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

const fullHd = { width: 1920, height: 1080 };
const blindCameras: Exclude<CameraState, { at: 'looking' }>[] = [
  { at: 'starting' },
  { at: 'ready', ...fullHd },
  { at: 'closed', ...fullHd },
  { at: 'missing' },
  { at: 'unplugged' },
  { at: 'denied' },
  { at: 'busy' },
];
const hints = Object.keys(kioskVi.scan.hint) as Hint[];

function scanPage(language: Language, part: Partial<ScanState>, view: KioskView = kioskViews.scan) {
  const nothing: ScanState = {
    camera: { at: 'looking', ...fullHd },
    isMirrored: true,
    hint: 'looking',
    seen: null,
  };
  return draw(
    <I18nextProvider i18n={textInstance('kiosk', language, words[language])}>
      <ScanPage
        view={view}
        screen={{ at: 'scan', refused: null }}
        ask={() => {}}
        scan={{ ...nothing, ...part }}
      />
    </I18nextProvider>,
  );
}

test.each(blindCameras)('a camera that is $at is told in words, and that it does not look', (camera) => {
  for (const language of languages) {
    const { announced, text, buttons } = scanPage(language, { camera });
    const { what, next } = words[language].scan.camera[camera.at];
    expect(announced).toEqual([`${what} ${next}`]);
    expect(text).toContain(words[language].scan.lamp.off);
    expect(buttons).toContain(words[language].scan.withoutCard);
  }
});

test.each(hints)('%s is told in words, while the camera looks', (hint) => {
  for (const language of languages) {
    const { announced, text } = scanPage(language, { hint });
    const { what, next } = words[language].scan.hint[hint];
    expect(announced).toEqual([`${what} ${next}`]);
    expect(text).toContain(words[language].scan.lamp.on);
  }
});

test('a desk scanner is named where there is one', () => {
  expect(scanPage('vi', {}).text).not.toContain(kioskVi.scan.deskScanner);
  const { text } = scanPage('vi', {}, { ...kioskViews.scan, hasDeskScanner: true });
  expect(text).toContain(kioskVi.scan.deskScanner);
});

test('the square and the code that is seen are drawn where a mirror shows them', () => {
  const { code } = frameCard(fullHd);
  const outline = square(code.x + code.width / 2, code.y + code.height / 2, code.width);
  const polygon = (isMirrored: boolean) => {
    const markup = renderToStaticMarkup(
      <ScanOverlay
        frame={fullHd}
        isMirrored={isMirrored}
        hint="reading"
        seen={{ outline, frame: fullHd, isRead: true }}
        label=""
      />,
    );
    const points = /points="([^"]*)"/.exec(markup)?.[1]?.split(' ') ?? [];
    const bracket = /class="scan-square" d="M([\d.]+) /.exec(markup)?.[1];
    return { left: Math.min(...points.map((point) => Number.parseFloat(point))), bracket: Number(bracket) };
  };
  // A code held exactly in the square lies exactly in it on the screen, mirrored or not.
  expect(polygon(false).left).toBeCloseTo(code.x);
  expect(polygon(false).bracket).toBeCloseTo(code.x);
  expect(polygon(true).left).toBeCloseTo(fullHd.width - code.x - code.width);
  expect(polygon(true).bracket).toBeCloseTo(polygon(true).left);
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
  expect(page(kioskViews['greeting-nameless']).headings[0]).toBe(kioskVi.greeting.helloNobody);
});

test('the adult beside a child is asked, not the child', () => {
  const { headings, buttons } = page(kioskViews['greeting-child']);
  expect(headings).toEqual(['Đây là thẻ của bé DƯƠNG LÊ BÉ THỬ', kioskVi.greeting.questionChild]);
  expect(buttons).toContain(kioskVi.greeting.yesChild);
  expect(buttons).not.toContain(kioskVi.greeting.yes);
});

test('what was typed is asked about as such, and said to be compared with the card', () => {
  const { headings, announced, buttons } = page(kioskViews['greeting-typed']);
  expect(headings[1]).toBe(kioskVi.greeting.questionTyped);
  expect(announced).toEqual([kioskVi.greeting.typed]);
  expect(buttons).toContain(kioskVi.greeting.noTyped);
});

test('a spoilt reading is offered whole, with one way to take it and one to type', () => {
  const { text, buttons } = page(kioskViews.repair);
  expect(text).toContain('Trương Ngọc Nghĩa');
  expect(text).toContain('Khóm 4, Ấp Trại, Năm Căn, Cà Mau');
  expect(buttons.slice(0, 2)).toEqual([kioskVi.repair.yes, kioskVi.repair.no]);
});

test('a field in doubt says in a sentence what disagrees, and what can be done about it', () => {
  const { text, buttons } = page(kioskViews.review);
  expect(text).toContain('Giới tính Nữ Thẻ ghi Nữ, nhưng số căn cước là của Nam.');
  expect(buttons.slice(0, 4)).toEqual([
    kioskVi.review.correct,
    kioskVi.review.keep,
    kioskVi.review.showNumber,
    kioskVi.review.toOfficer,
  ]);
});

const everyReason = Object.entries(reasons) as [CardReviewReason, [CardField | null, string]][];

test.each(everyReason)('%s has its sentence on the page, in both languages', (reason, [field, value]) => {
  const view =
    field === null
      ? reviewOf([], { doubts: [reason] })
      : reviewOf([{ field, value, doubt: reason, settled: null, isTyped: false }]);
  for (const language of languages) {
    const sentence = words[language].review.reason[reason].split(/\{\{|\}\}/);
    const { text } = page(view, language);
    for (const part of sentence.filter((_, index) => index % 2 === 0)) expect(text).toContain(part.trim());
    expect(text).not.toContain(reason === 'mojibake' ? '�' : reason);
  }
});

test('what was typed and still disagrees is not said to stand on the card', () => {
  const typed = (field: CardField, value: string, doubt: CardReviewReason) =>
    page(reviewOf([{ field, value, doubt, settled: null, isTyped: true }])).text;
  const text = typed('dateOfBirth', '1941-05-06', 'birth-year-mismatch');
  expect(text).toContain('Bà con gõ năm sinh 1941, nhưng số căn cước là của người sinh năm 1988.');
  expect(text).not.toContain('Thẻ ghi');
  expect(typed('gender', 'female', 'gender-mismatch')).toContain('Bà con chọn Nữ, nhưng');
});

test('a number that cannot be is said to be the doubtful one, with the ways on', () => {
  const number = { field: 'number', value: '•••• •••• 0034', settled: null, isTyped: false } as const;
  const view = kioskView({
    at: 'review',
    fields: [{ ...number, doubt: 'number-impossible' }],
    doubts: [],
    numberSays: { gender: 'male', birthYear: 2090 },
    number: { canShow: true, shown: null },
  });
  const { text, buttons } = page(view);
  expect(text).toContain('Số này là của người sinh năm 2090, chưa tới năm đó.');
  expect(buttons.slice(0, 4)).toEqual([
    kioskVi.review.readAgain,
    kioskVi.review.typeNumber,
    kioskVi.review.showNumber,
    kioskVi.review.toOfficer,
  ]);
});

test('a field that nobody can read is not offered as right, and one that only an officer settles has no buttons', () => {
  const { buttons } = page(kioskViews['review-spoilt']);
  expect(buttons).not.toContain(kioskVi.review.keep);
  expect(buttons.filter((name) => name === kioskVi.review.enter)).toHaveLength(1);
});

test('when every doubt is settled the way goes on, without the officer', () => {
  const { headings, buttons, text } = page(kioskViews['review-done']);
  expect(headings[0]).toBe(kioskVi.review.titleDone);
  expect(text).toContain(kioskVi.review.kept);
  expect(buttons).toContain(kioskVi.review.goOn);
  expect(buttons).not.toContain(kioskVi.review.toOfficer);
});

test('the whole number stands on the review only after it was asked for', () => {
  expect(page(kioskViews.review).text).not.toContain('096');
  const shown = page(reviewOf([], { shown: '096088990039' }));
  expect(shown.text).toContain('096 0 88 990039');
  expect(shown.buttons).not.toContain(kioskVi.review.showNumber);
});

test.each([
  ['07', 'Còn 10 số nữa.'],
  ['079271', 'Số này cho năm sinh 2071, chưa tới. Xin xem lại.'],
  ['0794', 'Số này cho năm sinh từ 2100 trở đi, chưa tới. Xin xem lại.'],
  ['024571234', kioskVi.typing.oldId],
  ['079085990001', 'Số này của người sinh năm 1985, giới tính Nam.'],
])('of the digits %s the page says: %s', (digits, said) => {
  expect(page(typeNumber(digits)).announced).toEqual([said]);
});

test('an unknown place is a warning beside what the number says, and no hindrance', () => {
  const { announced } = page(typeNumber('099085990001'));
  expect(announced).toHaveLength(2);
  expect(announced[1]).toContain('099');
});

test('the bar code of the older card is told to hold no name', () => {
  expect(page(kioskViews['type-name-bar-code']).text).toContain(
    'Đã đọc được số •••• •••• 0039. Mã vạch không có tên.',
  );
});

test('the keyboard shows every marked letter and names every tone', () => {
  const { buttons } = page(kioskViews['type-name']);
  for (const key of ['Ă', 'Â', 'Đ', 'Ê', 'Ô', 'Ơ', 'Ư', 'á sắc', 'à huyền', 'ả hỏi', 'ã ngã', 'ạ nặng']) {
    expect(buttons).toContain(key);
  }
});

test('a name that looks wrong is said so while it is typed', () => {
  expect(page(correctOf('fullName', 'Ngc Ngha')).announced).toEqual([kioskVi.typing.badName]);
});

test.each([
  ['1988-04-07', 'Ngày 07 tháng 04 năm 1988.'],
  ['2027-04-07', kioskVi.correct.date['too-late']],
  ['1899-04-07', kioskVi.correct.date['too-early']],
])('of the date %s the page says: %s', (date, said) => {
  expect(page(correctOf('dateOfBirth', date)).announced).toEqual([said]);
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
  expect(page(kioskViews['procedure-no-paper']).buttons).toContain(kioskVi.procedure.takeOnScreen);
  expect(page(kioskViews['welcome-no-paper']).announced).toEqual([kioskVi.welcome.printer['paper-out']]);
  expect(page(kioskViews['procedure-by-council']).announced).toEqual([]);
});

test('the ticket shows number, counters, people ahead and when it was taken on the centre’s clock', () => {
  const { text } = page(kioskViews['ticket-printed']);
  for (const part of [
    'A012',
    'Khi được gọi, mời đến Quầy 1 hoặc Quầy 2',
    '7 người',
    'Đăng ký khai sinh',
    '09:05',
  ]) {
    expect(text).toContain(part);
  }
  expect(page(kioskViews['ticket-asks']).text).toContain(kioskVi.ticket.aheadNobody);
});

test('each state of the paper is announced in its own words, and only a doubt asks', () => {
  const { paper } = kioskVi;
  const said = {
    'ticket-printing': `${paper.printing} ${paper.rememberToo}`,
    'ticket-printed': paper.printed,
    'ticket-unconfirmed': `${paper.printed}. ${paper.ifNot}`,
    'ticket-waiting': `${paper.waiting['paper-out']} ${paper.soon}`,
    'ticket-asks': `${paper.asks} ${paper.look}`,
    'ticket-not-printed': `${paper.notPrinted} ${paper.stillValid}`,
  } as const;
  for (const [name, sentence] of Object.entries(said)) {
    const { announced, buttons } = page(kioskViews[name as keyof typeof said]);
    expect(announced).toEqual([sentence]);
    expect(buttons.includes(paper.notOut)).toBe(name === 'ticket-asks');
  }
  expect(page(kioskViews['ticket-unconfirmed']).buttons).toContain(paper.slipNotOut);
  expect(page(kioskViews['ticket-not-printed']).buttons).not.toContain(paper.print);
  expect(page(kioskViews['ticket-voided']).buttons).toContain(paper.print);
});

test('a number that cannot be on paper now stands there with its code, to be photographed', () => {
  const { photograph } = kioskVi.ticket;
  for (const name of ['ticket-waiting', 'ticket-not-printed'] as const)
    expect(page(kioskViews[name]).text).toContain(photograph);
  for (const name of ['ticket-printed', 'ticket-asks', 'ticket-voided'] as const)
    expect(page(kioskViews[name]).text).not.toContain(photograph);
});

test('the code of a slip is answered with how things stand for its number', () => {
  expect(page(kioskViews.number).text).toContain('Còn 3 người trước bà con');
  expect(page(kioskViews.number).buttons).toContain(kioskVi.paper.print);
  expect(page(kioskViews['number-called']).text).toContain('mời đến Quầy 3');
  expect(page(kioskViews['number-called']).buttons).not.toContain(kioskVi.paper.print);
  expect(page(kioskViews['number-unknown']).headings).toEqual([kioskVi.number.unknown]);
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

test('after too many wrong codes the page says in plain words how long to wait, and takes none meanwhile', () => {
  const wait = (waitSeconds: number) =>
    page(kioskView({ at: 'appointment', refused: 'unknown-code', waitSeconds })).announced.join(' ');
  expect(wait(20)).toContain('Mời chờ 20 giây');
  expect(wait(300)).toContain('Mời chờ 5 phút');
});

test('every procedure of the catalogue can be drawn', () => {
  for (const { code, name } of procedures) {
    expect(page(kioskView(procedureScreen(code))).headings[0]).toBe(name);
  }
});

const filingPages = everyView.filter(({ name }) => /^(?:filing|journey|portal)/.test(name));

function viewCalled(wanted: string): KioskView {
  const found = filingPages.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no view ${wanted}`);
  return found.view;
}

const personCalled = {
  vi: [kioskVi.filing.help.call, kioskVi.filing.take.guide],
  en: [kioskEn.filing.help.call, kioskEn.filing.take.guide],
};

test.each(filingPages)('$name in $language has a way back and a person to call or on the way', (given) => {
  const drawn = page(given.view, given.language);
  expect(drawn.buttons).toContain(words[given.language].bar.back);
  const isCalled = [words[given.language].filing.help.asked, words[given.language].filing.help.coming].some(
    (sentence) => drawn.text.includes(sentence),
  );
  expect(
    isCalled || drawn.buttons.some((name) => personCalled[given.language].some((one) => one === name)),
  ).toBe(true);
});

test('a page of the portal that is not known is told of, and nothing on it is pointed at', () => {
  const { text } = page(viewCalled('portal-unexpected'));
  expect(text).toContain('Xin đừng điền gì thêm');
  for (const step of journeys.journeys.here) expect(text).not.toContain(step.vi.text);
});

test('what is online only says so, and offers the guided way first', () => {
  expect(page(kioskViews['procedure-shared']).text).toContain('chỉ nộp qua mạng');
  expect(page(viewCalled('filing-result-guide')).buttons).not.toContain('Lấy số đến quầy');
});
