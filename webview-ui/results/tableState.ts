import { computed, signal } from '@preact/signals';
import type { CheckRow, DiscrepancyQuery, DiscrepancyRow, Grouping, TableId } from '../../src/protocol/results';
import { KeyQueue } from '../shared/keyQueue';

/** What survives a hidden tab or a reload. */
export interface SavedTable {
  readonly filter: string;
  readonly group: Grouping;
  readonly open: readonly string[];
}

const GROUPINGS: readonly Grouping[] = ['none', 'tag', 'action', 'file', 'rule', 'category', 'outcome'];

/** One table of the page: how the user looks at it, and the rows that have arrived. */
export type TableState = ReturnType<typeof tableState>;

/** A table as it was left. */
export function tableState(id: TableId, saved: SavedTable) {
  const filter = signal(saved.filter);
  const group = signal<Grouping>(saved.group);
  const open = signal<readonly string[]>(saved.open);
  const rows = signal<ReadonlyMap<number, DiscrepancyRow>>(new Map());
  const active = signal(0);
  const activeRow = computed(() => rows.value.get(active.value));
  /** Set while rows for a query that changed are on their way. */
  const rowsUnderWay: { promise?: Promise<void> } = {};
  return {
    id,
    filter,
    group,
    open,
    rows,
    active,
    activeRow,
    activeCheck: computed<CheckRow | undefined>(() =>
      activeRow.value?.kind === 'check' ? activeRow.value : undefined,
    ),
    total: signal(0),
    matches: signal(0),
    /** What is wrong with the filter. */
    problem: signal(''),
    scrollTop: signal(0),
    query: computed<DiscrepancyQuery>(() => ({ filter: filter.value, group: group.value, open: open.value })),
    /** Counts queries, so that late answers are told from current ones. */
    generation: 0,
    requested: new Set<number>(),
    rowsUnderWay,
    /** Keys of the rows: one that follows another quickly must see the rows that the first one brought. */
    keys: new KeyQueue(() => rowsUnderWay.promise),
  };
}

/** What of a table is kept. */
export function savedTable({ filter, group, open }: TableState): SavedTable {
  return {
    filter: filter.peek(),
    group: group.peek(),
    // Groups by file are known by the UID of an instance, which is a value.
    open: group.peek() === 'file' ? [] : open.peek().slice(0, 200),
  };
}

/** What was kept of a table; what is no longer understood is as at first. */
export function readSavedTable(given: Partial<SavedTable> | undefined): SavedTable {
  return {
    filter: typeof given?.filter === 'string' ? given.filter : '',
    group: GROUPINGS.find(each => each === given?.group) ?? 'tag',
    open: Array.isArray(given?.open) ? given.open.filter(key => typeof key === 'string') : [],
  };
}
