import { batch } from '@preact/signals';
import type { Grouping, PlaceId, ResultsCommand, ResultsHostCalls, ResultsPageCalls } from '../../src/protocol/results';
import { RpcPeer } from '../../src/protocol/rpc';
import { hostTransport } from '../shared/host';
import * as state from './state';

const PAGE = 100;
/** Rows kept; a table of a million rows must not fill the page's memory. */
const KEPT = 4000;
/** Height of one row in pixels; the style sheet uses the same. */
export const ROW_HEIGHT = 22;

const host = new RpcPeer<ResultsPageCalls, ResultsHostCalls>(hostTransport, {
  changed: async () => {
    await start();
    return null;
  },
});

let generation = 0;
let requested = new Set<number>();

/** Loads the figures and the first rows. */
export async function start(): Promise<void> {
  try {
    const { folder } = await host.call('hello', null);
    const overview = await host.call('overview', null);
    batch(() => {
      state.folder.value = folder;
      state.overview.value = overview;
      state.failure.value = undefined;
      if (!overview.score && overview.discrepancies === 0 && state.tab.peek() === 'table') state.tab.value = 'overview';
    });
    await refresh();
  } catch (error) {
    state.failure.value = messageOf(error);
  }
}

/** The query changed: rows are asked for anew. */
export async function refresh(): Promise<void> {
  const mine = ++generation;
  requested = new Set();
  state.persist();
  const first = Math.max(0, Math.floor(state.scrollTop.peek() / ROW_HEIGHT / PAGE) * PAGE);
  try {
    const page = await host.call('rows', { query: state.query.peek(), from: first, to: first + 2 * PAGE });
    if (mine !== generation) return;
    requested.add(first / PAGE).add(first / PAGE + 1);
    batch(() => {
      state.total.value = page.total;
      state.matches.value = page.matches;
      state.problem.value = page.problem;
      state.rows.value = new Map(page.rows.map((row, index) => [page.from + index, row]));
      state.active.value = Math.max(0, Math.min(state.active.peek(), page.total - 1));
    });
  } catch (error) {
    if (mine === generation) state.notice.value = messageOf(error);
  }
}

/** Makes sure that rows [from, to) arrive. */
export function need(from: number, to: number): void {
  const mine = generation;
  for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
    if (requested.has(page)) continue;
    requested.add(page);
    host
      .call('rows', { query: state.query.peek(), from: page * PAGE, to: (page + 1) * PAGE })
      .then(result => {
        if (mine !== generation) return;
        const next = new Map(state.rows.peek());
        result.rows.forEach((row, index) => next.set(result.from + index, row));
        if (next.size > KEPT) {
          for (const key of [...next.keys()]) if (Math.abs(key - result.from) > KEPT / 4) next.delete(key);
          requested = new Set([...requested].filter(each => Math.abs(each * PAGE - result.from) <= KEPT / 4 - PAGE));
        }
        state.rows.value = next;
      })
      .catch((error: unknown) => {
        if (mine === generation) state.notice.value = messageOf(error);
      });
  }
}

export function activate(index: number): void {
  state.active.value = Math.max(0, Math.min(index, state.total.peek() - 1));
}

export function setFilter(text: string): void {
  if (text === state.filter.peek()) return;
  batch(() => {
    state.filter.value = text;
    state.active.value = 0;
    state.scrollTop.value = 0;
  });
  void refresh();
}

export function setGroup(group: Grouping): void {
  batch(() => {
    state.group.value = group;
    state.open.value = [];
    state.active.value = 0;
    state.scrollTop.value = 0;
  });
  void refresh();
}

export function setTab(tab: state.Tab): void {
  state.tab.value = tab;
  state.persist();
}

/** Shows the discrepancies of one bar of a chart. */
export function showOnly(filter: string): void {
  setTab('table');
  if (state.filter.peek() === filter) return;
  setFilter(filter);
}

/** Opens or closes a group. */
export function toggle(key: string, opened: boolean): void {
  const now = state.open.peek();
  state.open.value = opened ? [...new Set([...now, key])] : now.filter(other => other !== key);
  const rows = new Map(state.rows.peek());
  for (const [index, row] of rows)
    if (row.kind === 'group' && row.key === key) rows.set(index, { ...row, open: opened });
  state.rows.value = rows;
  void refresh();
}

export const openElement = (id: number) => attempt(() => host.call('openElement', { id }));
export const openRule = (id: number) => attempt(() => host.call('openRule', { id }));
export const openPlace = (id: PlaceId, how: 'open' | 'reveal') => attempt(() => host.call('openPlace', { id, how }));
export const command = (id: ResultsCommand) => attempt(() => host.call('command', { id }));

async function attempt(action: () => Promise<unknown>): Promise<void> {
  try {
    state.notice.value = '';
    await action();
  } catch (error) {
    state.notice.value = messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
