import type { RowView } from '../../src/protocol/headerViewer';

export interface TreeKeyContext {
  /** Rows that fit. */
  readonly page: number;
  readonly total: number;
  readonly active: number;
  readonly row: RowView | undefined;
  activate(index: number): void;
  setExpanded(path: string, open: boolean): void;
}

/** Keys of the ARIA treegrid pattern on rows: arrows, Home, End, Page Up, Page Down, Enter. */
export function treeKey(event: KeyboardEvent, context: TreeKeyContext): void {
  if (event.altKey || ((event.ctrlKey || event.metaKey) && !['Home', 'End'].includes(event.key))) return;
  const { active, total, page, row } = context;
  const target = moves(event.key, active, total, page);
  if (target !== undefined) {
    event.preventDefault();
    context.activate(target);
    return;
  }
  if (!row) return;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft' || event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    horizontal(event.key, row, context);
  }
}

function moves(key: string, active: number, total: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(total - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    case 'PageDown':
      return Math.min(total - 1, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    default:
      return undefined;
  }
}

/** Right opens or goes to the first child, left closes or goes to the parent, Enter and space toggle. */
function horizontal(key: string, row: RowView, context: TreeKeyContext): void {
  if (key === 'Enter' || key === ' ') {
    if (row.expandable) context.setExpanded(row.path, !row.expanded);
  } else if (key === 'ArrowRight') {
    if (row.expandable && !row.expanded) context.setExpanded(row.path, true);
    else if (row.expanded) context.activate(context.active + 1);
  } else if (row.expanded) {
    context.setExpanded(row.path, false);
  } else if (row.parentIndex >= 0) {
    context.activate(row.parentIndex);
  }
}
