import { batch } from '@preact/signals';
import type {
  Grouping,
  PlaceId,
  ResultsCommand,
  ResultsHostCalls,
  ResultsPageCalls,
  TableId,
} from '../../src/protocol/results';
import { RpcPeer } from '../../src/protocol/rpc';
import { hostTransport } from '../shared/host';
import * as state from './state';
import type { TableState } from './tableState';
import { sentenceOf } from '../../src/protocol/userError';

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

/** Loads the figures and the first rows. */
export async function start(): Promise<void> {
  try {
    const { folder, compareWith } = await host.call('hello', null);
    const overview = await host.call('overview', null);
    batch(() => {
      state.folder.value = folder;
      state.overview.value = overview;
      state.failure.value = undefined;
      state.changes.value = undefined;
      if (compareWith !== '') {
        state.other.value = compareWith;
        state.tab.value = 'changes';
      }
      if (!overview.score && overview.discrepancies === 0 && state.tab.peek() === 'table') state.tab.value = 'overview';
    });
    await refresh(state.discrepancies);
    if (state.tab.peek() === 'changes') await loadChanges();
  } catch (error) {
    state.failure.value = sentenceOf(error);
  }
}

/** Compares with the other run: reads two databases, so that it waits until somebody looks. */
async function loadChanges(): Promise<void> {
  try {
    state.changes.value = await host.call('changes', { other: state.other.peek() });
    await refresh(state.changed);
  } catch (error) {
    state.changes.value = null;
    state.notice.value = sentenceOf(error);
  }
}

const methodOf = ({ id }: TableState) => (id === 'changes' ? 'changeRows' : 'rows');

/** The query changed: rows are asked for anew. */
export function refresh(table: TableState): Promise<void> {
  const mine = askForRows(table);
  const { rowsUnderWay } = table;
  rowsUnderWay.promise = mine;
  return mine.finally(() => {
    if (rowsUnderWay.promise === mine) delete rowsUnderWay.promise;
  });
}

async function askForRows(table: TableState): Promise<void> {
  const mine = ++table.generation;
  table.requested = new Set();
  state.persist();
  const first = Math.max(0, Math.floor(table.scrollTop.peek() / ROW_HEIGHT / PAGE) * PAGE);
  try {
    const page = await host.call(methodOf(table), { query: table.query.peek(), from: first, to: first + 2 * PAGE });
    if (mine !== table.generation) return;
    table.requested.add(first / PAGE).add(first / PAGE + 1);
    batch(() => {
      table.total.value = page.total;
      table.matches.value = page.matches;
      table.problem.value = page.problem;
      table.rows.value = new Map(page.rows.map((row, index) => [page.from + index, row]));
      table.active.value = Math.max(0, Math.min(table.active.peek(), page.total - 1));
    });
  } catch (error) {
    if (mine === table.generation) state.notice.value = sentenceOf(error);
  }
}

/** Makes sure that rows [from, to) arrive. */
export function need(table: TableState, from: number, to: number): void {
  const mine = table.generation;
  for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
    if (table.requested.has(page)) continue;
    table.requested.add(page);
    host
      .call(methodOf(table), { query: table.query.peek(), from: page * PAGE, to: (page + 1) * PAGE })
      .then(result => {
        if (mine !== table.generation) return;
        const next = new Map(table.rows.peek());
        result.rows.forEach((row, index) => next.set(result.from + index, row));
        if (next.size > KEPT) {
          for (const key of [...next.keys()]) if (Math.abs(key - result.from) > KEPT / 4) next.delete(key);
          table.requested = new Set(
            [...table.requested].filter(each => Math.abs(each * PAGE - result.from) <= KEPT / 4 - PAGE),
          );
        }
        table.rows.value = next;
      })
      .catch((error: unknown) => {
        if (mine === table.generation) state.notice.value = sentenceOf(error);
      });
  }
}

/** Moves to a row, within the rows there are. */
export function activate(table: TableState, index: number): void {
  table.active.value = Math.max(0, Math.min(index, table.total.peek() - 1));
}

/** Shows what passes another filter, from the top. */
export function setFilter(table: TableState, text: string): void {
  if (text === table.filter.peek()) return;
  batch(() => {
    table.filter.value = text;
    table.active.value = 0;
    table.scrollTop.value = 0;
  });
  void refresh(table);
}

/** Groups the rows otherwise, all groups closed. */
export function setGroup(table: TableState, group: Grouping): void {
  batch(() => {
    table.group.value = group;
    table.open.value = [];
    table.active.value = 0;
    table.scrollTop.value = 0;
  });
  void refresh(table);
}

/** Goes to another tab of the page. */
export function setTab(tab: state.Tab): void {
  state.tab.value = tab;
  state.persist();
  if (tab === 'changes' && state.changes.peek() === undefined) void loadChanges();
}

/** Shows the discrepancies of one bar of a chart. */
export function showOnly(filter: string): void {
  setTab('table');
  setFilter(state.discrepancies, filter);
}

/** Opens or closes a group. */
export function toggle(table: TableState, key: string, opened: boolean): void {
  const now = table.open.peek();
  table.open.value = opened ? [...new Set([...now, key])] : now.filter(other => other !== key);
  const rows = new Map(table.rows.peek());
  for (const [index, row] of rows)
    if (row.kind === 'group' && row.key === key) rows.set(index, { ...row, open: opened });
  table.rows.value = rows;
  void refresh(table);
}

export const openElement = (id: number, of: TableId) => attempt(() => host.call('openElement', { id, of }));
export const openRule = (id: number, of: TableId) => attempt(() => host.call('openRule', { id, of }));
export const openPlace = (id: PlaceId, how: 'open' | 'reveal') => attempt(() => host.call('openPlace', { id, how }));
export const command = (id: ResultsCommand) => attempt(() => host.call('command', { id }));

async function attempt(action: () => Promise<unknown>): Promise<void> {
  try {
    state.notice.value = '';
    await action();
  } catch (error) {
    state.notice.value = sentenceOf(error);
  }
}
