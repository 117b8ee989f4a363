import { describe, expect, it } from 'vitest';
import type { RowView } from '../../src/protocol/headerViewer';
import {
  availableColumns,
  leastWidth,
  shownColumns,
  withShown,
  withWidth,
} from '../../webview-ui/header-viewer/columns';
import { imageKey } from '../../webview-ui/header-viewer/imageKeys';
import { treeKey } from '../../webview-ui/header-viewer/keys';

interface Outcome {
  readonly active?: number;
  readonly expanded?: readonly [string, boolean];
  readonly handled: boolean;
}

function press(key: string, row: Partial<RowView> = {}, modifiers: Partial<KeyboardEvent> = {}): Outcome {
  const outcome: { active?: number; expanded?: readonly [string, boolean]; handled: boolean } = { handled: false };
  const event = { key, preventDefault: () => (outcome.handled = true), ...modifiers } as unknown as KeyboardEvent;
  treeKey(event, {
    page: 10,
    total: 100,
    active: 50,
    row: { path: 'P', expandable: false, expanded: false, parentIndex: -1, ...row } as RowView,
    activate: index => (outcome.active = index),
    setExpanded: (path, open) => (outcome.expanded = [path, open]),
  });
  return outcome;
}

describe('keys of the treegrid', () => {
  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 60],
    ['PageUp', 40],
    ['Home', 0],
    ['End', 99],
  ])('%s goes to row %i', (key, active) => expect(press(key)).toEqual({ active, handled: true }));

  it('right opens a closed row and goes into an open one', () => {
    expect(press('ArrowRight', { expandable: true })).toEqual({ expanded: ['P', true], handled: true });
    expect(press('ArrowRight', { expandable: true, expanded: true })).toEqual({ active: 51, handled: true });
    expect(press('ArrowRight')).toEqual({ handled: true });
  });

  it('left closes an open row and goes to the row around a closed one', () => {
    expect(press('ArrowLeft', { expandable: true, expanded: true })).toEqual({ expanded: ['P', false], handled: true });
    expect(press('ArrowLeft', { parentIndex: 7 })).toEqual({ active: 7, handled: true });
    expect(press('ArrowLeft')).toEqual({ handled: true });
  });

  it.each(['Enter', ' '])('%j opens and closes', key => {
    expect(press(key, { expandable: true }).expanded).toEqual(['P', true]);
    expect(press(key, { expandable: true, expanded: true }).expanded).toEqual(['P', false]);
  });

  it('leaves other keys and combinations to VS Code', () => {
    expect(press('a')).toEqual({ handled: false });
    expect(press('ArrowDown', {}, { altKey: true })).toEqual({ handled: false });
    expect(press('ArrowRight', {}, { ctrlKey: true })).toEqual({ handled: false });
  });
});

describe('columns', () => {
  const NONE = { widths: {}, hidden: [] };

  it('make room for a profile and a second file', () => {
    const ids = (profile: boolean, comparing: boolean) => availableColumns(profile, comparing).map(({ id }) => id);
    expect(ids(false, false)).toEqual(['tag', 'name', 'vr', 'vm', 'length', 'value']);
    expect(ids(true, true)).toEqual(['tag', 'name', 'vr', 'value', 'other', 'action', 'result', 'reason']);
  });

  it('are as wide as the user wants, within limits, and can be hidden except the tag', () => {
    let settings = withWidth(NONE, 'name', 333.4);
    settings = withWidth(settings, 'vr', 1);
    settings = withShown(withShown(settings, 'length', false), 'tag', false);
    const shown = shownColumns(availableColumns(false, false), settings);
    expect(shown.map(({ id, track }) => [id, track])).toEqual([
      ['tag', 'minmax(142px, 142px)'],
      ['name', '333px'],
      ['vr', '24px'],
      ['vm', 'minmax(40px, 40px)'],
      ['value', 'minmax(130px, 3fr)'],
    ]);
    expect(leastWidth(shown, settings)).toBe(142 + 333 + 24 + 40 + 130);
    expect(withWidth(settings, 'name', undefined).widths).toEqual({ vr: 24 });
    expect(withShown(settings, 'length', true).hidden).toEqual(['tag']);
  });
});

describe('keys of the image', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}): string[] => {
    const done: string[] = [];
    imageKey({ key, preventDefault: () => undefined, ...more } as unknown as KeyboardEvent, {
      frames: 20,
      step: by => done.push(`step ${by}`),
      toFrame: frame => done.push(`frame ${frame}`),
      adjust: (center, width) => done.push(`window ${center} ${width}`),
      resize: direction => done.push(`size ${direction}`),
      togglePlaying: () => done.push('play'),
    });
    return done;
  };

  it.each([
    ['ArrowDown', 'step 1'],
    ['PageUp', 'step -10'],
    ['End', 'frame 19'],
    ['ArrowRight', 'window 0 20'],
    ['+', 'size 1'],
    ['0', 'size 0'],
    [' ', 'play'],
  ])('%j does %s', (key, action) => expect(press(key)).toEqual([action]));

  it('leave combinations to VS Code', () => expect(press('ArrowDown', { ctrlKey: true })).toEqual([]));
});
