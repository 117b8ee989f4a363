import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Grouping } from '../../src/protocol/results';
import { scrollToShow, virtualWindow } from '../components/virtualWindow';
import { COLUMNS } from './columns';
import { DetailPane } from './DetailPane';
import { DiscrepancyRowView } from './DiscrepancyRowView';
import { ROW_HEIGHT, activate, need, openElement, openRule, setFilter, setGroup, toggle } from './model';
import { tableKey } from './tableKeys';
import * as state from './state';

const OVERSCAN = 10;
const GROUPS: readonly [Grouping, string][] = [
  ['tag', 'by attribute'],
  ['action', 'by action'],
  ['file', 'by file'],
  ['rule', 'by rule'],
  ['none', 'not grouped'],
];

/** Filter, grouping, the virtual table, and the values of the active row. */
export function DiscrepancyTable() {
  return (
    <div class="table-pane">
      <Filter />
      <Grid />
      <DetailPane />
    </div>
  );
}

function Filter() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onInput = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter(value), 150);
  };
  return (
    <div class="toolbar">
      <input
        id="filter"
        type="text"
        class="grow"
        value={state.filter.value}
        placeholder="Filter, for example: action:text_retained tag:0018 -modality:SR"
        aria-label="Filter discrepancies"
        spellcheck={false}
        onInput={onInput}
      />
      <select
        aria-label="Group discrepancies"
        value={state.group.value}
        onChange={event => setGroup(event.currentTarget.value as Grouping)}
      >
        {GROUPS.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <span id="filter-status" class={state.problem.value ? 'worse' : 'soft'} role="status">
        {state.problem.value || `${state.matches.value.toLocaleString('en-US')} found`}
      </span>
    </div>
  );
}

function Grid() {
  const scroller = useRef<HTMLDivElement>(null);
  const viewHeight = useSignal(400);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => (viewHeight.value = element.clientHeight));
    observer.observe(element);
    viewHeight.value = element.clientHeight;
    return () => observer.disconnect();
  }, []);

  const total = state.total.value;
  const bodyHeight = Math.max(ROW_HEIGHT, viewHeight.value - ROW_HEIGHT);
  const view = virtualWindow(total, ROW_HEIGHT, state.scrollTop.value, bodyHeight, OVERSCAN);
  useEffect(() => need(view.first, view.last), [view.first, view.last, state.query.value, total]);

  const active = state.active.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const position = scrollToShow(active, total, ROW_HEIGHT, element.scrollTop, bodyHeight);
    if (position !== element.scrollTop) element.scrollTop = position;
  }, [active]);

  const indices = Array.from({ length: view.last - view.first }, (_, index) => view.first + index);
  return (
    <div class="grid-scroll" ref={scroller} onScroll={event => (state.scrollTop.value = event.currentTarget.scrollTop)}>
      <div
        id="discrepancies"
        class="grid"
        role="treegrid"
        tabIndex={0}
        aria-label="Discrepancies"
        aria-readonly="true"
        aria-rowcount={total + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={state.rows.value.has(active) ? `row-${active}` : undefined}
        onKeyDown={event => {
          const page = Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1);
          const row = state.activeRow.peek();
          tableKey(event, { page, total, active, row, activate, toggle, openElement, openRule });
        }}
      >
        <div role="rowgroup" class="grid-head">
          <div role="row" class="row head" aria-rowindex={1}>
            {COLUMNS.map(({ id, title }) => (
              <span key={id} role="columnheader" class={`cell ${id}`}>
                {title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="grid-body" style={{ height: `${view.height}px` }}>
          <div role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
            {indices.map(index => (
              <DiscrepancyRowView key={index} index={index} row={state.rows.value.get(index)} />
            ))}
          </div>
        </div>
      </div>
      {total === 0 && (
        <p class="empty" role="status">
          {state.filter.value === '' ? 'Every check passed.' : 'Nothing passes the filter. '}
          {state.filter.value !== '' && (
            <button type="button" class="link" onClick={() => setFilter('')}>
              Clear the filter
            </button>
          )}
        </p>
      )}
    </div>
  );
}
