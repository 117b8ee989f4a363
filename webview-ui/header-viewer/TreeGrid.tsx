import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { scrollToShow, virtualWindow } from '../components/virtualWindow';
import { ColumnHeader } from './ColumnHeader';
import { availableColumns, leastWidth, shownColumns } from './columns';
import { treeKey } from './keys';
import { ROW_HEIGHT, activate, keys, need, persistSoon, setExpanded, setFilter, showWhy } from './model';
import { TreeRow } from './TreeRow';
import * as state from './state';

const OVERSCAN = 12;

/**
 * The virtual treegrid (ARIA treegrid pattern): rows of one height, one tab stop, the active row named by
 * `aria-activedescendant`. Only the rows in sight are in the document.
 */
export function TreeGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const viewHeight = useSignal(600);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => (viewHeight.value = element.clientHeight));
    observer.observe(element);
    viewHeight.value = element.clientHeight;
    element.scrollTop = state.scrollTop.peek();
    return () => observer.disconnect();
  }, []);

  const total = state.total.value;
  const bodyHeight = Math.max(ROW_HEIGHT, viewHeight.value - ROW_HEIGHT);
  const view = virtualWindow(total, ROW_HEIGHT, state.scrollTop.value, bodyHeight, OVERSCAN);
  useEffect(() => need(view.first, view.last), [view.first, view.last, state.query.value, total]);

  // The active row is kept in sight when the keyboard moves it, not when the user scrolls away from it.
  const active = state.active.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const position = scrollToShow(active, total, ROW_HEIGHT, element.scrollTop, bodyHeight);
    if (position !== element.scrollTop) element.scrollTop = position;
  }, [active]);

  const settings = state.columnSettings.value;
  const shown = shownColumns(availableColumns(state.profile.value !== '', state.comparedWith.value !== ''), settings);
  const indices = Array.from({ length: view.last - view.first }, (_, index) => view.first + index);
  return (
    <div
      class="tree-scroll"
      ref={scroller}
      onScroll={event => {
        state.scrollTop.value = event.currentTarget.scrollTop;
        persistSoon();
      }}
    >
      <div
        id="tree"
        class="tree"
        role="treegrid"
        tabIndex={0}
        aria-label="Data elements"
        aria-readonly="true"
        aria-rowcount={total + 1}
        aria-colcount={shown.length}
        aria-activedescendant={state.rows.value.has(active) ? `row-${active}` : undefined}
        style={{
          '--columns': shown.map(column => column.track).join(' '),
          minWidth: `${leastWidth(shown, settings)}px`,
        }}
        onKeyDown={event => {
          if (event.key === '?') void showWhy();
          const page = Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1);
          keys.run(event, () =>
            treeKey(event, {
              page,
              total: state.total.peek(),
              active: state.active.peek(),
              row: state.activeRow.peek(),
              activate,
              setExpanded,
            }),
          );
        }}
      >
        <div role="rowgroup" class="tree-head">
          <div role="row" class="row head" aria-rowindex={1}>
            {shown.map(column => (
              <ColumnHeader key={column.id} column={column} />
            ))}
          </div>
        </div>
        <div role="rowgroup" class="tree-body" style={{ height: `${view.height}px` }}>
          <div class="tree-window" role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
            {indices.map(index => (
              <TreeRow key={index} index={index} row={state.rows.value.get(index)} columns={shown} />
            ))}
          </div>
        </div>
      </div>
      {state.counted.value && total === 0 && <Empty />}
    </div>
  );
}

function Empty() {
  const filtered = state.filter.value !== '';
  return (
    <p class="empty" role="status">
      {filtered ? 'No element passes the filter. ' : 'This file holds no data elements.'}
      {filtered && (
        <button type="button" class="link" onClick={() => setFilter('')}>
          Clear the filter
        </button>
      )}
    </p>
  );
}
