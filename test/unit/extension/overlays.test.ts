import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { drawOverlays, overlayPlanes } from '../../../src/extension/editors/overlays';
import type { NativeFrame } from '../../../src/pixels/codecs/frameCodecs';
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
    drawOverlays(overlayPlanes(file), 0, image, undefined);
    const lit = Array.from({ length: 6 }, (_, pixel) => image.rgba[4 * pixel + 1]);
    expect(lit).toEqual([0, 0, 255, 0, 0, 255]);
  });

  /** Pixels that are lit in frame `frame` of a 2 by 1 image. */
  const litIn = (elements: readonly Uint8Array[], frame: number, native?: NativeFrame) => {
    const image = { rgba: new Uint8Array(8), columns: 2, rows: 1 };
    const open = openDicom(
      memorySource(dicomFile([element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'), ...elements])),
    );
    drawOverlays(overlayPlanes(open), frame, image, native);
    return [image.rgba[1], image.rgba[5]].map(green => green === 255);
  };
  const plane = (...more: Uint8Array[]) => [
    element(0x60000010, 'US', 1),
    element(0x60000011, 'US', 2),
    ...more,
    // First frame: left pixel; second frame: right pixel.
    element(0x60003000, 'OW', [0b1001, 0]),
  ];

  it('with frames of their own go with the frames of the image, from the one they name', () => {
    const two = plane(element(0x60000015, 'IS', '2'), element(0x60000051, 'US', 3));
    expect([1, 2, 3, 4].map(frame => litIn(two, frame))).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('that name no frame lie over every frame, and those that name one over it alone', () => {
    expect([0, 7].map(frame => litIn(plane(), frame))).toEqual([
      [true, false],
      [true, false],
    ]);
    const one = plane(element(0x60000051, 'US', 2));
    expect([0, 1, 2].map(frame => litIn(one, frame)[0])).toEqual([false, true, false]);
  });

  it('in unused bits of the pixel cells are read from the frame', () => {
    const native: NativeFrame = {
      bytes: Uint8Array.of(0xff, 0x0f, 0x00, 0x10),
      rows: 1,
      columns: 2,
      samplesPerPixel: 1,
      bitsAllocated: 16,
      bitsStored: 12,
      signed: false,
      planarConfiguration: 0,
      photometricInterpretation: 'MONOCHROME2',
    };
    const embedded = [element(0x60000010, 'US', 1), element(0x60000011, 'US', 2), element(0x60000102, 'US', 12)];
    expect(litIn(embedded, 0, native)).toEqual([false, true]);
    expect(litIn(embedded, 0)).toEqual([false, false]);
    expect(litIn(embedded, 0, { ...native, columns: 1, rows: 2 })).toEqual([false, false]);
  });
});
