import type { Frame } from '@playwright/test';
import { seriousFaults } from './accessibility';
import { expect, test, type Workbench } from './workbench';

/** The page of the run on the built-in sample. */
async function sampleResults(wb: Workbench): Promise<Frame> {
  await wb.tab('Benchmark results').click();
  return wb.webviewWith('[role="tablist"][aria-label="Results"]');
}

test('runs the built-in sample, shows the score, and opens a failed check in the viewer and its rule', async ({
  sample: wb,
}) => {
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
  await expect(view.locator('.row.check').first()).toBeVisible();
  await table.press('ArrowDown');
  await expect(view.locator('.row.check.active')).toBeVisible();
  await wb.screenshot('results-table');
  const tag = ((await view.locator('.row.check.active .cell.tag').textContent()) ?? '').slice(0, 11);
  await table.press('Enter');
  const viewer = await wb.webviewWith('.row.active[data-path]');
  await expect(viewer.locator('.row.active')).toHaveAttribute('data-path', tag);
  await expect(viewer.locator('.row.head .cell.other')).toBeVisible();
  await wb.screenshot('results-element');
  await wb.command('View: Close Editor');
});

test('leads from a failed check to the rule, fixes it, does affected files anew, and the score rises', async ({
  wb,
}) => {
  test.slow();
  const box = wb.page.locator('.quick-input-widget');
  const pick = async (text: string) => {
    await box.locator('.quick-input-box input').fill(text);
    await box.locator('.monaco-list-row').filter({ hasText: text }).first().click();
  };
  await wb.open();
  // Another command's title begins like this one's.
  await wb.command('DeID: Run Benchmark…', true);
  await pick('The built-in sample');
  await pick('site.deid.yaml');
  await expect(wb.tab('Benchmark results')).toBeVisible({ timeout: 150_000 });
  const view = await wb.webviewWith('[role="tablist"][aria-label="Results"]');
  const before = Number.parseFloat((await view.locator('.score').textContent()) ?? '');
  await view.getByRole('tab', { name: /Discrepancies/ }).click();
  await view.locator('#filter').fill('tag:0008,1030 action:text_removed');
  const group = view.locator('.row.group').first();
  await expect(group).toContainText('(0008,1030)');
  await group.click();
  await view.locator('.row.check').first().click();
  await view.getByRole('button', { name: 'Open rule' }).click();
  await expect(wb.tab('site.deid.yaml')).toBeVisible();
  await wb.page.locator('.monaco-editor .view-line').filter({ hasText: 'StudyDescription' }).first().click();
  const fix = wb.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Clean instead of keep' });
  // The list closes when the editor changes below it, as it does while diagnostics and lenses still arrive.
  await expect(async () => {
    if (!(await fix.isVisible())) await wb.page.keyboard.press('Control+.');
    await expect(fix).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  await wb.screenshot('results-quick-fix');
  await fix.click();
  await expect(wb.page.locator('.monaco-editor .view-lines').first()).toContainText('action: clean');
  await wb.command('File: Save');
  await view.getByRole('button', { name: 'Affected files only' }).click();
  const better = await wb.webviewWith('.score .better', 150_000);
  const after = Number.parseFloat((await better.locator('.score').textContent()) ?? '');
  expect(after).toBeGreaterThan(before);
  await wb.screenshot('results-better');

  // What changed, check by check; each row leads to its element.
  await better.getByRole('tab', { name: 'Changes' }).click();
  const summary = better.getByRole('region', { name: 'Comparison' });
  await expect(summary).toContainText('checks pass that did not');
  const changes = better.locator('#changes');
  await better.locator('#changes-filter').fill('outcome:better tag:0008,1030');
  await expect(changes.locator('.row.group')).toContainText(/\(0008,1030\).* better/);
  await changes.press('Home');
  await changes.press('ArrowRight');
  await expect(changes.locator('.row.check').first()).toBeVisible();
  await changes.press('ArrowDown');
  await expect(changes.locator('.row.check.active')).toContainText('passes now');
  await wb.screenshot('results-changes');
  expect(await seriousFaults(better)).toEqual([]);
  await better.getByRole('button', { name: 'Changes by category as a table' }).click();
  await expect(better.getByRole('columnheader', { name: 'Better' })).toBeVisible();
  await changes.press('Enter');
  await expect((await wb.webviewWith('.row.active[data-path]')).locator('.row.active')).toHaveAttribute(
    'data-path',
    '(0008,1030)',
  );
});

test('restores the page with its filter after a reload of the window, and stores no value', async ({ sample: wb }) => {
  test.slow();
  const view = await sampleResults(wb);
  await view.getByRole('tab', { name: /Discrepancies/ }).click();
  await view.locator('#filter').fill('tag:0018');
  await expect(view.locator('.row.group').first()).toBeVisible();
  const stored = async () => JSON.stringify(await wb.page.context().storageState({ indexedDB: true }));
  // The workbench writes its state after a while; what it has not written cannot come back.
  await expect.poll(stored, { timeout: 60_000 }).toContain('tag:0018');
  await wb.page.reload();
  await wb.loaded();
  const run = wb.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'builtin:tcia' });
  // The page that comes back takes the focus at some moment, which closes the list of runs.
  await expect(async () => {
    await wb.command('DeID: Open Results', true);
    await run.click({ timeout: 5000 });
  }).toPass({ timeout: 120_000 });
  // The tab was restored with its filter; a new one would begin at the overview.
  const again = await wb.webviewWith('#filter');
  await expect(wb.tab('Benchmark results')).toHaveCount(1);
  await expect(again.locator('#filter')).toHaveValue('tag:0018');
  await expect(again.locator('.score')).toContainText('%');
  expect(await stored()).not.toContain('tolerated the procedure');
});

test('can be read in every kind of theme and has no serious accessibility fault', async ({ sample: wb }) => {
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
  await view.getByRole('tab', { name: 'Changes' }).click();
  await expect(view.getByRole('tabpanel')).toContainText('There is no other scored run of this benchmark yet');
});
