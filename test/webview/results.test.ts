import { describe, expect, it } from 'vitest';
import type { DiscrepancyRow } from '../../src/protocol/results';
import { byFaults, changeOf, percentOf, signed } from '../../webview-ui/charts/share';
import { scaleStart } from '../../webview-ui/charts/ScoreScale';
import { tableKey } from '../../webview-ui/results/tableKeys';

describe('figures', () => {
  it.each([
    [{ pass: 1, fail: 1, blank: 2 }, '25.00 %'],
    [{ pass: 99_999_999, fail: 1, blank: 0 }, '99.99 %'],
    [{ pass: 5, fail: 0, blank: 0 }, '100.00 %'],
    [{ pass: 0, fail: 0, blank: 0 }, '–'],
  ])('%j is %s', (counts, text) => expect(percentOf(counts)).toBe(text));

  it('tell the change in points, with its sign', () => {
    expect(changeOf({ pass: 9, fail: 1, blank: 0 }, { pass: 8, fail: 2, blank: 0 })).toBe('+10.00');
    expect(changeOf({ pass: 8, fail: 2, blank: 0 }, { pass: 9, fail: 1, blank: 0 })).toBe('−10.00');
    expect(changeOf({ pass: 1, fail: 0, blank: 0 }, undefined)).toBe('');
    expect(signed(0.004)).toBe('');
  });

  it('come with the most faults first', () => {
    const figure = (label: string, fail: number) => ({ label, pass: 1, fail, blank: 0 });
    expect(byFaults([figure('b', 0), figure('c', 2), figure('a', 0)]).map(f => f.label)).toEqual(['c', 'a', 'b']);
  });

  it.each([
    [[98.4, 97.91], 95],
    [[91], 90],
    [[40, 99], 0],
  ])('%j start the scale at %d', (values, start) => expect(scaleStart(values)).toBe(start));
});

describe('keys of the table of discrepancies', () => {
  const check = { kind: 'check', id: 7 } as DiscrepancyRow;
  const group = (open: boolean): DiscrepancyRow => ({ kind: 'group', key: 'K', label: '', count: 1, open });
  function press(key: string, row?: DiscrepancyRow, modifiers: Partial<KeyboardEvent> = {}): unknown[] {
    const calls: unknown[] = [];
    const note =
      (name: string) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]);
    const event = { key, preventDefault: () => undefined, ...modifiers } as unknown as KeyboardEvent;
    tableKey(event, {
      page: 10,
      total: 100,
      active: 50,
      row,
      activate: note('activate'),
      toggle: note('toggle'),
      openElement: note('element'),
      openRule: note('rule'),
    });
    return calls;
  }

  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 60],
    ['PageUp', 40],
    ['Home', 0],
    ['End', 99],
  ])('%s goes to row %i', (key, index) => expect(press(key, check)).toEqual([['activate', index]]));

  it('Enter opens the element, Shift+Enter the rule', () => {
    expect(press('Enter', check)).toEqual([['element', 7]]);
    expect(press('Enter', check, { shiftKey: true })).toEqual([['rule', 7]]);
  });

  it('arrows, Enter and space open and close groups', () => {
    expect(press('ArrowRight', group(false))).toEqual([['toggle', 'K', true]]);
    expect(press('ArrowRight', group(true))).toEqual([['activate', 51]]);
    expect(press('ArrowLeft', group(true))).toEqual([['toggle', 'K', false]]);
    expect(press('Enter', group(true))).toEqual([['toggle', 'K', false]]);
    expect(press(' ', group(false))).toEqual([['toggle', 'K', true]]);
  });

  it('leaves other keys and combinations to VS Code', () => {
    expect(press('a', check)).toEqual([]);
    expect(press('ArrowDown', check, { ctrlKey: true })).toEqual([]);
  });
});
