import type { Frame } from '@playwright/test';
import { seriousFaults } from './accessibility';
import { expect, test, type Workbench } from './workbench';

/** Makes a run on the built-in sample and gives its page. */
async function sampleResults(wb: Workbench): Promise<Frame> {
  await wb.command('DeID: Run Benchmark on the Built-in Sample');
  await expect(wb.tab('Benchmark: results')).toBeVisible({ timeout: 150_000 });
  return wb.webviewWith('[role="tablist"][aria-label="Results"]');
}

test('runs the built-in sample, shows the score, and opens a failed check in the viewer and its rule', async ({
  shared: wb,
}) => {
  test.slow();
  const view = await sampleResults(wb);
  await expect(view.locator('.score')).toContainText(/9\d\.\d\d %/);
  await expect(view.getByRole('img', { name: /This run: .*MIDI-B/ })).toBeVisible();
  await wb.screenshot('results-overview');

  // Every chart has a table twin.
  const category = view.getByRole('region', { name: 'By category' });
  await category.getByRole('button', { name: 'By category as a table' }).click();
  await expect(category.getByRole('rowheader').first()).toContainText(/tcia|hipaa|dicom/);

  // A bar leads to its discrepancies; groups open by keyboard.
  await view.getByRole('button', { name: 'text_retained' }).first().click();
  const table = view.locator('#discrepancies');
  await expect(view.locator('#filter')).toHaveValue('action:"text_retained"');
  await expect(view.locator('.row.group').first()).toBeVisible();
  await table.press('Home');
  await table.press('ArrowRight');
  await expect(view.locator('.row.group').first()).toHaveAttribute('aria-expanded', 'true');
  await table.press('ArrowDown');
  await expect(view.locator('.row.check.active')).toBeVisible();
  await wb.screenshot('results-table');
  const tag = ((await view.locator('.row.check.active .cell.tag').textContent()) ?? '').slice(0, 11);
  await table.press('Enter');
  const viewer = await wb.webviewWith('.row.active[data-path]');
  await expect(viewer.locator('.row.active')).toHaveAttribute('data-path', tag);
  await expect(
    viewer.getByRole('columnheader', { name: 'Other file' }).or(viewer.locator('.head .other')),
  ).toBeVisible();
  await wb.screenshot('results-element');
});

test('keeps the run in the history after a reload of the window, and the page without any value', async ({
  shared: wb,
}) => {
  const view = await sampleResults(wb);
  await view.getByRole('tab', { name: /Discrepancies/ }).click();
  await view.locator('#filter').fill('tag:0018');
  await expect(view.locator('.row.group').first()).toBeVisible();
  await wb.page.waitForTimeout(3000); // the workbench writes its state after a while
  await wb.page.reload();
  await wb.page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
  await wb.command('DeID: Open Results');
  await wb.page.locator('.quick-input-list .monaco-list-row').first().click();
  const again = await wb.webviewWith('[role="tablist"][aria-label="Results"]');
  await expect(again.locator('.score')).toContainText('%');
  const stored = JSON.stringify(await wb.page.context().storageState({ indexedDB: true }));
  expect(stored).not.toContain('tolerated the procedure');
});

test('can be read in every kind of theme and has no serious accessibility fault', async ({ shared: wb }) => {
  test.slow();
  const themes = [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
  ] as const;
  const view = await sampleResults(wb);
  for (const [theme, name] of themes) {
    await wb.theme(theme);
    await expect(view.locator('body')).toHaveClass(new RegExp(`(^| )${name}( |$)`));
    await view.getByRole('tab', { name: 'Overview' }).click();
    await wb.screenshot(`results-${name}`);
    expect(await seriousFaults(view)).toEqual([]);
    await view.getByRole('tab', { name: /Discrepancies/ }).click();
    await expect(view.locator('.row.group').first()).toBeVisible();
    await wb.screenshot(`results-${name}-table`);
    expect(await seriousFaults(view)).toEqual([]);
  }
});
