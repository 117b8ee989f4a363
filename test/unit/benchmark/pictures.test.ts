import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureSection } from '../../../src/benchmark/report/pictures';
import { scoreFolder } from '../../../src/benchmark/scoreFolder.node';
import { answerData, greyImage, instance, newUid, scene } from './support/keyFile';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'pictures-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const box = JSON.stringify({ text: 'DOE', top_left: [0, 0], bottom_right: [2, 2] });
const answers = answerData([
  { action: 'pixels_hidden', text: box },
  { action: 'pixels_retained', text: 'x' },
]);

/** Scores images whose burned-in text is still there, with the files before beside them. */
async function report(count: number, more: { pictures?: boolean; without?: boolean } = {}): Promise<string> {
  const image = (n: number) =>
    greyImage(
      Uint8Array.from({ length: 64 * 64 }, (_, i) => (i * 7 + n) & 255),
      64,
    );
  const uids = Array.from({ length: count }, (_, n) => `1.9.${n + 1}`);
  const files = (uid: (old: string) => string) =>
    Object.fromEntries(uids.map((old, n) => [`${n}.dcm`, instance(uid(old), image(n))]));
  const keys = Object.fromEntries(uids.map(old => [old, answers]));
  const at = scene(root, files(newUid), keys);
  const before = scene(
    join(root, 'before'),
    files(old => old),
    keys,
  );
  await scoreFolder({
    ...at,
    dciodvfy: false,
    ...(more.without ? {} : { input: before.curated }),
    ...(more.pictures === undefined ? {} : { pictures: more.pictures }),
    ocr: regions => Promise.resolve(regions.map(() => ['DOE'])),
  });
  expect(readFileSync(join(at.out, 'report.json'), 'utf8')).not.toContain('data:image');
  return readFileSync(join(at.out, 'report.html'), 'utf8');
}

const images = (html: string): string[] => html.match(/<img [^>]*>/g) ?? [];

describe('pictures of failed pixel checks', () => {
  it('show the box and the frame before and after, described, and say that they are image data', async () => {
    const html = await report(1);
    expect(images(html).map(tag => /alt="([^"]*)"/.exec(tag)![1])).toEqual([
      'pixels_hidden, row 0: the box and its surroundings before de-identification',
      'pixels_hidden, row 0: the box and its surroundings after de-identification',
      'pixels_retained, row 1: the first frame before de-identification',
      'pixels_retained, row 1: the first frame after de-identification',
    ]);
    const png = Buffer.from(/base64,([^"]*)"/.exec(images(html)[0]!)![1]!, 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // The box of two pixels and 24 around it, as far as the image goes.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([26, 26]);
    expect(html).toContain('This report contains image data');
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('are left out on request, and without the files before', async () => {
    for (const more of [{ pictures: false }, { without: true }]) {
      const html = await report(1, more);
      expect(images(html)).toEqual([]);
      expect(html).not.toContain('This report contains image data');
    }
  });

  it('are limited in number, and the report says how many are missing', async () => {
    const html = await report(20);
    expect(images(html)).toHaveLength(48);
    expect(html).toContain('16 more are not shown');
  });

  it('say where there is none', () => {
    const html = pictureSection([{ row: 4, action: 'pixels_retained', file: 'a&b.dcm', before: null, after: null }], 0);
    expect(html).toContain('no picture before');
    expect(html).toContain('a&amp;b.dcm');
    expect(pictureSection([], 3)).toBe('');
  });
});
