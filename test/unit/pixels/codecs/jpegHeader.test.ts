import { describe, expect, it } from 'vitest';
import { readJpegHeader } from '../../../../src/pixels/codecs/jpegHeader';

const segment = (marker: number, ...body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
const ascii = (text: string) => [...text].map(c => c.charCodeAt(0));
const frame = (...components: number[]) => segment(0xc0, 8, 1, 0, 0, 200, components.length / 3, ...components);
const scan = segment(0xda, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0);
const read = (...segments: number[][]) => readJpegHeader(Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...scan]));
const even = [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];

describe('the header of a JPEG stream', () => {
  it('gives process, precision and size', () => {
    expect(read(frame(...even))).toMatchObject({ process: 0, precision: 8, rows: 256, columns: 200, components: 3 });
    expect(readJpegHeader(Uint8Array.of(1, 2, 3, 4))).toBeUndefined();
  });

  it.each([
    ['JFIF', read(segment(0xe0, ...ascii('JFIF'), 0, 1, 1), frame(...even)), 'YCbCr'],
    ['Adobe without transform', read(segment(0xee, ...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 0), frame(...even)), 'RGB'],
    ['Adobe with transform', read(segment(0xee, ...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1), frame(...even)), 'YCbCr'],
    ['an Adobe marker cut short', read(segment(0xee, ...ascii('Adobe'), 0, 0, 0, 0, 0), frame(...even)), undefined],
    ['components named R, G, B', read(frame(0x52, 0x11, 0, 0x47, 0x11, 0, 0x42, 0x11, 0)), 'RGB'],
    ['subsampled chrominance', read(frame(1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0)), 'YCbCr'],
    ['nothing that tells', read(frame(...even)), undefined],
  ])('tells the colours by %s', (_, header, colour) => {
    expect(header?.colour).toBe(colour);
  });
});
