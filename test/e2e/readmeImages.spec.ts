import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './workbench';

/** A slice of a real CT series without identity, if the folder of samples is there; else the made one of the workspace. */
const SAMPLE = resolve('../shared/dicom/CT_CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm');

const PROFILE = `deid: 1
name: Lung screening
standard: 2026c
extends: builtin:tcia
rules:
  - tag: StationName
    action: keep
    reason: approved by the review board
  - tag: PatientBirthDate
    action: keep
  - tag: StudyDescription
    action: clean
`;

/** The pictures of the README: out/screenshots/readme-*.png; copied to docs/images by hand when they changed. */
test('shows a diagnostic under a rule of a profile and what to do about it', async ({ wb, folder }) => {
  writeFileSync(join(folder, 'lung.deid.yaml'), PROFILE);
  await wb.open();
  await wb.quickOpen('lung.deid.yaml');
  const squiggle = wb.page.locator('.squiggly-error, .squiggly-warning').first();
  await expect(squiggle).toBeVisible();
  await wb.command('Problems: Focus on Problems View');
  await expect(wb.page.locator('.markers-panel')).toContainText('DEID');
  const underlined = await squiggle.boundingBox();
  if (!underlined) throw new Error('nothing is underlined');
  await wb.page.mouse.move(underlined.x + 8, underlined.y + underlined.height / 2);
  await expect(wb.page.locator('.monaco-hover:visible').first()).toContainText('DEID', { timeout: 20_000 });
  await wb.screenshot('readme-profile');
});

test('shows a header and what a profile would do to it', async ({ wb, folder }) => {
  const name = existsSync(SAMPLE) ? 'chest-ct.dcm' : 'plain.dcm';
  if (existsSync(SAMPLE)) copyFileSync(SAMPLE, join(folder, name));
  await wb.open();
  await wb.quickOpen(name);
  const view = await wb.webviewWith('#tree', 60_000);
  await view.getByLabel('Profile whose effect is shown').selectOption('builtin:ps3.15');
  await expect(view.locator("[data-path='(0008,0018)']")).toContainText('2.25.');
  await expect(view.locator('canvas').first()).toBeVisible();
  await wb.screenshot('readme-viewer');
});
