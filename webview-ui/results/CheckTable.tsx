import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Grouping, TableId } from '../../src/protocol/results';
import { scrollToShow, virtualWindow } from '../components/virtualWindow';
import { CheckRowView } from './CheckRowView';
import { COLUMNS } from './columns';
import { DetailPane } from './DetailPane';
import { ROW_HEIGHT, activate, need, openElement, openRule, setFilter, setGroup, toggle } from './model';
import { tableKey } from './tableKeys';
import type { TableState } from './tableState';

const OVERSCAN = 10;
const COMMON: readonly [Grouping, string][] = [
  ['tag', 'by attribute'],
  ['category', 'by category'],
  ['action', 'by action'],
  ['file', 'by file'],
  ['rule', 'by rule'],
];
const GROUPS: Readonly<Record<TableId, readonly [Grouping, string][]>> = {
  discrepancies: [...COMMON, ['none', 'not grouped']],
  changes: [...COMMON, ['outcome', 'by change'], ['none', 'not grouped']],
};

interface Props {
  readonly table: TableState;
  /** What the rows are, for example `Discrepancies`. */
  readonly title: string;
  /** Said when there is no row at all. */
  readonly none: string;
  readonly example: string;
}

/** Filter, grouping, the virtual table, and the values of the active row. */
export function CheckTable(props: Props) {
  return (
    <div class="table-pane">
      <Filter {...props} />
      <Grid {...props} />
      <DetailPane table={props.table} />
    </div>
  );
}

function Filter({ table, title, example }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onInput = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter(table, value), 150);
  };
  return (
    <div class="toolbar">
      <input
        id={table.id === 'changes' ? 'changes-filter' : 'filter'}
        type="text"
        class="grow"
        value={table.filter.value}
        placeholder={`Filter, for example: ${example}`}
        aria-label={`Filter ${title.toLowerCase()}`}
        spellcheck={false}
        onInput={onInput}
      />
      <select
        aria-label={`Group ${title.toLowerCase()}`}
        value={table.group.value}
        onChange={event => setGroup(table, event.currentTarget.value as Grouping)}
      >
        {GROUPS[table.id].map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <span class={table.problem.value ? 'worse' : 'soft'} role="status">
        {table.problem.value || `${table.matches.value.toLocaleString('en-US')} found`}
      </span>
    </div>
  );
}

function Grid({ table, title, none }: Props) {
  const columns = COLUMNS[table.id];
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

  const total = table.total.value;
  const bodyHeight = Math.max(ROW_HEIGHT, viewHeight.value - ROW_HEIGHT);
  const view = virtualWindow(total, ROW_HEIGHT, table.scrollTop.value, bodyHeight, OVERSCAN);
  useEffect(() => need(table, view.first, view.last), [view.first, view.last, table.query.value, total]);

  const active = table.active.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const position = scrollToShow(active, total, ROW_HEIGHT, element.scrollTop, bodyHeight);
    if (position !== element.scrollTop) element.scrollTop = position;
  }, [active]);

  const indices = Array.from({ length: view.last - view.first }, (_, index) => view.first + index);
  return (
    <div class="grid-scroll" ref={scroller} onScroll={event => (table.scrollTop.value = event.currentTarget.scrollTop)}>
      <div
        id={table.id}
        class="grid"
        role="treegrid"
        tabIndex={0}
        aria-label={title}
        aria-readonly="true"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={table.rows.value.has(active) ? `row-${active}` : undefined}
        onKeyDown={event => {
          const page = Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1);
          table.keys.run(event, () =>
            tableKey(event, {
              page,
              total: table.total.peek(),
              active: table.active.peek(),
              row: table.activeRow.peek(),
              activate: index => activate(table, index),
              toggle: (key, open) => toggle(table, key, open),
              openElement: id => void openElement(id, table.id),
              openRule: id => void openRule(id, table.id),
            }),
          );
        }}
      >
        <div role="rowgroup" class="grid-head">
          <div role="row" class="row head" aria-rowindex={1}>
            {columns.map(({ id, title }) => (
              <span key={id} role="columnheader" class={`cell ${id}`}>
                {title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="grid-body" style={{ height: `${view.height}px` }}>
          <div role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
            {indices.map(index => (
              <CheckRowView key={index} table={table} index={index} row={table.rows.value.get(index)} />
            ))}
          </div>
        </div>
      </div>
      {total === 0 && (
        <p class="empty" role="status">
          {table.filter.value === '' ? none : 'Nothing passes the filter. '}
          {table.filter.value !== '' && (
            <button type="button" class="link" onClick={() => setFilter(table, '')}>
              Clear the filter
            </button>
          )}
        </p>
      )}
    </div>
  );
}
