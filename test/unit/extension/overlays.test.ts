import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { drawOverlays, overlayPlanes } from '../../../src/extension/editors/overlays';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const short = (...numbers: number[]) => {
  const bytes = new Uint8Array(numbers.length * 2);
  numbers.forEach((number, index) => new DataView(bytes.buffer).setInt16(2 * index, number, true));
  return bytes;
};

describe('overlay planes', () => {
  const file = openDicom(
    memorySource(
      dicomFile([
        element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
        element(0x60000010, 'US', 2),
        element(0x60000011, 'US', 3),
        element(0x60000050, 'SS', short(2, 1)),
        // Pixels (0,0), (1,1) and (1,2) of the plane.
        element(0x60003000, 'OW', [0b110001, 0]),
      ]),
    ),
  );

  it('are drawn bit by bit at their origin and cut at the border of the image', () => {
    const image = { rgba: new Uint8Array(4 * 6), columns: 2, rows: 3 };
    drawOverlays(overlayPlanes(file), 0, image);
    const lit = Array.from({ length: 6 }, (_, pixel) => image.rgba[4 * pixel + 1]);
    expect(lit).toEqual([0, 0, 255, 0, 0, 255]);
  });

  it('belong to the frames they name', () => {
    const [plane] = overlayPlanes(file);
    const image = { rgba: new Uint8Array(4 * 6), columns: 2, rows: 3 };
    if (plane) drawOverlays([{ ...plane, frames: 2, firstFrame: 5 }], 0, image);
    expect(image.rgba.every(byte => byte === 0)).toBe(true);
  });
});
