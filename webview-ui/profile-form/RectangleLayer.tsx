import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FormRegion } from '../../src/protocol/profileForm';
import { change } from './model';
import {
  asBox,
  boxBetween,
  keyShift,
  sameBox,
  shiftBox,
  type Box,
  type Grip,
  type Point,
  type Size,
} from './rectangles';
import * as state from './state';

/** Pause after the last key before the text follows, in milliseconds: one step to undo for a run of keys. */
const PAUSE = 500;

interface Held {
  /** Row of the rectangle that is changed; undefined for a new one. */
  readonly row: number | undefined;
  readonly grip: Grip;
  readonly from: Point;
  readonly box: Box | undefined;
}

/** The rectangles of a device over its picture. What is dragged or typed is a draft until it is let go: then the text changes once. */
export function RectangleLayer({ region, index, size }: { region: FormRegion; index: number; size: Size }) {
  const layer = useRef<HTMLDivElement>(null);
  const held = useRef<Held | undefined>(undefined);
  const draft = useSignal<{ readonly row: number | undefined; readonly box: Box } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const locked = state.locked.value;
  const path = ['pixels', 'regions', String(index), 'blank'];

  const commit = () => {
    clearTimeout(timer.current);
    const made = draft.peek();
    if (!made) return;
    const old = made.row === undefined ? undefined : region.blank[made.row];
    if (made.row === undefined) change({ kind: 'addItem', path, value: [...made.box] });
    else if (old && !sameBox(old, made.box))
      change({ kind: 'setSetting', path: [...path, String(made.row)], value: [...made.box] });
    else draft.value = undefined;
  };
  // The text has caught up, or somebody changed it: what it says is shown.
  useEffect(() => {
    draft.value = undefined;
  }, [JSON.stringify(region.blank)]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const pointAt = (event: PointerEvent): Point => {
    const place = layer.current?.getBoundingClientRect();
    if (!place || place.width === 0) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - place.left) * size.columns) / place.width,
      y: ((event.clientY - place.top) * size.rows) / place.height,
    };
  };
  const hold = (event: PointerEvent, row: number | undefined, grip: Grip, box: Box | undefined) => {
    if (locked || event.button !== 0) return;
    event.stopPropagation();
    commit();
    held.current = { row, grip, from: pointAt(event), box };
    layer.current?.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    const grip = held.current;
    if (!grip) return;
    const to = pointAt(event);
    const box = grip.box
      ? shiftBox(grip.box, grip.grip, { x: to.x - grip.from.x, y: to.y - grip.from.y }, size)
      : boxBetween(grip.from, to, size);
    // A click is no rectangle.
    if (grip.box || box[2] > 2 || box[3] > 2) draft.value = { row: grip.row, box };
  };
  const release = () => {
    if (!held.current) return;
    held.current = undefined;
    commit();
  };
  const key = (event: KeyboardEvent, row: number, box: Box) => {
    if (locked) return;
    if (event.key === 'Delete' && region.blank.length > 1) {
      event.preventDefault();
      change({ kind: 'removeItem', path, index: row });
      return;
    }
    if (event.key === 'Escape' && draft.peek()) {
      clearTimeout(timer.current);
      draft.value = undefined;
      return;
    }
    const step = keyShift(event.key, event.shiftKey, event.ctrlKey || event.metaKey);
    if (!step) return;
    event.preventDefault();
    draft.value = { row, box: shiftBox(box, step.grip, step.by, size) };
    clearTimeout(timer.current);
    timer.current = setTimeout(commit, PAUSE);
  };

  const made = draft.value;
  return (
    <div
      ref={layer}
      class="rectangles"
      role="group"
      aria-label={`Rectangles on the picture of device ${index + 1}`}
      onPointerDown={event => hold(event, undefined, 'resize', undefined)}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={() => {
        held.current = undefined;
        draft.value = undefined;
      }}
    >
      {region.blank.map((numbers, row) => {
        const box = made?.row === row ? made.box : asBox(numbers);
        if (!box) return null;
        const [x, y, width, height] = box;
        return (
          <div
            key={row}
            class="rectangle"
            tabIndex={0}
            role="button"
            aria-roledescription="rectangle"
            aria-label={`Rectangle ${row + 1}: x ${x}, y ${y}, width ${width}, height ${height}`}
            style={styleOf(box, size)}
            onPointerDown={event => hold(event, row, 'move', box)}
            onKeyDown={event => key(event, row, box)}
            onBlur={() => {
              if (!held.current) commit();
            }}
          >
            <span class="number" aria-hidden="true">
              {row + 1}
            </span>
            <span class="corner" aria-hidden="true" onPointerDown={event => hold(event, row, 'resize', box)} />
          </div>
        );
      })}
      {made?.row === undefined && made && <div class="rectangle new" style={styleOf(made.box, size)} />}
    </div>
  );
}

function styleOf([x, y, width, height]: Box, { columns, rows }: Size): Record<string, string> {
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return { left: share(x, columns), top: share(y, rows), width: share(width, columns), height: share(height, rows) };
}
