import type { Frame } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dicomFile, element } from '../support/dicomBytes.mjs';
import { seriousFaults } from './accessibility';
import { expect, test, type Workbench } from './workbench';

const TEXT = `# site profile
deid: 1
name: Lung screening
extends: builtin:tcia
options:
  - CleanDescriptors   # they help
rules:
  - { tag: StudyDescription, action: keep, reason: "checked by hand" }
  - { tag: PatientName, action: keep }
  - { vr: PN, action: remove }
  - tag: SeriesDescription
    when: { Modality: [US, XA] }
    action: replace
    value: "{Modality} series"
pixels:
  regions:
    - when: { Modality: US, Rows: 720 }
      blank: [[0, 0, 960, 60]]
`;

async function openForm(wb: Workbench, text = TEXT): Promise<Frame> {
  writeFileSync(join(wb.folder, 'form.deid.yaml'), text);
  await wb.quickOpen('form.deid.yaml');
  await wb.page.locator('.editor-actions a[aria-label^="Open Profile as Form"]').click({ timeout: 30_000 });
  return wb.webviewWith('.tabs', 60_000);
}

/** A grey picture of 400 x 200 pixels. */
function ultrasound(): Uint8Array {
  return dicomFile([
    element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'),
    element(0x00080018, 'UI', '1.2.3.4'),
    element(0x00080060, 'CS', 'US'),
    element(0x00280002, 'US', 1),
    element(0x00280004, 'CS', 'MONOCHROME2'),
    element(0x00280010, 'US', 200),
    element(0x00280011, 'US', 400),
    element(0x00280100, 'US', 8),
    element(0x00280101, 'US', 8),
    element(0x00280102, 'US', 7),
    element(0x00280103, 'US', 0),
    element(
      0x7fe00010,
      'OB',
      new Uint8Array(80_000).map((_, i) => (i % 400) / 2),
    ),
  ]);
}

const saved = (wb: Workbench) => readFileSync(join(wb.folder, 'form.deid.yaml'), 'utf8');
const save = async (wb: Workbench) => {
  await wb.command('File: Save');
  await expect(wb.page.locator('.tabs-container .tab.dirty')).toHaveCount(0);
};

test('changes options and rules in the text by the keyboard, minimally, and toggles back', async ({ shared: wb }) => {
  const view = await openForm(wb);
  await expect(wb.page.locator('.tabs-container .tab.dirty')).toHaveCount(0);
  const option = view.getByRole('checkbox', { name: /Clean Graphics/ });
  await expect(option).not.toBeChecked();
  await expect(view.locator('.option', { hasText: 'RetainUIDs' })).toContainText(/Keeps \d+ rows/);
  await option.press('Space');
  await expect(option).toBeChecked();

  await view.getByRole('tab', { name: /Rules/ }).click();
  const grid = view.getByRole('grid', { name: 'Rules' });
  await expect(grid).toHaveAttribute('aria-rowcount', '5');
  await expect(view.locator('[data-rule="0"] .cell.findings')).toContainText('DEID049');
  await expect(view.locator('[data-rule="0"] .cell.name')).toContainText('Study Description');
  await grid.focus();
  for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await grid.press(key);
  await view.getByRole('combobox', { name: 'Action of rule 1' }).first().selectOption('clean');
  await expect(view.locator('[data-rule="0"] .cell.action')).toHaveText('clean');
  await expect(view.locator('[data-rule="0"] .cell.effective')).toHaveText('clean');
  await grid.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await grid.press(key);
  const reason = view.getByRole('textbox', { name: 'Reason for what rule 1 applies to' });
  await reason.fill('by the board');
  await reason.press('Enter');
  await expect(view.locator('[data-rule="0"] .cell.reason')).toHaveText('by the board');

  await view.getByLabel('What the new rule applies to').fill('PatientComments');
  await view.getByRole('button', { name: 'Add rule' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '6');
  await save(wb);
  expect(saved(wb)).toBe(
    TEXT.replace('# they help\n', '# they help\n  - CleanGraphics\n')
      .replace('action: keep, reason: "checked by hand"', 'action: clean, reason: by the board')
      .replace('"{Modality} series"\n', '"{Modality} series"\n  - { tag: PatientComments, action: remove }\n'),
  );

  await wb.page.locator('.editor-actions a[aria-label^="Open Profile as Text"]').click();
  await expect(wb.page.locator('.monaco-editor .view-lines').first()).toContainText('CleanGraphics');
  await expect(wb.page.locator('iframe.webview.ready:visible')).toHaveCount(0);
});

test('changes settings and rectangles, and keeps out of a text that is no YAML', async ({ shared: wb }) => {
  const view = await openForm(wb);
  await view.getByRole('tab', { name: 'Settings' }).click();
  await view.getByLabel('Text that no table lists').first().waitFor();
  await view.getByRole('combobox', { name: 'Text that no table lists' }).selectOption('remove');
  await view.getByRole('textbox', { name: 'Add to Words that stay' }).fill('T2W');
  await view.getByRole('textbox', { name: 'Add to Words that stay' }).press('Enter');
  await expect(view.getByRole('list', { name: 'Words that stay' })).toContainText('T2W');
  await view.getByRole('tab', { name: 'Pixels and files' }).click();
  const height = view.getByRole('spinbutton', { name: 'height of rectangle 1' });
  await height.fill('80');
  await height.press('Enter');
  await save(wb);
  const now = saved(wb);
  expect(now).toContain('[0, 0, 960, 80]');
  expect(now).toContain('unlisted: { text: remove }');
  expect(now).toContain('text: { keep: [T2W] }');
  expect(now.startsWith(TEXT.slice(0, TEXT.indexOf('60]')))).toBe(true);

  // The editor may overlook a change on disk right after its own save: write until it sees it.
  await expect(async () => {
    writeFileSync(join(wb.folder, 'form.deid.yaml'), now.replace('rules:', 'rules: ['));
    await expect(view.getByRole('alert')).toContainText('not well-formed YAML', { timeout: 5_000 });
  }).toPass();
  await expect(height).toBeDisabled();
  await expect(height).toHaveValue('80');
  await wb.screenshot('form-invalid');
  await expect(async () => {
    writeFileSync(join(wb.folder, 'form.deid.yaml'), now);
    await expect(view.getByRole('alert')).toHaveCount(0, { timeout: 5_000 });
  }).toPass();
  await expect(height).toBeEnabled();
});

test('draws rectangles on a picture of the sample, by pointer and by keyboard, one line and one step each', async ({
  shared: wb,
}) => {
  mkdirSync(join(wb.folder, '.vscode'), { recursive: true });
  mkdirSync(join(wb.folder, 'sample'), { recursive: true });
  writeFileSync(join(wb.folder, 'sample/us.dcm'), ultrasound());
  writeFileSync(join(wb.folder, '.vscode/settings.json'), JSON.stringify({ 'deidbench.lint.sampleFolder': 'sample' }));
  const text = TEXT.replace('{ Modality: US, Rows: 720 }', '{ Modality: US }').replace('960, 60', '100, 60');
  const view = await openForm(wb, text);
  await view.getByRole('tab', { name: 'Pixels and files' }).click();
  await view.getByRole('button', { name: 'Draw on a picture' }).click();
  await expect(view.locator('.stage canvas')).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
  const first = view.getByRole('button', { name: /^Rectangle 1:/ });
  await expect(first).toHaveAccessibleName('Rectangle 1: x 0, y 0, width 100, height 60');

  // By keyboard: the table and the text follow with one step for a run of keys.
  await first.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Control+ArrowDown', 'Shift+ArrowRight']) await first.press(key);
  await expect(view.getByRole('spinbutton', { name: 'y of rectangle 1' })).toHaveValue('10');
  await save(wb);
  expect(saved(wb)).toBe(text.replace('[0, 0, 100, 60]', '[2, 10, 101, 60]'));

  // By pointer: a new rectangle in the right half.
  await view.locator('.stage').scrollIntoViewIfNeeded();
  const stage = (await view.locator('.stage').boundingBox())!;
  const at = (x: number, y: number) => [stage.x + (x * stage.width) / 400, stage.y + (y * stage.height) / 200] as const;
  await wb.page.mouse.move(...at(200, 120));
  await wb.page.mouse.down();
  await wb.page.mouse.move(...at(250, 140), { steps: 3 });
  await wb.page.mouse.move(...at(300, 160), { steps: 3 });
  await wb.page.mouse.up();
  const second = view.getByRole('button', { name: /^Rectangle 2:/ });
  await expect(second).toHaveAccessibleName(/x (199|200), y (119|120), width 10[0-2], height 4[0-2]/);
  await wb.screenshot('form-rectangles');
  await save(wb);
  expect(saved(wb)).toMatch(/blank: \[\[2, 10, 101, 60\], \[(199|200), (119|120), 10[0-2], 4[0-2]\]\]\n/);

  // Undo is the undo of the text.
  await view.locator('.stage').press('Control+z');
  await expect(second).toHaveCount(0);
  await view.locator('body').press('Control+z');
  await expect(first).toHaveAccessibleName('Rectangle 1: x 0, y 0, width 100, height 60');
  await save(wb);
  expect(saved(wb)).toBe(text);
});

test('scrolls through thousands of rules', async ({ shared: wb }) => {
  const rules = Array.from({ length: 3000 }, (_, n) => `  - { tag: '(0029,"SITE ${n}",10)', action: remove }\n`).join(
    '',
  );
  const view = await openForm(wb, `deid: 1\nname: Many\nrules:\n${rules}`);
  await view.getByRole('tab', { name: /Rules/ }).click();
  const grid = view.getByRole('grid', { name: 'Rules' });
  await expect(grid).toHaveAttribute('aria-rowcount', '3001');
  await grid.press('Control+End');
  await expect(view.locator('[data-rule="2999"]')).toHaveAttribute('aria-selected', 'true');
  expect(await view.locator('[data-rule]').count()).toBeLessThan(80);
  await view.getByLabel('Filter rules').fill('site 1711');
  await expect(view.locator('[data-rule]')).toHaveCount(1);
});

test('can be read in every kind of theme and has no serious accessibility fault', async ({ shared: wb }) => {
  test.slow();
  mkdirSync(join(wb.folder, '.vscode'), { recursive: true });
  const view = await openForm(wb);
  for (const [theme, name] of [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast'],
  ] as const) {
    writeFileSync(join(wb.folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await expect(view.locator('body')).toHaveClass(new RegExp(`(^| )${name}( |$)`));
    for (const [tab, sign] of [
      ['Options', '.option'],
      ['Rules', '[data-rule]'],
      ['Settings', '.setting'],
      ['Pixels and files', '.boxes'],
      ['Problems', '.findings'],
    ] as const) {
      await view.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      await expect(view.locator(sign).first()).toBeVisible();
      await wb.screenshot(`form-${name}-${tab.split(' ')[0]?.toLowerCase()}`);
      expect(await seriousFaults(view), `${theme}, ${tab}`).toEqual([]);
    }
  }
});
