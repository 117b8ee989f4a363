import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import type { PixelReport, PixelRequest } from '../../../src/pixels/cleanPixels';
import { cleanPixels } from '../../../src/pixels/cleanPixels.node';
import type { NativeFrame } from '../../../src/pixels/codecs/frameCodecs';
import { loadFrameCodecs } from '../../../src/pixels/codecs/wasmCodecs.node';
import { PixelDataError } from '../../../src/pixels/errors';
import { headerIdentifiers } from '../../../src/pixels/headerIdentifiers';
import type { OcrReader } from '../../../src/pixels/ocr/ocrReader';
import { openOcrReader } from '../../../src/pixels/ocr/tesseractReader.node';
import { anatomy, burnedName, cells, drawText } from '../../support/burnedName';
import { imageFile, type TestImage } from '../../support/imageFile';
import { parametricMap } from '../../support/parametricMap';

const ROWS = 256;
const COLUMNS = 400;
const AT = { x: 20, y: 12 };
const mask = burnedName();
const shared = join(__dirname, '../../../../shared/dicom');

let reader: OcrReader;
beforeAll(async () => {
  reader = await openOcrReader();
});
afterAll(() => reader.close());

/** Pixels with and without the name drawn on them. */
function pixels(top: number, bytesPerSample: 1 | 2, withText: boolean): Uint8Array {
  const image = anatomy(COLUMNS, ROWS, top);
  if (withText) drawText(image, COLUMNS, mask, AT.x, AT.y, top);
  return cells(image, bytesPerSample);
}

function clean(image: Partial<TestImage>, request: Partial<PixelRequest> = {}): Promise<PixelReport> {
  const file = imageFile({ rows: ROWS, columns: COLUMNS, pixels: pixels(255, 1, true), ...image });
  return cleanPixels(file, {
    mode: 'balanced',
    detect: 'auto',
    regions: [],
    identifiers: ['JOHNSON^MARY'],
    reader,
    ...request,
  });
}

const joined = (report: PixelReport) => Buffer.concat(report.outcome.replacement?.pixelData ?? []);
const valueOf = (report: PixelReport, tag: number) => {
  const found = report.outcome.replacement?.attributes.find(a => a.tag === tag);
  return found?.bytes && Buffer.from(found.bytes).toString('latin1');
};

/** True if no pixel of the drawn letters shows, and nothing outside the boxes differs from the input. */
function expectHidden(report: PixelReport, before: Uint8Array, after: Uint8Array, bytesPerSample: number): void {
  const inside = (x: number, y: number) =>
    report.boxes.some(b => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height);
  let shown = 0;
  let changed = 0;
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const at = (y * COLUMNS + x) * bytesPerSample;
      if (!inside(x, y)) for (let b = 0; b < bytesPerSample; b++) changed += before[at + b] === after[at + b] ? 0 : 1;
      const ink = mask.ink[(y - AT.y) * mask.width + x - AT.x] ?? 0;
      const drawn = y >= AT.y && y < AT.y + mask.height && x >= AT.x && x < AT.x + mask.width && ink > 60;
      if (drawn && !inside(x, y)) shown++;
    }
  }
  expect({ shown, changed }).toEqual({ shown: 0, changed: 0 });
}

describe('an image without text', () => {
  it('keeps its pixel data', async () => {
    const report = await clean({ pixels: pixels(255, 1, false) });
    expect(report.examined).toBe(true);
    expect(report.boxes).toEqual([]);
    expect(report.outcome.replacement).toBeUndefined();
  });
});

describe('a name burned into an image', () => {
  it('is hidden, nothing else is touched, and the header says so', async () => {
    const report = await clean({
      modality: 'US',
      more: [
        { tag: 0x00080008, vr: 'CS', value: 'ORIGINAL\\PRIMARY\\' },
        { tag: 0x00880200, vr: 'SQ', value: [[]] },
      ],
    });
    expectHidden(report, pixels(255, 1, true), joined(report), 1);
    expect(report.outcome.replacement?.transferSyntax).toBe('1.2.840.10008.1.2.1');
    // De-identification does not derive an image from others: Image Type stays (PS3.3 C.7.6.1.1.2).
    expect(report.outcome.replacement?.attributes.some(a => a.tag === 0x00080008)).toBe(false);
    expect(report.outcome.replacement?.attributes.find(a => a.tag === 0x00880200)?.bytes).toBeNull();
    expect(report.boxes.map(b => b.reason)).toContain('header-identifier');
  });

  it('is hidden on 12 bits, whatever the polarity', async () => {
    const report = await clean({
      bitsAllocated: 16,
      bitsStored: 12,
      photometric: 'MONOCHROME1',
      pixels: pixels(4095, 2, true),
    });
    const after = joined(report);
    expectHidden(report, pixels(4095, 2, true), after, 2);
    const box = report.boxes[0];
    expect(after.readUInt16LE(2 * (box.y * COLUMNS + box.x))).toBe(4095);
  });

  it('is hidden without any reader or identifier, because it is so plainly drawn', async () => {
    const report = await clean({}, { reader: undefined, identifiers: [], mode: 'conservative' });
    expectHidden(report, pixels(255, 1, true), joined(report), 1);
  });

  it.each([
    ['RLE', '1.2.840.10008.1.2.5'],
    ['JPEG lossless', '1.2.840.10008.1.2.4.70'],
    ['JPEG-LS', '1.2.840.10008.1.2.4.80'],
    ['JPEG 2000', '1.2.840.10008.1.2.4.90'],
    ['HTJ2K', '1.2.840.10008.1.2.4.201'],
  ])('is hidden in %s, which stays what it is', async (_, transferSyntax) => {
    const before = pixels(4095, 2, true);
    const codecs = await loadFrameCodecs(transferSyntax);
    const coded = codecs.encode(transferSyntax, native(before)) ?? new Uint8Array();
    const report = await clean({
      transferSyntax,
      bitsAllocated: 16,
      bitsStored: 12,
      pixels: [new Uint8Array(), even(coded)],
    });
    expect(report.outcome.replacement?.transferSyntax).toBe(transferSyntax);
    const parts = report.outcome.replacement?.pixelData ?? [];
    const after = codecs.decode(transferSyntax, Buffer.concat(parts.slice(2)), native(before)).bytes;
    expectHidden(report, before, after, 2);
  });
});

function native(bytes: Uint8Array): NativeFrame {
  return {
    bytes,
    rows: ROWS,
    columns: COLUMNS,
    samplesPerPixel: 1,
    bitsAllocated: 16,
    bitsStored: 12,
    signed: false,
    planarConfiguration: 0,
    photometricInterpretation: 'MONOCHROME2',
  };
}
const even = (bytes: Uint8Array) => (bytes.length % 2 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes);

describe('a multi-frame image', () => {
  it('has its untouched frames byte for byte, and offsets that fit the new ones', async () => {
    const transferSyntax = '1.2.840.10008.1.2.5';
    const codecs = await loadFrameCodecs(transferSyntax);
    const frames = [false, true, false].map(
      withText => codecs.encode(transferSyntax, native(pixels(4095, 2, withText))) ?? new Uint8Array(),
    );
    const offsets = new Uint8Array(
      Uint32Array.from([0, frames[0].length + 8, frames[0].length + frames[1].length + 16]).buffer,
    );
    const report = await clean({
      transferSyntax,
      bitsAllocated: 16,
      bitsStored: 12,
      frames: 3,
      pixels: [offsets, ...frames],
    });
    expect(new Set(report.boxes.map(b => b.frames.join()))).toEqual(new Set(['1,2']));
    const stream = joined(report);
    const table = new Uint32Array(stream.buffer.slice(stream.byteOffset + 8, stream.byteOffset + 20));
    const fragment = (i: number) => {
      const at = 20 + table[i];
      return stream.subarray(at + 8, at + 8 + stream.readUInt32LE(at + 4));
    };
    expect(fragment(0).equals(frames[0])).toBe(true);
    expect(fragment(2).equals(frames[2])).toBe(true);
    const middle = codecs.decode(transferSyntax, fragment(1), native(new Uint8Array())).bytes;
    expectHidden(report, pixels(4095, 2, true), middle, 2);
  });
});

describe('pixel data that cannot be decoded', () => {
  const broken: Partial<TestImage> = {
    transferSyntax: '1.2.840.10008.1.2.4.80',
    pixels: [new Uint8Array(), Uint8Array.of(0xff, 0xd8, 1, 2)],
  };

  it('throws an error the caller quarantines for', async () => {
    await expect(clean(broken)).rejects.toThrow(PixelDataError);
    await expect(clean({ ...broken, transferSyntax: '1.2.840.10008.1.2.4.102' })).rejects.toThrow(/no decoder/);
  });

  it('is not even read where the header rules text out, or nothing is asked for', async () => {
    const segmentation = await clean({ ...broken, sopClass: '1.2.840.10008.5.1.4.1.1.66.4', modality: 'SEG' });
    expect(segmentation).toMatchObject({ risk: 'none', examined: true, boxes: [] });
    const off = await clean(broken, { detect: 'off' });
    expect(off).toMatchObject({ examined: false, boxes: [] });
  });
});

describe('a device recipe', () => {
  it('blanks its boxes without looking for text', async () => {
    const report = await clean({}, { detect: 'off', regions: [{ x: 0, y: 0, width: 400, height: 80 }] });
    expectHidden(report, pixels(255, 1, true), joined(report), 1);
    expect(report.boxes).toEqual([{ x: 0, y: 0, width: 400, height: 80, frames: [0, 1], reason: 'recipe' }]);
    // Nobody looked at the rest, so nothing may be claimed about it.
    expect(report.examined).toBe(false);
  });
});

describe('overlay bits in the pixel cells', () => {
  it('are cleared although no text was found', async () => {
    const image = pixels(4095, 2, false);
    image[1] |= 0x80;
    const more = [
      { tag: 0x60000010, vr: 'US', value: ROWS },
      { tag: 0x60000100, vr: 'US', value: 16 },
      { tag: 0x60000102, vr: 'US', value: 15 },
    ];
    const report = await clean({ bitsAllocated: 16, bitsStored: 12, pixels: image, more });
    expect(report.notes).toEqual(['overlay-bits-cleared']);
    expect(joined(report)[1] & 0x80).toBe(0);
  });
});

describe('lossy images', () => {
  it.skipIf(!existsSync(shared))('become explicit little endian, and stay known as lossy', async () => {
    const file = openDicom(memorySource(readFileSync(join(shared, 'MG_example-mg.dcm'))));
    const report = await cleanPixels(file, {
      mode: 'allText',
      detect: 'auto',
      regions: [],
      identifiers: headerIdentifiers(file),
      reader,
    });
    expect(report.notes).toContain('re-encoded-as-explicit-little-endian');
    expect(report.outcome.replacement).toMatchObject({ transferSyntax: '1.2.840.10008.1.2.1', encapsulated: false });
    expect(valueOf(report, 0x00282110)).toBe('01');
    // The header says RGB, but the stream is a JFIF one: what is written must say what the samples are.
    expect(valueOf(report, 0x00280004)).toBe('YBR_FULL');
  });
});

describe('clean images of the sample folder', () => {
  it.skipIf(!existsSync(shared))('keep their pixel data', async () => {
    const names = [
      'CT_693_J2KR.dcm',
      'MR_MR1_JPLL',
      'NM_NM1_RLE',
      'PT_1.dcm',
      'MR_brain_012.dcm',
      'XA_XA1_JLSL',
      'CT_CT2_JLSN',
    ];
    for (const name of names) {
      const file = openDicom(memorySource(readFileSync(join(shared, name))));
      const identifiers = headerIdentifiers(file);
      const report = await cleanPixels(file, { mode: 'balanced', detect: 'auto', regions: [], identifiers, reader });
      expect([name, report.examined, report.outcome.replacement]).toEqual([name, true, undefined]);
    }
  });
});

describe('floating point pixel data', () => {
  const map = (size: 4 | 8) => openDicom(memorySource(parametricMap([0, 1, 2, 3], { rows: 2, columns: 2, size })));
  const request = { mode: 'balanced', regions: [], identifiers: [] } as const;

  it('is not searched, and not called examined where everything is to be looked at', async () => {
    for (const size of [4, 8] as const) {
      const always = await cleanPixels(map(size), { ...request, detect: 'always' });
      expect([always.examined, always.outcome.examined]).toEqual([false, false]);
      expect((await cleanPixels(map(size), { ...request, detect: 'auto' })).examined).toBe(true);
    }
  });

  it('keeps a file back if a device recipe asks for boxes in it', async () => {
    const regions = [{ x: 0, y: 0, width: 1, height: 1 }];
    await expect(cleanPixels(map(4), { ...request, detect: 'off', regions })).rejects.toThrow(PixelDataError);
  });
});
