import { batch } from '@preact/signals';
import type { ColumnSettings, CopyFormat, ViewerHostCalls, ViewerPageCalls } from '../../src/protocol/headerViewer';
import { RpcPeer } from '../../src/protocol/rpc';
import { KeyQueue } from '../shared/keyQueue';
import { hostTransport } from '../shared/host';
import * as state from './state';
import { sentenceOf } from '../../src/protocol/userError';

/** Rows fetched at a time. */
const PAGE = 128;
/** Rows kept; a tree of a million rows must not fill the page's memory. */
const KEPT = 4096;

const host = new RpcPeer<ViewerPageCalls, ViewerHostCalls>(hostTransport, {
  reloaded: async () => {
    state.notice.value = 'The file changed on disk and was read again.';
    await start();
    return null;
  },
  compared: async ({ name }) => {
    state.comparedWith.value = name;
    await refresh();
    return null;
  },
  profileSaved: async () => {
    if (state.profile.peek() !== '') {
      cancelTextSearch();
      await refresh();
    }
    return null;
  },
  reveal: async ({ tag }) => {
    await ready;
    if (state.summary.peek()) await goTo(tag);
    return null;
  },
  showProfile: async ({ profile }) => {
    state.profile.value = profile;
    await refresh();
    return null;
  },
  focusFilter: () => {
    document.querySelector<HTMLInputElement>('#filter')?.focus();
    return null;
  },
  showWhy: async ({ id }) => {
    for (const [index, row] of state.rows.peek()) if (row.id === id) activate(index);
    await showWhy();
    return null;
  },
  textProgress: ({ done, total }) => {
    if (state.textSearch.peek().state === 'running') state.textSearch.value = { state: 'running', done, total };
    return null;
  },
});

export { host };

let generation = 0;
let requested = new Set<number>();

let ready: Promise<void> | undefined;

/** Loads the summary and the first rows. */
export function start(): Promise<void> {
  return (ready = load());
}

async function load(): Promise<void> {
  try {
    const setup = await host.call('hello', null);
    const summary = await host.call('summary', null);
    batch(() => {
      // A comparison that began while this was loading has been announced already.
      state.comparedWith.value = setup.comparedWith || state.comparedWith.peek();
      if (setup.profile !== undefined) state.profile.value = setup.profile;
      state.columnSettings.value = setup.columns;
      if (setup.filter !== undefined) state.filter.value = setup.filter;
      cancelTextSearch();
      state.why.value = undefined;
      state.image.frame.value = Math.min(state.image.frame.peek(), (summary.image?.frames ?? 1) - 1);
      state.summary.value = summary;
      state.failure.value = undefined;
      if (!summary.image && state.pane.value === 'image') state.pane.value = 'value';
    });
    await refresh();
    if (setup.reveal !== '') await goTo(setup.reveal);
  } catch (error) {
    batch(() => {
      state.summary.value = undefined;
      state.failure.value = sentenceOf(error);
    });
  }
}

/** Explains the active row in the side pane and moves the focus there. */
export async function showWhy(): Promise<void> {
  const row = state.activeRow.peek();
  const profile = state.profile.peek();
  if (!row) return;
  if (profile === '') {
    state.notice.value = 'Choose a profile first: then every row can say why it stays or goes.';
    return;
  }
  state.pane.value = 'value';
  state.whyAsked.value = true;
  try {
    const why = await host.call('why', { id: row.id, profile });
    state.why.value = why ?? undefined;
    if (!why) state.notice.value = 'The profile says nothing about this row: file meta information is written anew.';
    requestAnimationFrame(() => document.getElementById('why-title')?.focus());
  } catch (error) {
    state.notice.value = sentenceOf(error);
  } finally {
    state.whyAsked.value = false;
  }
}

let textCall: AbortController | undefined;

/** Looks for burned-in text under the chosen profile. */
export async function findText(): Promise<void> {
  cancelTextSearch();
  const mine = (textCall = new AbortController());
  state.textSearch.value = { state: 'running', done: 0, total: 0 };
  try {
    const report = await host.call('findText', { profile: state.profile.peek() }, mine.signal);
    if (!mine.signal.aborted) state.textSearch.value = { state: 'done', report };
  } catch (error) {
    if (!mine.signal.aborted) state.textSearch.value = { state: 'failed', message: sentenceOf(error) };
  }
}

/** Ends a search and forgets its findings. */
export function cancelTextSearch(): void {
  textCall?.abort();
  textCall = undefined;
  state.textSearch.value = { state: 'none' };
}

/** Takes over how the columns are and has it kept for the workspace. */
export function saveColumns(settings: ColumnSettings): void {
  state.columnSettings.value = settings;
  void attempt(async () => void (await host.call('saveColumns', settings)));
}

/** Mark of the time, counted from the start of the page, at which the first rows were drawn; read by tests. */
const FIRST_ROWS = 'deidbench-first-rows';

let asking: Promise<void> | undefined;

/** Keys of the rows: one that follows another quickly must see the rows that the first one brought. */
export const keys = new KeyQueue(() => asking);

/** The query changed: rows are asked for anew, old ones stay on the screen until the new ones are here. */
export function refresh(): Promise<void> {
  const mine = askForRows();
  asking = mine;
  return mine.finally(() => {
    if (asking === mine) asking = undefined;
  });
}

async function askForRows(): Promise<void> {
  const mine = ++generation;
  requested = new Set();
  state.persist();
  state.why.value = undefined;
  const query = state.query.peek();
  const first = Math.max(0, Math.floor(state.scrollTop.peek() / ROW_HEIGHT / PAGE) * PAGE);
  try {
    const page = await host.call('rows', { query, from: first, to: first + 2 * PAGE });
    if (mine !== generation) return;
    requested.add(first / PAGE).add(first / PAGE + 1);
    batch(() => {
      state.total.value = page.total;
      state.counted.value = true;
      state.matchCount.value = page.matches;
      state.rows.value = new Map(page.rows.map((row, index) => [page.from + index, row]));
      state.active.value = Math.max(0, Math.min(state.active.value, page.total - 1));
    });
    if (mine === 1) requestAnimationFrame(() => performance.mark(FIRST_ROWS));
  } catch (error) {
    if (mine === generation) state.notice.value = sentenceOf(error);
  }
}

/** Height of one row in pixels; the style sheet uses the same. */
export const ROW_HEIGHT = 22;

/** Makes sure that rows [from, to) arrive. */
export function need(from: number, to: number): void {
  const mine = generation;
  const query = state.query.peek();
  for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
    if (requested.has(page)) continue;
    requested.add(page);
    host
      .call('rows', { query, from: page * PAGE, to: (page + 1) * PAGE })
      .then(result => {
        if (mine !== generation) return;
        const next = new Map(state.rows.peek());
        result.rows.forEach((row, index) => next.set(result.from + index, row));
        if (next.size > KEPT) forgetFarFrom(next, result.from);
        state.rows.value = next;
      })
      .catch((error: unknown) => {
        if (mine === generation) state.notice.value = sentenceOf(error);
      });
  }
}

function forgetFarFrom(rows: Map<number, unknown>, index: number): void {
  for (const key of [...rows.keys()]) if (Math.abs(key - index) > KEPT / 4) rows.delete(key);
  requested = new Set([...requested].filter(page => Math.abs(page * PAGE - index) <= KEPT / 4 - PAGE));
}

/** Moves to a row and shows it in the side pane. */
export function activate(index: number): void {
  state.active.value = Math.max(0, Math.min(index, state.total.peek() - 1));
}

let detailCall: AbortController | undefined;

/** Loads the value of the active row for the side pane. */
export async function showDetail(): Promise<void> {
  detailCall?.abort();
  const row = state.activeRow.peek();
  if (!row) return;
  const mine = (detailCall = new AbortController());
  try {
    const value = await host.call('value', { id: row.id, profile: state.profile.peek() }, mine.signal);
    if (!mine.signal.aborted) state.detail.value = value;
  } catch (error) {
    if (!mine.signal.aborted) state.notice.value = sentenceOf(error);
  }
}

/** Opens or closes a row with children. */
export function setExpanded(path: string, open: boolean): void {
  const now = state.expanded.peek();
  // With "expand all" the list holds the exceptions.
  const listed = open !== state.expandAll.peek();
  state.expanded.value = listed ? [...new Set([...now, path])] : now.filter(other => other !== path);
  // The row says so at once: keys that follow quickly must not see the old state.
  const rows = new Map(state.rows.peek());
  for (const [index, row] of rows) if (row.path === path) rows.set(index, { ...row, expanded: open });
  state.rows.value = rows;
  void refresh();
}

/** Shows what passes another filter, from the top. */
export function setFilter(text: string): void {
  if (text === state.filter.peek()) return;
  batch(() => {
    state.filter.value = text;
    host.call('keepFilter', { filter: text }).catch(() => undefined);
    state.active.value = 0;
    state.scrollTop.value = 0;
  });
  void refresh();
}

let persistTimer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the state once the user has stopped scrolling or dragging. */
export function persistSoon(): void {
  clearTimeout(persistTimer);
  persistTimer = setTimeout(state.persist, 300);
}

/** Goes to the next or previous match and wraps around. */
export async function goToMatch(backwards: boolean): Promise<number> {
  const query = state.query.peek();
  const index = await host.call('findMatch', { query, from: state.active.peek(), backwards });
  if (index >= 0) activate(index);
  else state.notice.value = 'Nothing matches.';
  return index;
}

/** Goes to a tag, keyword or path; opens the sequences around it. */
export async function goTo(target: string): Promise<number> {
  const found = await host.call('reveal', { query: state.query.peek(), target });
  if (found.index < 0) {
    state.notice.value = `There is no ${target} in this file.`;
    return -1;
  }
  state.expanded.value = found.expanded;
  await refresh();
  need(found.index, found.index + 1);
  activate(found.index);
  return found.index;
}

/** Copies something of a row to the clipboard. */
export async function copy(id: number, format: CopyFormat): Promise<void> {
  await attempt(async () => {
    await host.call('copyToClipboard', { id, format });
    state.notice.value = `Copied the ${format === 'json' || format === 'csv' ? `row as ${format.toUpperCase()}` : format}.`;
  });
}

/** Runs something that may fail; failures become the status line. */
export async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    state.notice.value = sentenceOf(error);
  }
}
