import { describe, expect, it } from 'vitest';
import { components } from '../../../../src/pixels/detector/components';
import { detectText } from '../../../../src/pixels/detector/detectText';
import { brightDetail } from '../../../../src/pixels/detector/morphology';
import { anatomy, burnedName, drawText } from '../../../support/burnedName';

const COLUMNS = 400;
const ROWS = 256;
const mask = burnedName();

function lines(draw?: { value: number; x?: number; y?: number }, top = 1000) {
  const image = anatomy(COLUMNS, ROWS, top);
  if (draw) drawText(image, COLUMNS, mask, draw.x ?? 30, draw.y ?? 20, draw.value);
  return detectText(image, COLUMNS, ROWS).lines;
}

describe('the text detector', () => {
  it('finds nothing in smooth anatomy with noise', () => {
    expect(lines()).toEqual([]);
  });

  it.each<[string, { value: number; x?: number; y?: number }]>([
    ['in the brightest value', { value: 1100 }],
    ['far brighter than the anatomy', { value: 32767 }],
    ['inside the anatomy', { value: 1100, x: 60, y: 110 }],
    ['in black on the anatomy', { value: -300, x: 60, y: 110 }],
  ])('finds both lines of a name drawn %s', (_, draw) => {
    const found = lines(draw).filter(l => l.characters >= 6);
    const y = draw.y ?? 20;
    const covers = (from: number, to: number) => found.some(l => l.y0 < y + to && l.y1 > y + from && l.score > 1);
    expect([covers(8, 26), covers(38, 56)]).toEqual([true, true]);
  });

  it('measures a flat frame without finding anything', () => {
    expect(detectText(new Float32Array(10_000).fill(7), 100, 100).lines).toEqual([]);
  });
});

describe('components', () => {
  it('touch over corners, and are kept within the limits of glyphs', () => {
    const picture = ['#....', '.#..#', '..#.#', '....#', '.....'];
    const on = Uint8Array.from([...picture.join('')].map(c => (c === '#' ? 1 : 0)));
    const limits = { minHeight: 2, maxHeight: 5, maxWidth: 5, maxArea: 50 };
    const found = components(on, 5, 5, { ...limits, minHeight: 3 });
    // Areas below four pixels are specks.
    expect(found).toEqual([]);
    on[15] = 1;
    on[16] = 1;
    on[11] = 1;
    const joined = components(on, 5, 5, limits);
    expect(joined.map(c => [c.x0, c.y0, c.x1, c.y1, c.area])).toEqual([[0, 0, 3, 4, 6]]);
  });
});

describe('bright detail', () => {
  it('is what is thinner than the window, with its full height', () => {
    const image = new Uint8Array(9 * 9).fill(50);
    for (let y = 0; y < 9; y++) image[y * 9 + 4] = 200;
    const detail = brightDetail(image, 9, 9, 5);
    expect([detail[4], detail[3], detail[40]]).toEqual([150, 0, 150]);
    const wide = new Uint8Array(9 * 9).fill(50);
    for (let y = 0; y < 9; y++) wide.fill(200, y * 9 + 2, y * 9 + 8);
    expect(Math.max(...brightDetail(wide, 9, 9, 5))).toBe(0);
  });
});
