import { computed, signal } from '@preact/signals';
import type {
  ColumnSettings,
  DisplayWindow,
  DocumentSummary,
  RowQuery,
  RowView,
  TextReport,
  ValueDetail,
  WhyDetail,
} from '../../src/protocol/headerViewer';
import { storableFilter } from '../../src/protocol/filter';
import { savedState, saveState } from '../shared/host';

/** What survives a hidden tab or a reload: how the user looks at the file, nothing of the file itself. */
interface SavedState {
  readonly filter: string;
  readonly expanded: readonly string[];
  readonly expandAll: boolean;
  readonly profile: string;
  readonly scrollTop: number;
  readonly pane: Pane;
  readonly paneWidth: number;
}

export type Pane = 'value' | 'hex' | 'image' | 'none';

const saved = readSaved(savedState());

export const filter = signal(saved.filter);
export const expanded = signal<readonly string[]>(saved.expanded);
export const expandAll = signal(saved.expandAll);
export const profile = signal(saved.profile);
export const scrollTop = signal(saved.scrollTop);
export const pane = signal<Pane>(saved.pane);
export const paneWidth = signal(saved.paneWidth);

export const summary = signal<DocumentSummary | undefined>(undefined);
/** Why the file cannot be shown. */
export const failure = signal<string | undefined>(undefined);
export const total = signal(0);
/** False until the first rows have been counted. */
export const counted = signal(false);
export const matchCount = signal(0);
/** Rows that have arrived, by index. */
export const rows = signal<ReadonlyMap<number, RowView>>(new Map());
/** Index of the row the keyboard is on. */
export const active = signal(0);
export const detail = signal<ValueDetail | undefined>(undefined);
/** Why the profile does what it does to the row that was asked about. */
export const why = signal<WhyDetail | undefined>(undefined);
export const whyAsked = signal(false);
/** Widths and visibility of the columns; kept by the extension host for the workspace. */
export const columnSettings = signal<ColumnSettings>({ widths: {}, hidden: [] });
/** How the image is looked at; survives a change to another tab of the side pane, and nothing else. */
export const image = {
  frame: signal(0),
  /** null: as the file says. */
  window: signal<DisplayWindow | null>(null),
  /** 1: as large as there is room. */
  zoom: signal(1),
  overlays: signal(true),
  differences: signal(false),
  boxes: signal(true),
};

/** The search for burned-in text: never kept. */
export const textSearch = signal<TextSearchState>({ state: 'none' });

export type TextSearchState =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'done'; readonly report: TextReport }
  | { readonly state: 'failed'; readonly message: string };

/** A short sentence for the status line, also read out. */
export const notice = signal('');
/** Name of the file this one is compared with, or empty. */
export const comparedWith = signal('');

export const query = computed<RowQuery>(() => ({
  filter: filter.value,
  expanded: expanded.value,
  expandAll: expandAll.value,
  profile: profile.value,
}));

export const activeRow = computed(() => rows.value.get(active.value));

/** Keeps what may be kept. */
export function persist(): void {
  const state: SavedState = {
    filter: storableFilter(filter.value),
    expanded: expanded.value.slice(0, 1000),
    expandAll: expandAll.value,
    profile: profile.value,
    scrollTop: scrollTop.value,
    pane: pane.value,
    paneWidth: paneWidth.value,
  };
  saveState(state);
}

function readSaved(state: unknown): SavedState {
  const given = typeof state === 'object' && state !== null ? (state as Partial<SavedState>) : {};
  const isPane = (value: unknown): value is Pane => ['value', 'hex', 'image', 'none'].includes(String(value));
  return {
    filter: typeof given.filter === 'string' ? given.filter : '',
    expanded: Array.isArray(given.expanded) ? given.expanded.filter(path => typeof path === 'string') : [],
    expandAll: given.expandAll === true,
    profile: typeof given.profile === 'string' ? given.profile : '',
    scrollTop: typeof given.scrollTop === 'number' ? given.scrollTop : 0,
    pane: isPane(given.pane) ? given.pane : 'image',
    paneWidth: typeof given.paneWidth === 'number' ? given.paneWidth : 340,
  };
}
