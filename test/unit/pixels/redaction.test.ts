import { describe, expect, it } from 'vitest';
import type { NativeFrame } from '../../../src/pixels/codecs/frameCodecs';
import type { PixelDescription } from '../../../src/pixels/pixelDescription';
import { clearBits, fillBoxes } from '../../../src/pixels/redaction';

const box = { x: 1, y: 1, width: 2, height: 1 };

function frame(over: Partial<NativeFrame & PixelDescription>, bytes: number[]): NativeFrame & PixelDescription {
  const bitsStored = over.bitsStored ?? over.bitsAllocated ?? 8;
  return {
    rows: 2,
    columns: 4,
    samplesPerPixel: 1,
    bitsAllocated: 8,
    bitsStored,
    highBit: bitsStored - 1,
    signed: false,
    planarConfiguration: 0,
    photometricInterpretation: 'MONOCHROME2',
    frames: 1,
    rescale: { slope: 1, intercept: 0 },
    transferSyntax: '1.2.840.10008.1.2.1',
    ...over,
    bytes: Uint8Array.from(bytes),
  };
}

/** Fills the box and gives the cells of row 1 back. */
function filled(over: Partial<NativeFrame & PixelDescription>, bytes: number[]): number[] {
  const f = frame(over, bytes);
  fillBoxes(f, f, [box]);
  return [...f.bytes];
}

const eight = (n: number) => Array<number>(8).fill(n);

describe('the value boxes are filled with', () => {
  it('is 0 for MONOCHROME2, and only inside the box', () => {
    expect(filled({}, eight(9))).toEqual([9, 9, 9, 9, 9, 0, 0, 9]);
  });

  it('is the largest stored value for MONOCHROME1', () => {
    const cells = filled(
      { photometricInterpretation: 'MONOCHROME1', bitsAllocated: 16, bitsStored: 12 },
      Array(16).fill(1),
    );
    expect(cells.slice(8)).toEqual([1, 1, 0xff, 0x0f, 0xff, 0x0f, 1, 1]);
  });

  it('is the lowest value of a signed frame, sign extended over the cell', () => {
    const minus5 = [0xfb, 0xff];
    const cells = filled({ signed: true, bitsAllocated: 16, bitsStored: 12 }, [
      ...minus5,
      ...Array<number>(14).fill(0),
    ]);
    expect(cells.slice(8)).toEqual([0, 0, ...minus5, ...minus5, 0, 0]);
  });

  it('lies below a High Bit that is not the lowest possible one', () => {
    const cells = filled(
      { photometricInterpretation: 'MONOCHROME1', bitsAllocated: 16, bitsStored: 12, highBit: 15 },
      Array<number>(16).fill(0),
    );
    expect(cells.slice(10, 12)).toEqual([0xf0, 0xff]);
  });

  it('is black in RGB, with either planar configuration', () => {
    const side = filled({ samplesPerPixel: 3, photometricInterpretation: 'RGB' }, Array(24).fill(7));
    expect(side.slice(12)).toEqual([7, 7, 7, 0, 0, 0, 0, 0, 0, 7, 7, 7]);
    const planes = filled(
      { samplesPerPixel: 3, photometricInterpretation: 'RGB', planarConfiguration: 1 },
      Array(24).fill(7),
    );
    for (const plane of [0, 8, 16]) expect(planes.slice(plane, plane + 8)).toEqual([7, 7, 7, 7, 7, 0, 0, 7]);
  });

  it('is black in YBR_FULL', () => {
    const cells = filled({ samplesPerPixel: 3, photometricInterpretation: 'YBR_FULL' }, Array(24).fill(7));
    expect(cells.slice(15, 21)).toEqual([0, 128, 128, 0, 128, 128]);
  });

  it('covers whole pairs of pixels that share their chrominance', () => {
    const cells = filled({ samplesPerPixel: 3, photometricInterpretation: 'YBR_FULL_422' }, Array(16).fill(7));
    expect(cells.slice(8)).toEqual([0, 0, 128, 128, 0, 0, 128, 128]);
  });

  it('is the index of the darkest palette entry', () => {
    const channel = Uint8Array.from([90, 80, 10, 200]);
    const palette = { first: 0, red: channel, green: channel, blue: channel };
    expect(filled({ photometricInterpretation: 'PALETTE COLOR', palette }, eight(1)).slice(4)).toEqual([1, 2, 2, 1]);
  });

  it('clears single bits', () => {
    const f = frame({ bitsAllocated: 1, bitsStored: 1, highBit: 0 }, [0xff]);
    fillBoxes(f, f, [box]);
    expect(f.bytes[0]).toBe(0b10011111);
  });
});

describe('boxes', () => {
  it('that reach over the edge fill what is inside', () => {
    const f = frame({}, eight(9));
    fillBoxes(f, f, [{ x: -5, y: 1, width: 7, height: 99 }]);
    expect([...f.bytes]).toEqual([9, 9, 9, 9, 0, 0, 9, 9]);
  });
});

describe('overlay bits in the pixel cells', () => {
  it('are cleared without touching the stored bits', () => {
    const f = frame({ bitsAllocated: 16, bitsStored: 12 }, [0x34, 0xf2, ...Array<number>(14).fill(0)]);
    expect(clearBits(f, 0xf000)).toBe(true);
    expect([...f.bytes.slice(0, 2)]).toEqual([0x34, 0x02]);
    expect(clearBits(f, 0xf000)).toBe(false);
  });
});
