import { persistSoon } from './model';
import * as state from './state';

const MIN = 180;
const MAX = 1200;

/** The border between tree and side pane: drag it, or use the arrow keys. */
export function Splitter() {
  const set = (width: number) => {
    state.paneWidth.value = Math.max(MIN, Math.min(MAX, Math.round(width)));
    persistSoon();
  };
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the side pane"
      aria-valuenow={state.paneWidth.value}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') set(state.paneWidth.value + 20);
        else if (event.key === 'ArrowRight') set(state.paneWidth.value - 20);
      }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(document.body.clientWidth - event.clientX);
      }}
    />
  );
}
