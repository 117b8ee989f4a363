import { describe, expect, it } from 'vitest';
import { MAX_HEIGHT, scrollToShow, virtualWindow } from '../../webview-ui/components/virtualWindow';
import { markDifferences } from '../../webview-ui/header-viewer/differences';
import { hexLines } from '../../webview-ui/header-viewer/hexLines';
import { visiblePieces, visibleText } from '../../webview-ui/shared/visibleText';

describe('text of a file made visible', () => {
  it.each([
    ['plain text, ümlauts, 漢字 and 😀', 'plain text, ümlauts, 漢字 and 😀'],
    ['a\u0000b', 'a‹NUL›b'],
    ['user\u202etxt.exe', 'user‹202E›txt.exe'],
    ['\u2066x\u2069', '‹2066›x‹2069›'],
    ['zero\u200bwidth\ufeff', 'zero‹200B›width‹FEFF›'],
    ['\u001b[31m', '‹ESC›[31m'],
    ['half \ud83d pair', 'half ‹D83D› pair'],
    ['<script>', '<script>'],
  ])('%j', (text, expected) => expect(visibleText(text)).toBe(expected));

  it('loses no character', () => {
    const text = 'a\u0007b\r\nc\u202dd';
    const back = visiblePieces(text).map(piece =>
      piece.kind === 'plain' ? piece.text : String.fromCharCode(parseInt(piece.title.slice(2), 16)),
    );
    expect(back.join('')).toBe(text);
  });
});

describe('the window of a virtual list', () => {
  it('covers what is seen and some rows around it', () => {
    expect(virtualWindow(1000, 20, 400, 200, 5)).toMatchObject({ height: 20_000, first: 15, last: 36 });
  });

  it('ends with the list', () => {
    expect(virtualWindow(30, 20, 400, 200, 5)).toMatchObject({ first: 15, last: 30 });
    expect(virtualWindow(0, 20, 0, 200, 5)).toMatchObject({ height: 0, first: 0, last: 0 });
  });

  it('reaches the last row of a list that is taller than a browser can lay out', () => {
    const total = 5_000_000;
    const window = virtualWindow(total, 22, MAX_HEIGHT - 600, 600, 10);
    expect(window.height).toBe(MAX_HEIGHT);
    expect(window.last).toBe(total);
    const scrolled = scrollToShow(total - 1, total, 22, 0, 600);
    expect(Math.round(scrolled)).toBe(MAX_HEIGHT - 600);
  });

  it.each([
    [0, 500, 0],
    [10, 0, 120],
    [100, 0, 1920],
    [100, 1950, 1950],
    [100, 3000, 2000],
  ])('shows row %i from position %i by scrolling to %i', (index, from, expected) => {
    expect(scrollToShow(index, 1000, 20, from, 100)).toBe(expected);
  });
});

describe('the hex view', () => {
  it('shows sixteen bytes in a line with their offset and printable characters', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, index) => 0x30 + index);
    expect(hexLines(bytes, 0x20)).toEqual([
      '00000020  30 31 32 33 34 35 36 37  38 39 3a 3b 3c 3d 3e 3f  0123456789:;<=>?',
      `00000030  40 41 ${' '.repeat(3 * 14)}  @A`,
    ]);
  });
});

describe('differences between pictures', () => {
  const picture = (...rgba: number[]) => ({ frame: 0, columns: 2, rows: 1, rgba: Uint8Array.from(rgba) });

  it('marks pixels that differ and leaves the others', () => {
    const before = picture(1, 1, 1, 255, 9, 9, 9, 255);
    const after = picture(1, 1, 1, 255, 0, 0, 0, 255);
    expect([...(markDifferences(before, after)?.rgba ?? [])]).toEqual([1, 1, 1, 255, 255, 0, 255, 255]);
    expect([...after.rgba]).toEqual([1, 1, 1, 255, 0, 0, 0, 255]);
  });

  it('marks nothing if sizes differ', () => {
    const other = { ...picture(1, 1, 1, 255, 9, 9, 9, 255), columns: 1, rows: 2 };
    const after = picture(0, 0, 0, 255, 0, 0, 0, 255);
    expect(markDifferences(other, after)).toBe(after);
  });
});
