import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBox, boxBetween, keyShift, sameBox, shiftBox, type Box } from '../../webview-ui/profile-form/rectangles';

const size = { columns: 640, rows: 480 };

describe('rectangles on a picture', () => {
  it('are drawn between two points, whichever comes first', () => {
    expect(boxBetween({ x: 10.4, y: 20.6 }, { x: 109.2, y: 39.9 }, size)).toEqual([10, 20, 100, 20]);
    expect(boxBetween({ x: 109.2, y: 39.9 }, { x: 10.4, y: 20.6 }, size)).toEqual([10, 20, 100, 20]);
  });

  it.each<[string, Box, 'move' | 'resize', { x: number; y: number }, Box]>([
    ['moves', [10, 10, 20, 20], 'move', { x: 5, y: -5 }, [15, 5, 20, 20]],
    ['stops at the edge', [10, 10, 20, 20], 'move', { x: 9999, y: -9999 }, [620, 0, 20, 20]],
    ['resizes', [10, 10, 20, 20], 'resize', { x: 5, y: -5 }, [10, 10, 25, 15]],
    ['keeps a pixel', [10, 10, 20, 20], 'resize', { x: -99, y: -99 }, [10, 10, 1, 1]],
    ['ends with the picture', [600, 470, 20, 5], 'resize', { x: 99, y: 99 }, [600, 470, 40, 10]],
  ])('%s', (_, box, grip, by, wanted) => {
    expect(shiftBox(box, grip, by, size)).toEqual(wanted);
  });

  it('lie inside the picture whatever the pointer does', () => {
    const point = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });
    const inside = ([x, y, width, height]: Box) =>
      x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= size.columns && y + height <= size.rows;
    fc.assert(
      fc.property(point, point, point, fc.constantFrom('move' as const, 'resize' as const), (a, b, by, grip) => {
        const box = boxBetween(a, b, size);
        expect(inside(box)).toBe(true);
        expect(inside(shiftBox(box, grip, by, size))).toBe(true);
      }),
    );
  });

  it('follow the arrows: Shift resizes, Ctrl goes further', () => {
    expect(keyShift('ArrowLeft', false, false)).toEqual({ grip: 'move', by: { x: -1, y: 0 } });
    expect(keyShift('ArrowDown', true, true)).toEqual({ grip: 'resize', by: { x: 0, y: 10 } });
    expect(keyShift('a', false, false)).toBeUndefined();
  });

  it('are read from the text only if they are rectangles', () => {
    expect(asBox([0, 0, 960, 60])).toEqual([0, 0, 960, 60]);
    expect(asBox([0, 0, 960])).toBeUndefined();
    expect(asBox([0, 0, NaN, 60])).toBeUndefined();
    expect(sameBox([1, 2], [1, 2])).toBe(true);
    expect(sameBox([1, 2], [1, 3])).toBe(false);
  });
});
