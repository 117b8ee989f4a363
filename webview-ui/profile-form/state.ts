import { computed, signal } from '@preact/signals';
import type { FormState } from '../../src/protocol/profileForm';
import { savedState, saveState } from '../shared/host';
import { matches } from './ruleChange';

export const TABS = ['options', 'rules', 'settings', 'pixels', 'problems'] as const;
export type Tab = (typeof TABS)[number];

/** What survives a hidden tab: how the person looks at the profile, nothing of the profile itself. */
interface SavedState {
  readonly tab: Tab;
  readonly row: number;
  readonly scrollTop: number;
}

const saved = readSaved(savedState());

export const tab = signal<Tab>(saved.tab);
export const form = signal<FormState | undefined>(undefined);
/** A short sentence for the status line, also read out. */
export const notice = signal('');
export const filter = signal('');
/** Cell the keyboard is on: place in the filtered table. */
export const cell = signal({ row: saved.row, column: 1 });
export const editing = signal(false);
export const scrollTop = signal(saved.scrollTop);

export const model = computed(() => form.value?.model);
/** True while the form may only be looked at. */
export const locked = computed(() => form.value?.locked !== undefined);
export const rules = computed(() => (model.value?.rules ?? []).filter(rule => matches(rule, filter.value)));

/** Keeps how the form is looked at for when its tab comes back. */
export function persist(): void {
  const state: SavedState = { tab: tab.value, row: cell.value.row, scrollTop: scrollTop.value };
  saveState(state);
}

function readSaved(state: unknown): SavedState {
  const given = typeof state === 'object' && state !== null ? (state as Partial<SavedState>) : {};
  const count = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : 0);
  return {
    tab: TABS.find(name => name === given.tab) ?? 'options',
    row: count(given.row),
    scrollTop: count(given.scrollTop),
  };
}
