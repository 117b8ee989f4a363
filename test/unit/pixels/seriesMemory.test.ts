import { describe, expect, it } from 'vitest';
import { cleanPixels } from '../../../src/pixels/cleanPixels.node';
import { framesToLookAt } from '../../../src/pixels/cleanPixels';
import { SeriesMemory } from '../../../src/pixels/seriesMemory';
import type { OcrReader } from '../../../src/pixels/ocr/ocrReader';
import { anatomy, burnedName, cells, drawText } from '../../support/burnedName';
import { imageFile } from '../../support/imageFile';

const mask = burnedName();

function slice(series: string) {
  const image = anatomy(400, 256, 255);
  drawText(image, 400, mask, 20, 12, 255);
  const more = [{ tag: 0x0020000e, vr: 'UI', value: series }];
  return imageFile({ rows: 256, columns: 400, pixels: cells(image, 1), more });
}

/** Reads every line as the same text and counts how often it was asked. */
function countingReader(text: string): OcrReader & { count: number } {
  const reader = {
    count: 0,
    read: async () => {
      reader.count++;
      return { text, confidence: 90 };
    },
    close: async () => undefined,
  };
  return reader;
}

describe('what was seen on earlier slices of a series', () => {
  it('is hardly read again, and is hidden again', async () => {
    const seriesMemory = new SeriesMemory();
    const reader = countingReader('JOHNSON^MARY');
    const request = { mode: 'balanced', detect: 'auto', regions: [], identifiers: [], reader, seriesMemory } as const;
    const first = await cleanPixels(slice('1.2.3'), request);
    const reads = reader.count;
    const second = await cleanPixels(slice('1.2.3'), request);
    expect(reads).toBeGreaterThan(0);
    expect(reader.count - reads).toBeLessThan(reads / 2);
    expect(second.boxes.map(({ x, y, width, height }) => [x, y, width, height])).toEqual(
      first.boxes.map(({ x, y, width, height }) => [x, y, width, height]),
    );
  });

  it('does not reach into another series', async () => {
    const seriesMemory = new SeriesMemory();
    const reader = countingReader('JOHNSON^MARY');
    const request = { mode: 'balanced', detect: 'auto', regions: [], identifiers: [], reader, seriesMemory } as const;
    await cleanPixels(slice('1.2.3'), request);
    const reads = reader.count;
    await cleanPixels(slice('1.2.4'), request);
    expect(reader.count).toBe(2 * reads);
  });
});

describe('the frames looked at', () => {
  it('are all of a short image, and evenly spaced ones of a long one', () => {
    expect(framesToLookAt(3, false)).toEqual([0, 1, 2]);
    const long = framesToLookAt(200, false);
    expect([long.length, long[0], long.at(-1)]).toEqual([32, 0, 199]);
    expect(framesToLookAt(200, true)).toHaveLength(200);
  });
});
