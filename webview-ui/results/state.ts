import { computed, signal } from '@preact/signals';
import type { CheckRow, DiscrepancyQuery, DiscrepancyRow, Grouping, ResultsOverview } from '../../src/protocol/results';
import { savedState, saveState } from '../shared/host';

export type Tab = 'overview' | 'table' | 'verify' | 'files';

/** What survives a hidden tab or a reload: which run, and how the user looks at it; nothing of its files. */
interface SavedState {
  readonly folder: string;
  readonly tab: Tab;
  readonly filter: string;
  readonly group: Grouping;
  readonly open: readonly string[];
}

const saved = readSaved(savedState());

export const folder = signal(saved.folder);
export const tab = signal<Tab>(saved.tab);
export const filter = signal(saved.filter);
export const group = signal<Grouping>(saved.group);
export const open = signal<readonly string[]>(saved.open);

export const overview = signal<ResultsOverview | undefined>(undefined);
export const failure = signal<string | undefined>(undefined);
export const total = signal(0);
export const matches = signal(0);
/** What is wrong with the filter. */
export const problem = signal('');
export const rows = signal<ReadonlyMap<number, DiscrepancyRow>>(new Map());
export const active = signal(0);
export const scrollTop = signal(0);
/** A short sentence, also read out. */
export const notice = signal('');

export const query = computed<DiscrepancyQuery>(() => ({
  filter: filter.value,
  group: group.value,
  open: open.value,
}));
export const activeRow = computed(() => rows.value.get(active.value));
export const activeCheck = computed<CheckRow | undefined>(() =>
  activeRow.value?.kind === 'check' ? activeRow.value : undefined,
);

export function persist(): void {
  const state: SavedState = {
    folder: folder.value,
    tab: tab.value,
    filter: filter.value,
    group: group.value,
    // Groups by file are known by the UID of an instance, which is a value.
    open: group.value === 'file' ? [] : open.value.slice(0, 200),
  };
  saveState(state);
}

function readSaved(state: unknown): SavedState {
  const given = typeof state === 'object' && state !== null ? (state as Partial<SavedState>) : {};
  const tabs: readonly Tab[] = ['overview', 'table', 'verify', 'files'];
  const groups: readonly Grouping[] = ['none', 'tag', 'action', 'file', 'rule'];
  return {
    folder: typeof given.folder === 'string' ? given.folder : '',
    tab: tabs.find(each => each === given.tab) ?? 'overview',
    filter: typeof given.filter === 'string' ? given.filter : '',
    group: groups.find(each => each === given.group) ?? 'tag',
    open: Array.isArray(given.open) ? given.open.filter(key => typeof key === 'string') : [],
  };
}
