import type { DiscrepancyRow } from '../../src/protocol/results';

export interface TableKeyContext {
  /** Rows that fit. */
  readonly page: number;
  readonly total: number;
  readonly active: number;
  readonly row: DiscrepancyRow | undefined;
  activate(index: number): void;
  toggle(key: string, open: boolean): void;
  openElement(id: number): void;
  openRule(id: number): void;
}

/** Keys of the table: arrows, Home, End, Page Up and Down; Enter opens the element, Shift+Enter the rule, or a group. */
export function tableKey(event: KeyboardEvent, context: TableKeyContext): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { row, total, active } = context;
  const target = targetOf(event.key, context);
  if (target !== undefined) {
    event.preventDefault();
    context.activate(Math.max(0, Math.min(total - 1, target)));
  } else if (event.key === 'Enter' && row?.kind === 'check') {
    event.preventDefault();
    if (event.shiftKey) context.openRule(row.id);
    else context.openElement(row.id);
  } else if (row?.kind === 'group' && ['Enter', ' ', 'ArrowRight', 'ArrowLeft'].includes(event.key)) {
    event.preventDefault();
    if (event.key === 'ArrowRight' && row.open) context.activate(active + 1);
    else context.toggle(row.key, event.key === 'ArrowRight' || (event.key !== 'ArrowLeft' && !row.open));
  }
}

function targetOf(key: string, { active, total, page }: TableKeyContext): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
