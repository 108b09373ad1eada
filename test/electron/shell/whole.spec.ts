import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { root } from '../../setup/shell.ts';
import { testElectron } from '../../setup/test-electron.ts';

test('the built kiosk starts its own core in Electron and takes a citizen to a printed number', async () => {
  const folder = temporaryFolder('whole');
  const app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--no-sandbox', '--disable-gpu', root],
    env: {
      ...(process.env as Record<string, string>),
      MOTCUA_DATA: join(folder, 'data'),
      MOTCUA_PORT: '0',
      MOTCUA_SAMPLE: '1',
      MOTCUA_NODE: process.execPath,
    },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
    await page.getByRole('button', { name: 'Không dùng thẻ' }).click();
    await page.getByRole('button', { name: 'Sinh con' }).click();
    await page.getByRole('button', { name: /^Đăng ký khai sinh Nhóm/ }).click();
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).click();
    await expect(page.getByText('A001')).toBeVisible();
    await expect(page.getByText('Mời bà con lấy phiếu')).toBeVisible();
  } finally {
    await app.close();
    removeFolder(folder);
  }
});
