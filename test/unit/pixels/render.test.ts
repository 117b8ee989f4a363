import { describe, expect, it } from 'vitest';
import { renderFrame } from '../../../src/pixels/cleanPixels.node';
import { PixelDataError } from '../../../src/pixels/errors';
import { imageFile, type TestImage } from '../../support/imageFile';

const u16 = (...values: number[]) => new Uint8Array(Uint16Array.from(values).buffer);
const grey = async (over: Partial<TestImage>, window?: { center: number; width: number }) => {
  const image = await renderFrame(imageFile({ rows: 1, columns: 2, pixels: new Uint8Array(2), ...over }), 0, {
    window,
  });
  return [...image.rgba].filter((_, i) => i % 4 === 0);
};

describe('drawing a frame', () => {
  const wide = { bitsAllocated: 16, bitsStored: 12, pixels: u16(100, 1100) };

  it('goes through rescale and the window of the file', async () => {
    const more = [
      { tag: 0x00281050, vr: 'DS', value: '0' },
      { tag: 0x00281051, vr: 'DS', value: '1001' },
      { tag: 0x00281052, vr: 'DS', value: '-600' },
      { tag: 0x00281053, vr: 'DS', value: '1' },
    ];
    expect(await grey({ ...wide, more })).toEqual([0, 255]);
  });

  it('takes the window that is asked for', async () => {
    expect(await grey(wide, { center: 600.5, width: 2001 })).toEqual([64, 191]);
  });

  it('inverts MONOCHROME1', async () => {
    expect(await grey({ ...wide, photometric: 'MONOCHROME1' }, { center: 600.5, width: 1001 })).toEqual([255, 0]);
  });

  it('shows signed values, and leaves bits above High Bit out', async () => {
    const signed = { ...wide, signed: true, pixels: u16(0xf001, 0x0fff) };
    expect(await grey(signed, { center: 0.5, width: 3 })).toEqual([255, 0]);
  });

  it('maps palettes', async () => {
    const lut = new Uint8Array(Uint16Array.from([0, 0x8000, 0xff00, 0]).buffer);
    const more = [
      { tag: 0x00281101, vr: 'US', value: u16(4, 0, 16) },
      { tag: 0x00281102, vr: 'US', value: u16(4, 0, 16) },
      { tag: 0x00281103, vr: 'US', value: u16(4, 0, 16) },
      ...[0x00281201, 0x00281202, 0x00281203].map(tag => ({ tag, vr: 'OW', value: lut })),
    ];
    expect(await grey({ photometric: 'PALETTE COLOR', pixels: Uint8Array.of(1, 2), more })).toEqual([0x80, 0xff]);
  });

  it('expands segmented palettes', async () => {
    const descriptor = u16(5, 0, 16);
    const segmented = u16(0, 1, 0x1000, 1, 4, 0x5000);
    const more = [
      ...[0x00281101, 0x00281102, 0x00281103].map(tag => ({ tag, vr: 'US', value: descriptor })),
      ...[0x00281221, 0x00281222, 0x00281223].map(tag => ({ tag, vr: 'OW', value: segmented })),
    ];
    expect(await grey({ photometric: 'PALETTE COLOR', pixels: Uint8Array.of(0, 3), more })).toEqual([0x10, 0x40]);
  });

  it('turns YBR to RGB', async () => {
    const image = imageFile({
      rows: 1,
      columns: 1,
      samples: 3,
      photometric: 'YBR_FULL',
      pixels: Uint8Array.of(76, 85, 255, 0),
    });
    const { rgba } = await renderFrame(image, 0);
    expect([...rgba].map((v, i) => Math.abs(v - [254, 0, 0, 255][i]) <= 1)).toEqual([true, true, true, true]);
  });

  it('refuses frames that are not there and descriptions that contradict themselves', async () => {
    await expect(renderFrame(imageFile({ rows: 1, columns: 2, pixels: new Uint8Array(2) }), 1)).rejects.toThrow(
      PixelDataError,
    );
    await expect(grey({ bitsAllocated: 8, bitsStored: 9 })).rejects.toThrow(/Bits Stored 9/);
    await expect(grey({ photometric: 'CMYK' })).rejects.toThrow(/Photometric/);
  });
});
