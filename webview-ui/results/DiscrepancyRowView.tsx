import type { CheckRow, DiscrepancyRow } from '../../src/protocol/results';
import { HostileText } from '../components/HostileText';
import { COLUMNS, type ColumnId } from './columns';
import { activate, openElement, toggle } from './model';
import * as state from './state';

/** One row: the heading of a group, or a check; a row that has not arrived yet keeps its place. */
export function DiscrepancyRowView({ index, row }: { index: number; row?: DiscrepancyRow }) {
  if (!row)
    return (
      <div class="row waiting" role="row" aria-rowindex={index + 2} aria-busy="true">
        <span role="gridcell" class="cell">
          …
        </span>
      </div>
    );
  const selected = state.active.value === index;
  const common = {
    id: `row-${index}`,
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': selected,
    onMouseDown: () => activate(index),
  } as const;
  if (row.kind === 'group')
    return (
      <div
        {...common}
        class={`row group${selected ? ' active' : ''}`}
        aria-level={1}
        aria-expanded={row.open}
        data-group={row.key}
        onClick={() => toggle(row.key, !row.open)}
      >
        <span role="gridcell" class="cell" aria-colspan={COLUMNS.length}>
          <span class="twisty" aria-hidden="true">
            {row.open ? '▾' : '▸'}
          </span>
          <HostileText text={row.label} /> <b>{row.count.toLocaleString('en-US')}</b>
        </span>
      </div>
    );
  return (
    <div
      {...common}
      class={`row check ${row.outcome}${selected ? ' active' : ''}`}
      aria-level={state.group.value === 'none' ? 1 : 2}
      data-check={row.id}
      onDblClick={() => void openElement(row.id)}
    >
      {COLUMNS.map(({ id }) => (
        <span key={id} role="gridcell" class={`cell ${id}`}>
          <Cell column={id} row={row} />
        </span>
      ))}
    </div>
  );
}

function Cell({ column, row }: { column: ColumnId; row: CheckRow }) {
  switch (column) {
    case 'tag':
      return <HostileText text={`${row.tag} ${row.name}`} />;
    case 'action':
      return <>{row.outcome === 'undecided' ? `${row.action} (undecided)` : row.action}</>;
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
