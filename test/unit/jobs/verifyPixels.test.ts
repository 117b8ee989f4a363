import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { openDicom } from '../../../src/dicom/openFile';
import { judgePixels } from '../../../src/jobs/verifyPixels';
import { join, LE, part10, TS } from '../../support/dicomWriter';

interface Image {
  readonly pixels: Uint8Array;
  readonly bits?: 8 | 16;
  readonly stored?: number;
  readonly signed?: boolean;
  readonly samples?: 1 | 3;
  readonly photometric?: string;
  readonly frames?: number;
  readonly annotation?: string;
  readonly code?: string;
}

/** Images four pixels wide. */
function image(of: Image): DicomFile {
  const { pixels, bits = 8, stored = bits, samples = 1, frames = 1 } = of;
  const item =
    of.code === undefined
      ? []
      : [LE.el(0x00120064, 'SQ', LE.item(join(LE.el(0x00080100, 'SH', of.code), LE.el(0x00080102, 'SH', 'DCM'))))];
  return openDicom(
    memorySource(
      part10(TS.explicit, [
        LE.el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'),
        ...item,
        LE.el(0x00280002, 'US', LE.u16(samples)),
        LE.el(0x00280004, 'CS', of.photometric ?? 'MONOCHROME2'),
        ...(samples === 3 ? [LE.el(0x00280006, 'US', LE.u16(0))] : []),
        ...(frames > 1 ? [LE.el(0x00280008, 'IS', String(frames))] : []),
        LE.el(0x00280010, 'US', LE.u16((pixels.length * 8) / bits / samples / frames / 4)),
        LE.el(0x00280011, 'US', LE.u16(4)),
        LE.el(0x00280100, 'US', LE.u16(bits)),
        LE.el(0x00280101, 'US', LE.u16(stored)),
        LE.el(0x00280102, 'US', LE.u16(stored - 1)),
        LE.el(0x00280103, 'US', LE.u16(of.signed ? 1 : 0)),
        ...(of.annotation === undefined ? [] : [LE.el(0x00280301, 'CS', of.annotation)]),
        LE.el(0x7fe00010, bits === 8 ? 'OB' : 'OW', pixels),
      ]),
    ),
  );
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const words = (...values: number[]): Uint8Array => new Uint8Array(Int16Array.from(values).buffer);

describe('pixel data that is not the same', () => {
  const before = image({ pixels: bytes(9, 8, 7, 6, 5, 4, 3, 2) });
  const blanked = bytes(9, 0, 0, 6, 5, 0, 0, 2);

  it('was cleaned if the file says so and what changed is blank', async () => {
    const cleaned = { kind: 'cleaned', frames: 1, pixels: 4 };
    expect(await judgePixels(before, image({ pixels: blanked, annotation: 'NO' }), undefined)).toEqual(cleaned);
    expect(await judgePixels(before, image({ pixels: blanked, code: '113101' }), undefined)).toEqual(cleaned);
    expect(await judgePixels(before, image({ pixels: blanked }), true)).toEqual(cleaned);
  });

  it('is a finding without a claim, or against the profile, even if it is blank', async () => {
    expect((await judgePixels(before, image({ pixels: blanked }), undefined)).kind).toBe('finding');
    expect((await judgePixels(before, image({ pixels: blanked, annotation: 'YES' }), undefined)).kind).toBe('finding');
    expect((await judgePixels(before, image({ pixels: blanked, code: '113105' }), undefined)).kind).toBe('finding');
    expect((await judgePixels(before, image({ pixels: blanked, annotation: 'NO' }), false)).kind).toBe('finding');
  });

  it('is a finding if one pixel changed to anything but blank', async () => {
    const altered = image({ pixels: bytes(9, 0, 0, 6, 5, 0, 0, 3), annotation: 'NO' });
    expect(await judgePixels(before, altered, true)).toEqual({
      kind: 'finding',
      message: '1 pixels of frame 1 changed and are not blank.',
    });
  });

  it('counts frames, and looks at each of them', async () => {
    const two = image({ pixels: bytes(9, 8, 7, 6, 5, 4, 3, 2), frames: 2 });
    const last = image({ pixels: bytes(9, 8, 7, 6, 0, 0, 3, 2), frames: 2, annotation: 'NO' });
    expect(await judgePixels(two, last, true)).toEqual({ kind: 'cleaned', frames: 1, pixels: 2 });
    const other = image({ pixels: bytes(9, 8, 7, 6, 0, 0, 3, 1), frames: 2, annotation: 'NO' });
    expect((await judgePixels(two, other, true)).kind).toBe('finding');
    const fewer = image({ pixels: bytes(9, 8, 7, 6), annotation: 'NO' });
    expect((await judgePixels(two, fewer, true)).kind).toBe('finding');
  });

  it('knows what is blank for signed, inverted and coloured images', async () => {
    const ct = { bits: 16, stored: 12, signed: true } as const;
    const signed = image({ ...ct, pixels: words(100, -1000, 50, 60) });
    expect((await judgePixels(signed, image({ ...ct, pixels: words(100, -1000, -1000, 60) }), true)).kind).toBe(
      'cleaned',
    );
    expect((await judgePixels(signed, image({ ...ct, pixels: words(100, -1000, 0, 60) }), true)).kind).toBe('finding');
    const inverted = { photometric: 'MONOCHROME1' };
    const film = image({ ...inverted, pixels: bytes(1, 2, 3, 4) });
    expect((await judgePixels(film, image({ ...inverted, pixels: bytes(1, 255, 3, 4) }), true)).kind).toBe('cleaned');
    expect((await judgePixels(film, image({ ...inverted, pixels: bytes(1, 0, 3, 4) }), true)).kind).toBe('finding');
    const colour = { samples: 3, photometric: 'RGB' } as const;
    const rgb = image({ ...colour, pixels: bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) });
    const black = image({ ...colour, pixels: bytes(1, 2, 3, 0, 0, 0, 7, 8, 9, 10, 11, 12) });
    const partly = image({ ...colour, pixels: bytes(1, 2, 3, 0, 0, 6, 7, 8, 9, 10, 11, 12) });
    expect(await judgePixels(rgb, black, true)).toEqual({ kind: 'cleaned', frames: 1, pixels: 1 });
    expect((await judgePixels(rgb, partly, true)).kind).toBe('finding');
  });

  it('lets bits above the stored ones go, where overlays were drawn, and none come', async () => {
    const deep = { bits: 16, stored: 12 } as const;
    const drawn = image({ ...deep, pixels: words(0x1064, 0x65, 0x66, 0x67) });
    expect(await judgePixels(drawn, image({ ...deep, pixels: words(0x64, 0x65, 0, 0x67) }), true)).toEqual({
      kind: 'cleaned',
      frames: 1,
      pixels: 1,
    });
    expect((await judgePixels(drawn, image({ ...deep, pixels: words(0x64, 0x2065, 0x66, 0x67) }), true)).kind).toBe(
      'finding',
    );
  });

  it('is a finding if it cannot be compared', async () => {
    const unknown = image({ pixels: blanked, photometric: 'ODD' });
    expect((await judgePixels(before, unknown, true)).kind).toBe('finding');
  });
});
