import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textBoxes } from '../../../src/extension/editors/model/textBoxes';
import { loadProfile } from '../../../src/jobs/loadProfile';
import type { OcrReader } from '../../../src/pixels/ocr/ocrReader';
import { openOcrReader } from '../../../src/pixels/ocr/tesseractReader.node';
import type { TextReport } from '../../../src/protocol/headerViewer';
import { anatomy, burnedName, cells, drawText } from '../../support/burnedName';
import { imageFile } from '../../support/imageFile';

const folder = mkdtempSync(join(tmpdir(), 'text-boxes-'));
const [COLUMNS, ROWS] = [400, 300];
const pixels = anatomy(COLUMNS, ROWS, 120);
drawText(pixels, COLUMNS, burnedName(), 12, 10, 250);
const file = imageFile({ rows: ROWS, columns: COLUMNS, pixels: cells(pixels, 1) });

let reader: OcrReader;
beforeAll(async () => (reader = await openOcrReader()));
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
});

async function look(profileText?: string): Promise<{ report: TextReport; path: string; progress: [number, number][] }> {
  const path = join(folder, 'site.deid.yaml');
  if (profileText) writeFileSync(path, `deid: 1\nname: Site\nextends: builtin:ps3.15\n${profileText}`);
  const progress: [number, number][] = [];
  const profile = profileText ? loadProfile(path).profile : undefined;
  const report = await textBoxes(file, profile, reader, (done, total) => progress.push([done, total]));
  return { report, path, progress };
}

describe('boxes of burned-in text', () => {
  it('are found without a profile, with what was read and that nothing hides them', async () => {
    const { report, progress } = await look();
    const text = report.boxes.map(box => box.text).join(' ');
    expect(text).toMatch(/JOHNSON/);
    for (const box of report.boxes) {
      expect(box).toMatchObject({ found: 'ocr', hidden: false, frames: [0, 1] });
      expect(box.reason).toMatch(/\.$/);
      expect(box.fate).toMatch(/\.$/);
    }
    expect(report.summary).toContain('No profile is chosen');
    expect(progress).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('are hidden by a profile that cleans pixels', async () => {
    const { report } = await look('options: [CleanPixelData]\n');
    const name = report.boxes.find(box => /JOHNSON/.test(box.text));
    expect(name).toMatchObject({ hidden: true, found: 'ocr' });
    expect(name?.fate).toBe('Hidden: Clean Pixel Data in mode balanced.');
    expect(report.summary).toContain('hides it in mode balanced');
  });

  it('stay with a profile that does not, except inside a region it names, which points to its line', async () => {
    const text = 'pixels:\n  regions:\n    - { when: {}, blank: [[0, 0, 400, 80]] }\n';
    const { report, path } = await look(text).catch(() => look(text.replace('when: {}, ', '')));
    const [region, ...found] = report.boxes;
    expect(region).toMatchObject({ found: 'region', hidden: true, x: 0, y: 0, width: 400, height: 80 });
    expect(region?.origin?.profile).toBe(path);
    expect(found.length).toBeGreaterThan(0);
    for (const box of found) {
      expect(box.hidden).toBe(box.y + box.height <= 80);
      expect(box.fate).toMatch(box.hidden ? /inside a region/ : /^Stays/);
    }
    expect(report.summary).toContain('does not ask for Clean Pixel Data');
  });
});
