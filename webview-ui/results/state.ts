import { signal } from '@preact/signals';
import type { ChangesOverview, ResultsOverview } from '../../src/protocol/results';
import { savedState, saveState } from '../shared/host';
import { readSavedTable, savedTable, tableState, type SavedTable } from './tableState';

export type Tab = 'overview' | 'table' | 'changes' | 'verify' | 'files';

/** What survives a hidden tab or a reload: which run, and how the user looks at it; nothing of its files. */
interface SavedState extends SavedTable {
  readonly folder: string;
  readonly tab: Tab;
  /** Id of the run it is compared with; empty for the one before. */
  readonly other: string;
  readonly changes: SavedTable;
}

const saved = readSaved(savedState());

export const folder = signal(saved.folder);
export const tab = signal<Tab>(saved.tab);
export const other = signal(saved.other);
export const discrepancies = tableState('discrepancies', saved);
export const changed = tableState('changes', saved.changes);

export const overview = signal<ResultsOverview | undefined>(undefined);
/** What changed since another run; null if there is no other run, undefined while nobody asked. */
export const changes = signal<ChangesOverview | null | undefined>(undefined);
export const failure = signal<string | undefined>(undefined);
/** A short sentence, also read out. */
export const notice = signal('');

/** Keeps how the page is looked at for when its tab comes back. */
export function persist(): void {
  const state: SavedState = {
    folder: folder.peek(),
    tab: tab.peek(),
    other: other.peek(),
    ...savedTable(discrepancies),
    changes: savedTable(changed),
  };
  saveState(state);
}

function readSaved(state: unknown): SavedState {
  const given = typeof state === 'object' && state !== null ? (state as Partial<SavedState>) : {};
  const tabs: readonly Tab[] = ['overview', 'table', 'changes', 'verify', 'files'];
  return {
    folder: typeof given.folder === 'string' ? given.folder : '',
    tab: tabs.find(each => each === given.tab) ?? 'overview',
    other: typeof given.other === 'string' ? given.other : '',
    ...readSavedTable(given),
    changes: readSavedTable(typeof given.changes === 'object' ? given.changes : undefined),
  };
}
