import { afterEach, describe, expect, it } from 'vitest';
import { boxKey, HiddenTexts } from '../../../src/benchmark/ocr/hiddenText.node';
import type { PixelRegion } from '../../../src/benchmark/ocr/region';
import { isFlat } from '../../../src/benchmark/ocr/region';
import { openRegionReader } from '../../../src/benchmark/ocr/regionReader.node';
import { programPath, readWithProgram } from '../../../src/benchmark/ocr/tesseractProgram.node';
import { drawText } from '../../../src/benchmark/synthesis/strokeFont';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { greyImage, instance } from './support/keyFile';

const region = (bytes: number[], width: number, samples = 1): PixelRegion => ({
  width,
  height: bytes.length / width / samples,
  samples,
  bytes: Uint8Array.from(bytes),
});

describe('rectangles without text', () => {
  it('are those of one colour, in grey and in colour', () => {
    expect(isFlat(region([7, 7, 7, 7], 2))).toBe(true);
    expect(isFlat(region([7, 7, 7, 8], 2))).toBe(false);
    expect(isFlat(region([1, 2, 3, 1, 2, 3], 2, 3))).toBe(true);
    expect(isFlat(region([1, 2, 3, 1, 2, 4], 2, 3))).toBe(false);
  });

  it('are not given to an engine', async () => {
    const reader = openRegionReader();
    expect(await reader.read([region([9, 9, 9, 9], 2), region([0, 0], 2)])).toEqual([[], []]);
    await reader.close();
  });
});

/** A line of text with a margin, bright on dark. */
function written(text: string): PixelRegion {
  const mask = drawText(text, 14);
  const margin = 8;
  const width = mask.width + 2 * margin;
  const bytes = new Uint8Array(width * (mask.height + 2 * margin)).fill(10);
  for (let y = 0; y < mask.height; y++)
    for (let x = 0; x < mask.width; x++)
      bytes[(y + margin) * width + x + margin] = mask.coverage[y * mask.width + x] > 0.4 ? 240 : 10;
  return { width, height: mask.height + 2 * margin, samples: 1, bytes };
}

/** Two pictures in one, the narrower filled up with the colour of its first pixel. */
function below(upper: PixelRegion, lower: PixelRegion): PixelRegion {
  const width = Math.max(upper.width, lower.width);
  const bytes = new Uint8Array(width * (upper.height + lower.height)).fill(upper.bytes[0]!);
  let at = 0;
  for (const part of [upper, lower])
    for (let y = 0; y < part.height; y++, at += width)
      bytes.set(part.bytes.subarray(y * part.width, (y + 1) * part.width), at);
  return { width, height: upper.height + lower.height, samples: 1, bytes };
}

describe('without an installed OCR program', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  it('the engine that is part of the product reads the rectangles', async () => {
    process.env.PATH = '';
    const reader = openRegionReader();
    expect(reader.name).toBe('tesseract.js');
    const [one, flat, two] = await reader.read([
      written('PATIENT'),
      region([0, 0], 2),
      below(written('SMITH JANE'), written('CHEST')),
    ]);
    await reader.close();
    expect(one).toEqual(['PATIENT']);
    expect(flat).toEqual([]);
    expect(two).toEqual(['SMITH JANE', 'CHEST']);
  });
});

describe.skipIf(programPath() === null)('the installed OCR program', () => {
  it('reads many images in one go as it reads each alone', async () => {
    const images = ['SMITH^JANE', '1965-11-16', ''].map(text => {
      const { width, height, bytes } = written(text);
      return { width, height, grey: bytes };
    });
    const together = await readWithProgram(programPath()!, images);
    const alone = await Promise.all(images.map(async image => (await readWithProgram(programPath()!, [image]))[0]));
    expect(together.map(text => text?.trim())).toEqual(alone.map(text => text?.trim()));
    expect(together[1]).toContain('1965');
  });

  it('reads rectangles that look the same once, and gives each its text', async () => {
    const reader = openRegionReader();
    const [first, flat, second] = await reader.read([written('1965-11-16'), region([0, 0], 2), written('1965-11-16')]);
    expect(first?.join(' ')).toContain('1965');
    expect(flat).toEqual([]);
    expect(second).toEqual(first);
    await reader.close();
  });
});

describe('reading ahead', () => {
  const box = { left: 0, top: 0, right: 2, bottom: 1 };
  it('reads the rectangles of many files in one go and gives each file its own', async () => {
    const calls: number[] = [];
    const files = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 9, 9, 9],
    ].map(pixels => openDicom(memorySource(instance('1.2', greyImage(Uint8Array.from(pixels), 2)))));
    let open = 0;
    const hidden = new HiddenTexts(
      files.map(file => ({ look: () => (open++, { file, close: () => void open-- }) })),
      at => (at === 1 ? [] : [box, { ...box, right: 0 }]),
      regions => {
        calls.push(regions.length);
        return Promise.resolve(regions.map(({ bytes }) => [`${bytes[0]}`, 'x']));
      },
    );
    const texts = [await hidden.of(0), await hidden.of(1), await hidden.of(2)];
    expect(texts.map(each => [...each])).toEqual([[[boxKey(box), '1 x']], [], [[boxKey(box), '9 x']]]);
    expect(calls).toEqual([2]);
    expect(open).toBe(0);
  });
});
