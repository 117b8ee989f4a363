import { resolve } from 'node:path';
import { startServer } from '../host/server.mjs';
import { expect, test, Workbench } from './workbench';

/** On the server of the other tests every folder is trusted; on this one folders must be trusted first, as with users. */
test('in a folder that is not trusted files can be looked at, profiles are checked, and nothing is run', async ({
  page,
  folder,
}) => {
  test.slow();
  const server = await startServer({ vsix: resolve(process.env.E2E_VSIX ?? 'out/deidbench.vsix'), trust: true });
  try {
    const wb = new Workbench(page, server, folder);
    await wb.open();
    await expect(page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' })).toBeVisible();

    // The viewer, its preview of a profile and the linter work.
    await wb.quickOpen('plain.dcm');
    const view = await wb.webviewWith('[data-path="(0010,0010)"]', 60_000);
    const name = view.locator('[data-path="(0010,0010)"]');
    await expect(name).toContainText('Doe^Jane');
    await view.getByLabel('Profile whose effect is shown').selectOption('builtin:ps3.15');
    await expect(name).toHaveClass(/changed/);
    await view.getByRole('tab', { name: 'Image' }).click();
    await expect(view.locator('canvas[data-drawn="true"]')).toBeVisible();
    await wb.screenshot('untrusted-viewer');
    await wb.quickOpen('site.deid.yaml');
    await expect(page.locator('.squiggly-error, .squiggly-warning').first()).toBeVisible();

    // Nothing that reads or writes folders can be run, neither from the palette nor from the menu of a folder.
    const box = page.locator('.quick-input-widget');
    const rows = box.locator('.monaco-list-row');
    const titles = ['Anonymize Folder', 'Score Folder', 'Verify Folder', 'Run Benchmark…', 'Create Benchmark'];
    const look = async (title: string) => {
      await page.keyboard.press('F1');
      await expect(box.locator('.quick-input-box input')).toBeFocused();
      await box.locator('.quick-input-box input').fill(`>DeID: ${title}`);
      return rows.filter({ hasText: `DeID: ${title}` });
    };
    await expect(await look('Open as DICOM')).toHaveCount(1);
    for (const title of titles) {
      await expect(await look(title)).toHaveCount(0);
      await expect(rows.first()).toBeVisible();
    }
    await wb.screenshot('untrusted-commands');
    await page.keyboard.press('Escape');
    const menuItem = async (title: string) => {
      await page
        .locator('.explorer-folders-view .monaco-list-row')
        .filter({ hasText: 'series' })
        .click({ button: 'right' });
      return page.getByRole('menuitem', { name: title });
    };
    await expect(await menuItem('Anonymize Folder')).toBeDisabled();
    await wb.screenshot('untrusted-menu');
    await page.keyboard.press('Escape');

    // Once it is trusted all of it can.
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).click();
    await page.getByRole('button', { name: 'Trust', exact: true }).click();
    await expect(page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' })).toHaveCount(0);
    for (const title of titles) await expect(await look(title)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page
      .locator('.monaco-modal-editor-block')
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    await expect(await menuItem('Anonymize Folder')).toBeEnabled();
  } finally {
    await server.stop();
  }
});
