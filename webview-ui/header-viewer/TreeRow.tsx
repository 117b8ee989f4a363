import type { RowView } from '../../src/protocol/headerViewer';
import { HostileText } from '../components/HostileText';
import type { Column } from './columns';
import { activate, setExpanded, showWhy } from './model';
import * as state from './state';

/** One row; a row that has not arrived yet keeps its place. */
export function TreeRow({ index, row, columns }: { index: number; row?: RowView; columns: readonly Column[] }) {
  if (!row)
    return (
      <div class="row waiting" role="row" aria-rowindex={index + 2} aria-busy="true">
        <span role="gridcell" class="cell">
          …
        </span>
      </div>
    );
  const selected = state.active.value === index;
  const classes = ['row', row.kind, selected && 'active', !row.match && 'context', row.change, row.effect?.outcome];
  return (
    <div
      id={`row-${index}`}
      class={classes.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.positionInSet}
      aria-expanded={row.expandable ? row.expanded : undefined}
      aria-selected={selected}
      data-path={row.path}
      data-vscode-context={JSON.stringify({
        webviewSection: 'row',
        rowId: row.id,
        rowEffect: row.effect !== undefined,
        preventDefaultContextMenuItems: true,
      })}
      onMouseDown={() => activate(index)}
      onDblClick={() => row.expandable && setExpanded(row.path, !row.expanded)}
    >
      {columns.map(column => (
        <span key={column.id} role="gridcell" class={`cell ${column.id}`}>
          <Cell column={column.id} row={row} />
        </span>
      ))}
    </div>
  );
}

function Cell({ column, row }: { column: Column['id']; row: RowView }) {
  switch (column) {
    case 'tag':
      return <TagCell row={row} />;
    case 'name':
      return <NameCell row={row} />;
    case 'vr':
      return <>{row.vr}</>;
    case 'vm':
      return <>{row.vm || ''}</>;
    case 'length':
      return <>{row.length < 0 ? 'undefined' : row.kind === 'item' && row.length === 0 ? '' : row.length}</>;
    case 'value':
      return row.described ? <i class="described">{row.value}</i> : <HostileText text={row.value} />;
    case 'other':
      return row.change === 'changed' || row.change === 'added' ? <HostileText text={row.otherValue ?? ''} /> : null;
    case 'action':
      return row.effect ? <>{row.effect.action}</> : null;
    case 'result':
      return row.effect && row.effect.outcome !== 'removed' ? <HostileText text={row.effect.result} /> : null;
    case 'reason':
      return row.effect ? (
        <span class="reason-text" title={`Why? ${row.effect.reason}`} onClick={() => void showWhy()}>
          {row.effect.reason}
        </span>
      ) : null;
  }
}

function TagCell({ row }: { row: RowView }) {
  return (
    <span class={`indent indent-${Math.min(row.level - 1, 16)}`} title={row.path}>
      {row.expandable ? (
        <span
          class="twisty"
          aria-hidden="true"
          onMouseDown={event => {
            event.stopPropagation();
            setExpanded(row.path, !row.expanded);
          }}
        >
          {row.expanded ? '▾' : '▸'}
        </span>
      ) : (
        <span class="twisty" aria-hidden="true" />
      )}
      {row.tag}
    </span>
  );
}

function NameCell({ row }: { row: RowView }) {
  const worst = row.problems.find(problem => problem.severity === 'damage') ?? row.problems[0];
  return (
    <span title={worst?.message ?? row.keyword}>
      {worst && (
        <span class={`badge ${worst.severity}`} role="img" aria-label={`${worst.severity}: ${worst.message}`}>
          {worst.severity === 'damage' ? '✖' : '!'}
        </span>
      )}
      <HostileText text={row.name} />
    </span>
  );
}
