import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { scrollToShow, virtualWindow } from '../components/virtualWindow';
import { gridMove } from './gridKeys';
import { change } from './model';
import { COLUMNS, RuleRow } from './RuleRow';
import * as state from './state';

const ROW_HEIGHT = 28;
const OVERSCAN = 8;

/**
 * The virtual table of rules (ARIA grid pattern): one tab stop, arrows between cells, Enter or F2 to change a cell, Delete to
 * remove a rule. Only the rows in sight are in the document.
 */
export function RuleGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const viewHeight = useSignal(300);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => (viewHeight.value = element.clientHeight));
    observer.observe(element);
    viewHeight.value = element.clientHeight;
    element.scrollTop = state.scrollTop.peek();
    return () => observer.disconnect();
  }, []);

  const rules = state.rules.value;
  const total = rules.length;
  const bodyHeight = Math.max(ROW_HEIGHT, viewHeight.value - ROW_HEIGHT);
  const view = virtualWindow(total, ROW_HEIGHT, state.scrollTop.value, bodyHeight, OVERSCAN);
  const active = state.cell.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const position = scrollToShow(active.row, total, ROW_HEIGHT, element.scrollTop, bodyHeight);
    if (position !== element.scrollTop) element.scrollTop = position;
  }, [active.row]);
  // Rules can go away under the cell the keyboard is on.
  useEffect(() => {
    if (active.row >= total) state.cell.value = { ...active, row: Math.max(0, total - 1) };
  }, [total]);

  const inSight = active.row >= view.first && active.row < view.last;
  return (
    <div class="grid-scroll" ref={scroller} onScroll={event => (state.scrollTop.value = event.currentTarget.scrollTop)}>
      <div
        id="rules"
        class="grid"
        role="grid"
        tabIndex={0}
        aria-label="Rules"
        aria-rowcount={total + 1}
        aria-colcount={COLUMNS.length}
        aria-readonly={state.locked.value}
        aria-activedescendant={inSight ? `cell-${active.row}-${active.column}` : undefined}
        onKeyDown={event => onKey(event, total, Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1))}
      >
        <div role="rowgroup" class="grid-head">
          <div role="row" class="row head" aria-rowindex={1}>
            {COLUMNS.map((column, index) => (
              <span key={column.id} role="columnheader" aria-colindex={index + 1} class={`cell ${column.id}`}>
                {column.title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="grid-body" style={{ height: `${view.height}px` }}>
          <div role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
            {rules.slice(view.first, view.last).map((rule, offset) => (
              <RuleRow key={rule.index} rule={rule} row={view.first + offset} />
            ))}
          </div>
        </div>
      </div>
      {total === 0 && (
        <p class="empty" role="status">
          {state.filter.value === ''
            ? 'No rules: the table and the options decide alone.'
            : 'No rule passes the filter.'}
        </p>
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent, rows: number, page: number): void {
  if (event.altKey || event.target !== event.currentTarget || rows === 0) return;
  const at = state.cell.peek();
  const to = gridMove(event.key, event.ctrlKey || event.metaKey, at, { rows, columns: COLUMNS.length, page });
  if (to) {
    event.preventDefault();
    state.cell.value = to;
    return;
  }
  const rule = state.rules.peek()[at.row];
  if (!rule || state.locked.peek()) return;
  if ((event.key === 'Enter' || event.key === 'F2') && COLUMNS[at.column]?.editable) {
    event.preventDefault();
    state.editing.value = true;
  } else if (event.key === 'Delete') {
    event.preventDefault();
    change({ kind: 'removeRule', index: rule.index });
  }
}
