import type { Page } from '@playwright/test';

/** What a visit took. `words` are those of the pages that were passed, `crowded` the pages that asked more than one thing. */
export type Visit = { taps: number; machineMs: number; words: number; pages: number; crowded: number };

/** A slow reader who reads every button: three syllables (words, as they are written) a second, and two seconds for a tap. */
export function readingSeconds({ words, taps }: Visit): number {
  return words / 3 + taps * 2;
}

/** Somebody in front of the kiosk, without a card. */
export function createVisitor(page: Page) {
  let visit: Visit = { taps: 0, machineMs: 0, words: 0, pages: 0, crowded: 0 };
  const begin = 'Chạm để bắt đầu';

  /** Looks at the page, then presses; what counts as the machine's is the time until the next page stands there. */
  async function tap(name: string | RegExp, until: string | RegExp): Promise<void> {
    const seen = await look();
    visit.pages += 1;
    visit.words += seen.words;
    if (seen.questions > 1) visit.crowded += 1;
    const started = performance.now();
    await page.getByRole('button', { name }).first().click();
    await page.getByText(until).first().waitFor();
    visit.machineMs += performance.now() - started;
    visit.taps += 1;
  }

  /** Titles that ask something, and the words of the title and what is explained under it. */
  function look(): Promise<{ questions: number; words: number }> {
    return page.evaluate(() => {
      const texts = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);
      return {
        questions: texts('main h1, main h2').filter((text) => text.includes('?')).length,
        words: texts('main h1, main .lead, main button').join(' ').split(/\s+/).length,
      };
    });
  }

  async function toProcedure(topic: string, name: string) {
    visit = { taps: 0, machineMs: 0, words: 0, pages: 0, crowded: 0 };
    await tap(begin, 'Không dùng thẻ');
    await tap('Không dùng thẻ', 'Hôm nay bà con cần làm việc gì?');
    await tap(topic, name);
    await tap(rowOf(name), 'Lấy số thứ tự');
  }

  async function home(): Promise<void> {
    await page
      .getByRole('button', { name: /Trang đầu|về trang đầu/ })
      .first()
      .click();
    await page.getByRole('button', { name: begin }).waitFor();
  }

  return {
    /** The tile behind which the procedure stands; not part of a visit. */
    async findTopic(name: string): Promise<string> {
      await page.getByRole('button', { name: begin }).click();
      await page.getByRole('button', { name: 'Không dùng thẻ' }).click();
      await page.getByText('Hôm nay bà con cần làm việc gì?').waitFor();
      const tiles = await page.locator('.event-grid button').allInnerTexts();
      for (const tile of tiles.map((text) => text.trim()).filter((text) => text !== '')) {
        await page.getByRole('button', { name: tile, exact: true }).click();
        const isThere = await page.getByRole('button', { name: rowOf(name) }).count();
        if (isThere > 0) {
          await home();
          return tile;
        }
        await page.getByRole('button', { name: 'Quay lại' }).click();
        await page.getByText('Hôm nay bà con cần làm việc gì?').waitFor();
      }
      throw new Error(`no tile leads to ${name}`);
    },
    async takeNumber(topic: string, name: string): Promise<Visit> {
      await toProcedure(topic, name);
      await tap('Lấy số thứ tự', 'Mời bà con lấy phiếu');
      await home();
      return visit;
    },
    async beGuided(topic: string, name: string): Promise<Visit> {
      await toProcedure(topic, name);
      await tap('Nộp trực tuyến, có hướng dẫn', 'Hồ sơ này của ai?');
      await tap('Của tôi', 'Bà con có tài khoản VNeID mức 2 chưa?');
      await tap('Có rồi', 'Bà con có mang điện thoại dùng được VNeID không?');
      await tap('Có, dùng được', 'Hôm nay bà con mang theo giấy nào?');
      await tap('Chưa có giấy nào, đi tiếp', 'In phiếu chuẩn bị');
      await tap('In phiếu chuẩn bị', 'Mời bà con lấy phiếu');
      await home();
      return visit;
    },
  };
}

/** A row of the list begins with the name; another name may begin alike. */
function rowOf(name: string): RegExp {
  return new RegExp(`^${name} (?:Nhóm|Trực tuyến|[A-H]\\b)`);
}
