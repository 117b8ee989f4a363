import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { openDicom } from '../../../src/dicom/openFile';
import type { FloatFrames } from '../../../src/pixels/floatFrames';
import { openFloatFrames, rangeWindow, renderFloats } from '../../../src/pixels/floatFrames';
import { frameGroups } from '../../../src/extension/editors/frameGroups';
import { dicomFile, element } from '../../support/dicomBytes.mjs';
import { parametricMap } from '../../support/parametricMap';

const open = (bytes: Uint8Array): DicomFile => openDicom(memorySource(bytes));

function framesOf(bytes: Uint8Array): FloatFrames {
  const frames = openFloatFrames(open(bytes));
  if (!frames) throw new Error('no float pixel data');
  return frames;
}

/** Grey values of a frame drawn with the window of its range, or a given one. */
function drawn(frames: FloatFrames, frame: number, window = rangeWindow(frames.values(frame), frames)): number[] {
  const { rgba } = renderFloats(frames.values(frame), frames, window);
  return Array.from({ length: rgba.length / 4 }, (_, at) => rgba[4 * at] ?? -1);
}

describe('float pixel data', () => {
  it.each([4, 8] as const)('of %d bytes is drawn with a window from the least to the greatest value', size => {
    const frames = framesOf(parametricMap([0, 0.25, 0.5, 1, -3, -2, -2, -1], { rows: 2, columns: 2, size }));
    expect(frames).toMatchObject({ rows: 2, columns: 2, frames: 2 });
    expect(rangeWindow(frames.values(0), frames)).toEqual({ center: 0.5, width: 1 });
    expect(drawn(frames, 0)).toEqual([0, 64, 128, 255]);
    expect(rangeWindow(frames.values(1), frames)).toEqual({ center: -2, width: 2 });
    expect(drawn(frames, 1)).toEqual([0, 128, 128, 255]);
  });

  it('leaves padding and what is no number out of the range, and draws it black', () => {
    const values = [NaN, Infinity, -1e30, 2, 4, 3];
    const frames = framesOf(parametricMap(values, { rows: 1, columns: 6, size: 8, padding: -1e30 }));
    expect(rangeWindow(frames.values(0), frames)).toEqual({ center: 3, width: 2 });
    expect(drawn(frames, 0)).toEqual([0, 255, 0, 0, 255, 128]);
  });

  it('that is all the same, or holds no number at all, is drawn nevertheless', () => {
    const same = framesOf(parametricMap([7, 7], { rows: 1, columns: 2, size: 4 }));
    expect(drawn(same, 0)).toEqual([128, 128]);
    const none = framesOf(parametricMap([NaN, NaN], { rows: 1, columns: 2, size: 4 }));
    expect(drawn(none, 0)).toEqual([0, 0]);
  });

  it('is drawn inverted for MONOCHROME1', () => {
    const map = parametricMap([0, 1], { rows: 1, columns: 2, size: 4, photometric: 'MONOCHROME1' });
    expect(drawn(framesOf(map), 0)).toEqual([255, 0]);
  });

  it('may have a window narrower than 1 in its functional groups', () => {
    const map = parametricMap([0, 0.5, 0.75, 1], { rows: 2, columns: 2, size: 4, window: ['0.75', '0.5'] });
    const { window } = frameGroups(open(map), true)(0);
    expect(window).toEqual({ center: 0.75, width: 0.5 });
    expect(drawn(framesOf(map), 0, window)).toEqual([0, 0, 128, 255]);
    expect(frameGroups(open(map))(0).window).toBeUndefined();
  });

  it('that is shorter than its frames, or has no size, is an error', () => {
    const cut = dicomFile([element(0x00280010, 'US', 1), element(0x00280011, 'US', 4), element(0x7fe00008, 'OF', [])]);
    expect(() => openFloatFrames(open(cut))).toThrow('16');
    expect(() => openFloatFrames(open(dicomFile([element(0x7fe00009, 'OD', [])])))).toThrow('Rows');
  });

  it('is none where there is Pixel Data or nothing', () => {
    expect(openFloatFrames(open(dicomFile([element(0x7fe00010, 'OB', [1, 2])])))).toBeUndefined();
  });
});
