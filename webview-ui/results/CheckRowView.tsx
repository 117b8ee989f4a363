import type { CheckRow, DiscrepancyRow, GroupRow } from '../../src/protocol/results';
import { HostileText } from '../components/HostileText';
import { COLUMNS, type ColumnId } from './columns';
import { activate, openElement, toggle } from './model';
import type { TableState } from './tableState';

/** One row: the heading of a group, or a check; a row that has not arrived yet keeps its place. */
export function CheckRowView({ table, index, row }: { table: TableState; index: number; row?: DiscrepancyRow }) {
  if (!row)
    return (
      <div class="row waiting" role="row" aria-rowindex={index + 2} aria-busy="true">
        <span role="gridcell" class="cell">
          …
        </span>
      </div>
    );
  const columns = COLUMNS[table.id];
  const selected = table.active.value === index;
  const common = {
    id: `row-${index}`,
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': selected,
    onMouseDown: () => activate(table, index),
  } as const;
  if (row.kind === 'group')
    return (
      <div
        {...common}
        class={`row group${selected ? ' active' : ''}`}
        aria-level={1}
        aria-expanded={row.open}
        data-group={row.key}
        onClick={() => toggle(table, row.key, !row.open)}
      >
        <span role="gridcell" class="cell" aria-colspan={columns.length}>
          <span class="twisty" aria-hidden="true">
            {row.open ? '▾' : '▸'}
          </span>
          <HostileText text={row.label} /> <GroupCount row={row} />
        </span>
      </div>
    );
  return (
    <div
      {...common}
      class={`row check${selected ? ' active' : ''}`}
      aria-level={table.group.value === 'none' ? 1 : 2}
      data-check={row.id}
      onDblClick={() => void openElement(row.id, table.id)}
    >
      {columns.map(({ id }) => (
        <span key={id} role="gridcell" class={`cell ${id}`}>
          <Cell column={id} row={row} />
        </span>
      ))}
    </div>
  );
}

/** How many rows a group has; among changes, how many of them for the better and how many for the worse. */
function GroupCount({ row: { count, better } }: { row: GroupRow }) {
  if (better === undefined) return <b>{count.toLocaleString('en-US')}</b>;
  return (
    <>
      {better > 0 && <b class="better">{better.toLocaleString('en-US')} better</b>}
      {better > 0 && better < count && ', '}
      {better < count && <b class="worse">{(count - better).toLocaleString('en-US')} worse</b>}
    </>
  );
}

function Cell({ column, row }: { column: ColumnId; row: CheckRow }) {
  switch (column) {
    case 'tag':
      return <HostileText text={`${row.tag} ${row.name}`} />;
    case 'action':
      return <>{row.outcome === 'undecided' ? `${row.action} (undecided)` : row.action}</>;
    case 'outcome':
      return row.outcome === 'better' ? <span class="better">passes now</span> : <span class="worse">fails now</span>;
    case 'before':
    case 'expected':
      return <HostileText text={row[column]} />;
    case 'after':
      return row.absent && row.outcome !== 'finding' ? <i class="soft">not there</i> : <HostileText text={row.after} />;
    case 'rule':
      return <>{row.rule}</>;
    case 'modality':
      return <HostileText text={row.modality} />;
  }
}
