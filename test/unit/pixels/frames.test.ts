import { describe, expect, it } from 'vitest';
import { openFrames } from '../../../src/pixels/frames';
import { encapsulate } from '../../../src/pixels/encapsulate';
import { pixelDescription } from '../../../src/pixels/pixelDescription';
import { PixelDataError } from '../../../src/pixels/errors';
import { imageFile, type TestImage } from '../../support/imageFile';

const JPEG = '1.2.840.10008.1.2.4.50';
const jpeg = (...rest: number[]) => Uint8Array.from([0xff, 0xd8, 0xff, ...rest]);
const rest = (...bytes: number[]) => Uint8Array.from(bytes);
const u32 = (...values: number[]) => new Uint8Array(Uint32Array.from(values).buffer);

function frames(over: Partial<TestImage>) {
  const file = imageFile({ rows: 2, columns: 2, pixels: new Uint8Array(4), ...over });
  return openFrames(file, pixelDescription(file));
}
const all = (over: Partial<TestImage>) => {
  const store = frames(over);
  return Array.from({ length: over.frames ?? 1 }, (_, i) => [...store.raw(i)]);
};

describe('native frames', () => {
  it('follow one another', () => {
    expect(all({ frames: 2, pixels: rest(1, 2, 3, 4, 5, 6, 7, 8) })).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });

  it('must all be there', () => {
    expect(() => frames({ frames: 3, pixels: rest(1, 2, 3, 4, 5, 6, 7, 8) })).toThrow(PixelDataError);
  });

  it('of YBR_FULL_422 take two bytes a pixel, unless the length says otherwise', () => {
    const over = { samples: 3, photometric: 'YBR_FULL_422' };
    expect(frames({ ...over, pixels: new Uint8Array(8) }).raw(0)).toHaveLength(8);
    const full = frames({ ...over, pixels: new Uint8Array(12) });
    expect(full.raw(0)).toHaveLength(12);
    expect(full.description.photometricInterpretation).toBe('YBR_FULL');
  });

  it('keep the padding that follows them apart', () => {
    expect([...frames({ pixels: rest(1, 2, 3, 4, 0xaa, 0xbb) }).trailing()]).toEqual([0xaa, 0xbb]);
  });
});

describe('encapsulated frames', () => {
  const encapsulated = { transferSyntax: JPEG };

  it('of a single-frame image are all its fragments', () => {
    expect(all({ ...encapsulated, pixels: [rest(), jpeg(1), rest(2, 3)] })).toEqual([[0xff, 0xd8, 0xff, 1, 2, 3]]);
  });

  it('are one fragment each without an offset table', () => {
    expect(all({ ...encapsulated, frames: 2, pixels: [rest(), jpeg(1), jpeg(2)] })).toEqual([
      [0xff, 0xd8, 0xff, 1],
      [0xff, 0xd8, 0xff, 2],
    ]);
  });

  it('begin where the Basic Offset Table says', () => {
    const pixels = [u32(0, 24), jpeg(1), rest(2, 3), jpeg(4)];
    pixels[0] = u32(0, 12 + 10);
    expect(all({ ...encapsulated, frames: 2, pixels })).toEqual([
      [0xff, 0xd8, 0xff, 1, 2, 3],
      [0xff, 0xd8, 0xff, 4],
    ]);
  });

  it('begin at stream starts if the offset table is empty or wrong', () => {
    const parts = [jpeg(1), rest(2, 3), jpeg(4)];
    const expected = [
      [0xff, 0xd8, 0xff, 1, 2, 3],
      [0xff, 0xd8, 0xff, 4],
    ];
    expect(all({ ...encapsulated, frames: 2, pixels: [rest(), ...parts] })).toEqual(expected);
    expect(all({ ...encapsulated, frames: 2, pixels: [u32(0, 7), ...parts] })).toEqual(expected);
  });

  it('begin where the Extended Offset Table says', () => {
    const offsets = new Uint8Array(BigUint64Array.from([0n, 22n]).buffer);
    const store = frames({
      ...encapsulated,
      frames: 2,
      pixels: [rest(), rest(9, 9, 9, 9), rest(2, 3), rest(4, 5)],
      more: [{ tag: 0x7fe00001, vr: 'OV', value: offsets }],
    });
    expect([...store.raw(0)]).toEqual([9, 9, 9, 9, 2, 3]);
    expect([...store.raw(1)]).toEqual([4, 5]);
    expect(store.offsets).toBe('extended');
  });

  it('that cannot be told apart are refused', () => {
    expect(() => frames({ ...encapsulated, frames: 2, pixels: [rest(), jpeg(1), rest(2), rest(3)] })).toThrow(
      /told apart/,
    );
  });
});

describe('writing encapsulated frames', () => {
  const join = (parts: readonly Uint8Array[]) => parts.flatMap(p => [...p]);

  it('pads fragments to even length and points the Basic Offset Table at them', () => {
    const { parts } = encapsulate([[rest(1, 2, 3)], [rest(4, 5)]], 'basic');
    const item = (length: number) => [0xfe, 0xff, 0, 0xe0, length, 0, 0, 0];
    expect(join(parts)).toEqual([...item(8), 0, 0, 0, 0, 12, 0, 0, 0, ...item(4), 1, 2, 3, 0, ...item(2), 4, 5]);
  });

  it('leaves the Basic Offset Table empty beside an Extended one', () => {
    const { parts, extended } = encapsulate([[rest(1, 2)], [rest(3, 4, 5)]], 'extended');
    expect(join(parts).slice(0, 8)).toEqual([0xfe, 0xff, 0, 0xe0, 0, 0, 0, 0]);
    const values = (bytes: Uint8Array | undefined) => [...new BigUint64Array((bytes ?? rest()).slice().buffer)];
    expect(values(extended?.offsets)).toEqual([0n, 10n]);
    expect(values(extended?.lengths)).toEqual([2n, 3n]);
  });
});
