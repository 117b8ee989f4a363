import { HOSTILE } from '../support/workspace.mjs';
import { expect, test, type Workbench } from './workbench';

async function openViewer(wb: Workbench, file = 'plain.dcm') {
  await wb.quickOpen(file);
  const view = wb.webview();
  await expect(view.locator('#tree')).toBeVisible();
  return view;
}

test('shows file meta, elements, nested sequences and private creators', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await expect(view.locator('[data-path="(0002,0010)"]')).toContainText('Explicit VR Little Endian');
  await expect(view.locator('[data-path="(0010,0010)"]')).toContainText('Doe^Jane');
  await expect(view.locator('[data-path=\'(0009,"ACME 1.1",01)\']')).toContainText('[ACME 1.1]');

  const sequence = view.locator('[data-path="(0008,1140)"]');
  await expect(sequence).toHaveAttribute('aria-expanded', 'false');
  await sequence.click();
  await view.locator('#tree').press('ArrowRight');
  await expect(sequence).toHaveAttribute('aria-expanded', 'true');
  await view.locator('#tree').press('ArrowRight');
  await view.locator('#tree').press('ArrowRight');
  await expect(view.locator('[data-path="(0008,1140)[<0>](0008,1155)"]')).toContainText('1.2.3.99');
  await view.locator('#tree').press('ArrowLeft');
  await view.locator('#tree').press('ArrowLeft');
  await view.locator('#tree').press('ArrowLeft');
  await expect(sequence).toHaveAttribute('aria-expanded', 'false');
  await wb.screenshot('viewer-dark');
});

test('moves with Home, End and the arrow keys as one tab stop', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  const tree = view.locator('#tree');
  await tree.focus();
  await tree.press('End');
  await expect(view.locator('[data-path="(7fe0,0010)"]')).toHaveAttribute('aria-selected', 'true');
  await tree.press('Home');
  await expect(view.locator('[data-path="(0002,0000)"]')).toHaveAttribute('aria-selected', 'true');
  await tree.press('ArrowDown');
  await expect(view.locator('[data-path="(0002,0001)"]')).toHaveAttribute('aria-selected', 'true');
  await expect(tree).toHaveAttribute('aria-activedescendant', 'row-1');
  expect(await view.locator('#tree [tabindex="0"]').count()).toBe(0);
});

test('filters, counts and goes to matches', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await view.locator('#filter').fill('vr:PN "doe"');
  await expect(view.locator('#filter-status')).toHaveText('1 found');
  await expect(view.locator('[role="row"][data-path]')).toHaveCount(1);
  await view.locator('#filter').fill('vr:UI group:0008 1.2.3.9');
  await expect(view.locator('#filter-status')).toHaveText('2 found');
  await expect(view.locator('[data-path="(0008,1140)[<1>](0008,1155)"]')).toBeVisible();
  await view.locator('#filter').press('Enter');
  await expect(view.locator('.row.active')).toHaveAttribute('data-path', /\(0008,1155\)$/);
  await view.locator('#filter').fill('colour:red');
  await expect(view.locator('#filter-status')).toContainText("'colour' is not a field");
  await view.locator('#filter').fill('nothingatall');
  await expect(view.getByText('No element passes the filter.')).toBeVisible();
  await view.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(view.locator('[data-path="(0010,0010)"]')).toBeVisible();
});

test('goes to a tag inside a sequence', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await view.locator('#goto').fill('ReferencedSOPInstanceUID');
  await view.locator('#goto').press('Enter');
  await expect(view.locator('.row.active')).toHaveAttribute('data-path', '(0008,1140)[<0>](0008,1155)');
});

test('shows a value, its bytes and what the dictionary says', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await view.locator('[data-path="(0008,0016)"]').click();
  await view.getByRole('tab', { name: 'Value' }).click();
  await expect(view.locator('.value-pane')).toContainText('CT Image Storage');
  await expect(view.locator('.value-pane')).toContainText('SOPClassUID');
  await view.getByRole('tab', { name: 'Hex' }).click();
  await expect(view.locator('.hex')).toContainText('31 2e 32 2e 38 34 30');
});

test('draws the image', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await view.getByRole('tab', { name: 'Image' }).click();
  await expect(view.locator('canvas[data-drawn="true"]')).toBeVisible();
  const brightness = await view.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d');
    return [0, 63].map(at => context?.getImageData(at, at, 1, 1).data[0] ?? -1);
  });
  expect(brightness[0]).toBeLessThan(10);
  expect(brightness[1]).toBeGreaterThan(240);
  await wb.screenshot('viewer-image');
});

test('shows hostile values as text and runs nothing', async ({ shared: wb }) => {
  const view = await openViewer(wb, 'hostile.dcm');
  await expect(view.locator('[data-path="(0010,2160)"] .cell.value')).toHaveText(HOSTILE[0] ?? '');
  await expect(view.locator('[data-path="(0020,4000)"] .cell.value')).toHaveText(HOSTILE[1] ?? '');
  await view.locator('[data-path="(0010,4000)"]').click();
  await view.getByRole('tab', { name: 'Value' }).click();
  const text = view.locator('.value-text');
  await expect(text.locator('[title="U+202E"]')).toHaveCount(1);
  await expect(text.locator('[title="U+001B"]')).toHaveCount(1);
  await expect(text.locator('[title="U+0000"]')).toHaveCount(1);
  await view.locator('[data-path="(4000,1010)"]').click();
  await expect(view.getByText('Only the beginning is shown')).toBeVisible();
  const ran = await view.locator('body').evaluate(() => '__hostile' in window);
  expect(ran).toBe(false);
  expect(await view.locator('#root script, #root img').count()).toBe(0);
  await wb.screenshot('viewer-hostile');
});

for (const [file, text] of [
  ['empty.dcm', 'The file is empty'],
  ['text.dcm', 'Not a DICOM file'],
] as const)
  test(`says what is wrong with ${file} and offers a next step`, async ({ shared: wb }) => {
    await wb.quickOpen(file);
    const view = wb.webview();
    await expect(view.getByRole('alert')).toContainText(text);
    await expect(view.getByRole('button', { name: 'Open with the text editor' })).toBeVisible();
    await wb.screenshot(`viewer-${file}`);
  });

test('shows problems of a damaged file in place', async ({ shared: wb }) => {
  const view = await openViewer(wb, 'truncated.dcm');
  await view.getByRole('button', { name: /damaged place/ }).click();
  await expect(view.locator('[data-path="(7fe0,0010)"] .badge.damage')).toBeVisible();
  await wb.screenshot('viewer-truncated');
});

test('compares two files', async ({ shared: wb }) => {
  await openViewer(wb, 'plain.dcm');
  await wb.command('DeID: Select DICOM for Compare');
  await wb.quickOpen('after.dcm');
  await wb.command('DeID: Compare DICOM with Selected');
  const frame = await wb.webviewWith('.row.changed');
  await expect(frame.locator('[data-path="(0010,0010)"]')).toHaveClass(/changed/);
  await expect(frame.locator('[data-path="(0010,0010)"] .cell.other')).toHaveText('ANON');
  await expect(frame.locator('[data-path="(0008,1030)"]')).toHaveClass(/removed/);
  await wb.screenshot('viewer-compare');
});
