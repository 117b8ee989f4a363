import { dicomFile, element } from './dicomBytes.mjs';

/** Little endian bytes of floating point values, of 4 or 8 bytes each. */
export function floatBytes(values: readonly number[], size: 4 | 8): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, at) =>
    size === 4 ? view.setFloat32(4 * at, value, true) : view.setFloat64(8 * at, value, true),
  );
  return new Uint8Array(view.buffer);
}

/** A parametric map (PS3.3 A.75) of `rows` by `columns` values a frame, as Float (4) or Double Float (8) Pixel Data. */
export function parametricMap(
  values: readonly number[],
  options: {
    rows: number;
    columns: number;
    size: 4 | 8;
    padding?: number;
    /** Center and width of the window that all frames share. */
    window?: readonly [string, string];
    photometric?: string;
  },
): Uint8Array {
  const { rows, columns, size, padding, window, photometric = 'MONOCHROME2' } = options;
  const float = size === 4;
  const vr = float ? 'OF' : 'OD';
  const paddingTag = float ? 0x00280122 : 0x00280123;
  const frames = Math.floor(values.length / (rows * columns));
  const shared = window && [
    element(0x00289132, 'SQ', [[element(0x00281050, 'DS', window[0]), element(0x00281051, 'DS', window[1])]]),
  ];
  const elements = [
    element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.30'),
    element(0x00080018, 'UI', '1.2.3.4.30'),
    element(0x00080060, 'CS', 'MR'),
    element(0x00100010, 'PN', 'Doe^Jane'),
    element(0x00280002, 'US', 1),
    element(0x00280004, 'CS', photometric),
    element(0x00280008, 'IS', String(frames)),
    element(0x00280010, 'US', rows),
    element(0x00280011, 'US', columns),
    element(0x00280100, 'US', 8 * size),
    ...(padding === undefined ? [] : [element(paddingTag, float ? 'FL' : 'FD', floatBytes([padding], size))]),
    ...(shared ? [element(0x52009229, 'SQ', [shared])] : []),
    element(float ? 0x7fe00008 : 0x7fe00009, vr, floatBytes(values, size)),
  ];
  return dicomFile(elements, { sopClass: '1.2.840.10008.5.1.4.1.1.30' });
}
