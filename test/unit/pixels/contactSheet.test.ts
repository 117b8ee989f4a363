import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contactSheet, type SheetEntry } from '../../../src/pixels/contactSheet';
import { cleanPixels } from '../../../src/pixels/cleanPixels.node';
import { encodePng, pngDataUri } from '../../../src/pixels/png';
import { sheetEntry } from '../../../src/pixels/sheetEntry.node';
import { thumbnail } from '../../../src/pixels/thumbnail';
import { imageFile } from '../../support/imageFile';

const rgba = (width: number, height: number, pixel: (x: number, y: number) => number[]) => {
  const out = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out.set([...pixel(x, y), 255], 4 * (y * width + x));
  return { width, height, rgba: out };
};

const entry: SheetEntry = {
  name: 'p1/<study>/1.dcm',
  risk: 'high',
  modality: 'US',
  columns: 200,
  rows: 100,
  frames: 1,
  boxes: [{ x: 20, y: 10, width: 100, height: 20, frames: [0, 1], reason: 'header-identifier', text: 'SECRET^NAME' }],
  notes: [],
  thumbnail: pngDataUri(rgba(2, 2, () => [1, 2, 3])),
};

describe('a contact sheet', () => {
  const page = contactSheet('Run <1>', [entry, { ...entry, name: 'plain', boxes: [] }]);

  it('says what was blanked and why, never what was read', () => {
    expect(page).toContain('20,10 100×20: header-identifier');
    expect(page).toContain('left:10.00%;top:10.00%;width:50.00%;height:20.00%');
    expect(page).not.toContain('SECRET');
  });

  it('lists risky images that were left as they were apart', () => {
    expect(page.indexOf('plain')).toBeGreaterThan(page.indexOf('<h2>Not changed</h2>'));
    expect(page).toContain('1 image(s) changed, 1 image(s) of risky classes left');
  });

  it('is safe against markup in names, and loads nothing', () => {
    expect(page).toContain('p1/&lt;study&gt;/1.dcm');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  it('shows the image as it was written', async () => {
    const file = imageFile({ rows: 400, columns: 800, pixels: new Uint8Array(320_000).fill(200), modality: 'US' });
    const regions = [{ x: 0, y: 0, width: 400, height: 400 }];
    const report = await cleanPixels(file, { mode: 'balanced', detect: 'off', regions, identifiers: [] });
    const made = await sheetEntry(file, report, 'p1/1.dcm');
    expect(made).toMatchObject({ columns: 800, rows: 400, modality: 'US' });
    const png = Buffer.from(made?.thumbnail.split(',')[1] ?? '', 'base64');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 160]);
  });
});

describe('a PNG', () => {
  it('holds grey images as grey and others as RGB, row by row', () => {
    const grey = encodePng(rgba(3, 2, (x, y) => Array<number>(3).fill(10 * x + y)));
    expect([grey[24], grey[25]]).toEqual([8, 0]);
    expect([...data(grey)]).toEqual([0, 0, 10, 20, 2, 1, 1, 1]);
    const colour = encodePng(rgba(1, 2, (_, y) => [5, 6, 7 + y]));
    expect(colour[25]).toBe(2);
    expect([...data(colour)]).toEqual([0, 5, 6, 7, 2, 0, 0, 1]);
  });
});

function data(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset);
  return unzlibSync(png.subarray(41, 41 + view.getUint32(33)));
}

describe('a thumbnail', () => {
  it('averages what it leaves out', () => {
    const small = thumbnail(
      rgba(4, 4, x => (x < 2 ? [0, 0, 0] : [100, 100, 100])),
      2,
    );
    expect([small.width, small.height, small.rgba[0], small.rgba[4]]).toEqual([2, 2, 0, 100]);
  });
});
