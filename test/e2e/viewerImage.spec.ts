import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dicomFile, element } from '../support/dicomBytes.mjs';
import { parametricMap } from '../support/parametricMap';
import { seriousFaults } from './accessibility';
import { openViewer } from './viewer';
import { expect, test, type Workbench } from './workbench';

/** Frames of a grey picture of 400 by 300 pixels with a name drawn into it. */
function burnedInName(frames = 1): Uint8Array {
  const [columns, rows] = [400, 300];
  const text = readFileSync(resolve('test/fixtures/pixels/burned-name.pgm'));
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(text.toString('latin1', 0, 40));
  if (!header) throw new Error('burned-name.pgm is no portable grey map');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const pixels = Uint8Array.from({ length: columns * rows }, (_, at) => 40 + (at % columns) / 10);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ink = text[header[0].length + y * width + x] ?? 0;
      const at = (y + 10) * columns + x + 12;
      pixels[at] = Math.max(pixels[at] ?? 0, ink);
    }
  return dicomFile([
    element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'),
    element(0x00080018, 'UI', '1.2.3.4.5'),
    element(0x00080060, 'CS', 'OT'),
    element(0x00280002, 'US', 1),
    element(0x00280004, 'CS', 'MONOCHROME2'),
    element(0x00280008, 'IS', String(frames)),
    element(0x00280010, 'US', rows),
    element(0x00280011, 'US', columns),
    element(0x00280100, 'US', 8),
    element(0x00280101, 'US', 8),
    element(0x00280102, 'US', 7),
    element(0x00280103, 'US', 0),
    element(0x7fe00010, 'OB', Buffer.concat(Array.from({ length: frames }, () => pixels))),
  ]);
}

/** Processes that look for text on behalf of the server of a window. */
function searches({ server }: Workbench): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(server.dir) && command.includes('textSearch.js');
      } catch {
        return false; // It ended in the meantime.
      }
    })
    .map(Number);
}

test('draws the image', async ({ shared: wb }) => {
  const view = await openViewer(wb);
  await view.getByRole('tab', { name: 'Image' }).click();
  const canvas = view.locator('canvas[data-drawn="true"]');
  await expect(canvas).toBeVisible();
  const brightness = await canvas.evaluate((element: HTMLCanvasElement) => {
    const context = element.getContext('2d');
    return [0, 63].map(at => context?.getImageData(at, at, 1, 1).data[0] ?? -1);
  });
  expect(brightness[0]).toBeLessThan(10);
  expect(brightness[1]).toBeGreaterThan(240);
});

test('draws floating point pixels with a window over their range, which can be changed', async ({ shared: wb }) => {
  const [rows, columns] = [32, 64];
  const values = Array.from({ length: rows * columns }, (_, at) => (at % columns) / (columns - 1) / 100);
  writeFileSync(join(wb.folder, 'map.dcm'), parametricMap(values, { rows, columns, size: 8 }));
  const view = await openViewer(wb, 'map.dcm');
  await view.getByRole('tab', { name: 'Image' }).click();
  const canvas = view.locator('canvas[data-drawn="true"]');
  await expect(canvas).toBeVisible();
  const width = view.getByRole('spinbutton', { name: 'Width', exact: true });
  const brightness = () =>
    canvas.evaluate((element: HTMLCanvasElement) =>
      [0, 16, 32, 63].map(x => element.getContext('2d')?.getImageData(x, 5, 1, 1).data[0] ?? -1),
    );
  expect(await brightness()).toEqual([0, 65, 130, 255]);
  await expect(width).toHaveValue('0.01');
  await expect(view.locator('.image-pane')).toContainText('64 bits, floating point');
  await expect(view.getByRole('button', { name: 'Look for burned-in text' })).toHaveCount(0);
  await wb.screenshot('viewer-float');
  await width.fill('0.005');
  await width.press('Enter');
  await expect.poll(async () => (await brightness())[1]).toBeLessThan(10);
  expect(await seriousFaults(view)).toEqual([]);
});

test('finds burned-in text on demand and says what a profile hides', async ({ shared: wb }) => {
  writeFileSync(join(wb.folder, 'capture.dcm'), burnedInName());
  writeFileSync(
    join(wb.folder, 'capture.deid.yaml'),
    'deid: 1\nname: Capture\nextends: builtin:ps3.15\noptions: [CleanPixelData]\n',
  );
  const view = await openViewer(wb, 'capture.dcm');
  await view.getByRole('button', { name: 'Look for burned-in text' }).click();
  const boxes = view.locator('.box-table tbody tr');
  await expect(boxes.first()).toBeVisible({ timeout: 90_000 });
  await expect(view.locator('.box-table')).toContainText('JOHNSON');
  await expect(view.locator('.text-search')).toContainText('No profile is chosen');
  expect(await view.locator('.boxes rect').count()).toBe(await boxes.count());
  await boxes.first().getByRole('button').focus();
  await expect(view.locator('rect.pointed')).toHaveCount(1);
  await expect(view.locator('.box-detail')).toContainText('pixels at');

  await view.getByLabel('Profile whose effect is shown').selectOption({ label: 'capture.deid.yaml' });
  await expect(boxes).toHaveCount(0);
  await view.getByRole('button', { name: 'Look for burned-in text' }).click();
  await expect(view.locator('.text-search')).toContainText('hides it in mode balanced', { timeout: 90_000 });
  await expect(view.locator('rect.box.hides').first()).toBeVisible();
  await wb.screenshot('viewer-burned-in');
  expect(await seriousFaults(view)).toEqual([]);
  await view.getByRole('tab', { name: 'Value' }).click();
  await view.getByRole('tab', { name: 'Image' }).click();
  await expect(boxes.first()).toBeVisible();
});

test('ends a search for burned-in text when asked, and says so when one could not be ended', async ({ shared: wb }) => {
  // Enough frames that a search is still going on when it is interrupted.
  writeFileSync(join(wb.folder, 'long.dcm'), burnedInName(200));
  const view = await openViewer(wb, 'long.dcm');
  const look = view.getByRole('button', { name: 'Look for burned-in text' });
  const search = view.locator('.text-search');

  await look.click();
  await expect(search.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => searches(wb).length).toBe(1);
  await wb.screenshot('viewer-search-running');
  await search.getByRole('button', { name: 'Cancel' }).click();
  await expect(look).toBeVisible();
  await expect.poll(() => searches(wb)).toEqual([]);
  await expect(search.getByRole('alert')).toHaveCount(0);
  await expect(view.locator('.box-table')).toHaveCount(0);

  // Its process dies, as it would without memory.
  await look.click();
  await expect.poll(() => searches(wb).length).toBe(1);
  for (const pid of searches(wb)) process.kill(pid, 'SIGKILL');
  await expect(search.getByRole('alert')).toHaveText('The search for text ended before it was done; try again.');
  await expect(look).toBeVisible();
  await wb.screenshot('viewer-search-failed');
  expect(await seriousFaults(view)).toEqual([]);

  // A file that is closed takes its search along.
  await look.click();
  await expect.poll(() => searches(wb).length).toBe(1);
  await expect(search.getByRole('alert')).toHaveCount(0);
  await wb.command('View: Close All Editors');
  await expect.poll(() => searches(wb)).toEqual([]);
});

test('says why the text of a picture cannot be looked for', async ({ shared: wb }) => {
  const view = await openViewer(wb, 'truncated.dcm');
  await view.getByRole('tab', { name: 'Image' }).click();
  await view.getByRole('button', { name: 'Look for burned-in text' }).click();
  await expect(view.locator('.text-search').getByRole('alert')).toContainText('Pixel Data holds');
});
