import type { RowQuery } from '../../../protocol/headerViewer';

/** What a tree must tell so that it can be flattened. Ids ascend in document order. */
export interface FlatTree {
  readonly count: number;
  next(id: number): number;
  parent(id: number): number;
  isContainer(id: number): boolean;
  path(id: number): string;
}

/** The rows that are shown for a query, in order. */
export interface RowIndex {
  readonly ids: Int32Array;
  readonly matches: number;
  /** Bit per id: passes the filter itself. Absent without a filter: then everything does. */
  readonly matched: Uint8Array | undefined;
}

/**
 * Flattens the tree: children of collapsed nodes are left out; with a filter, what passes it and what encloses it is kept.
 * One pass without a filter that steps over what is collapsed, so a file of a million rows costs only what is seen.
 */
export function buildRowIndex(
  tree: FlatTree,
  query: RowQuery,
  passes: ((id: number) => boolean) | undefined,
): RowIndex {
  const open = openTest(tree, query);
  if (!passes) {
    const ids: number[] = [];
    for (let id = 0; id < tree.count;) {
      ids.push(id);
      id = tree.isContainer(id) && !open(id) ? tree.next(id) : id + 1;
    }
    return { ids: Int32Array.from(ids), matches: ids.length, matched: undefined };
  }
  const matched = new Uint8Array(tree.count);
  const shown = new Uint8Array(tree.count);
  let matches = 0;
  for (let id = 0; id < tree.count; id++) {
    if (!passes(id)) continue;
    matched[id] = 1;
    matches++;
    for (let at = id; at >= 0 && !shown[at]; at = tree.parent(at)) shown[at] = 1;
  }
  // What the user opens by hand below a match is shown too, though it does not match itself.
  const ids: number[] = [];
  for (let id = 0; id < tree.count; id++) {
    const parent = tree.parent(id);
    if (!shown[id] && parent >= 0 && shown[parent] && matched[parent] && open(parent) && !query.expandAll) {
      shown[id] = 1;
      matched[id] = 1;
    }
    if (shown[id]) ids.push(id);
  }
  return { ids: Int32Array.from(ids), matches, matched };
}

/** Whether the children of a container are shown. */
export function openTest(tree: FlatTree, query: RowQuery): (id: number) => boolean {
  if (query.expanded.length === 0) return () => query.expandAll;
  const listed = new Set(query.expanded);
  return id => listed.has(tree.path(id)) !== query.expandAll;
}

/** Position of an id in the index; -1 if it is not shown. */
export function indexOf(index: RowIndex, id: number): number {
  let low = 0;
  let high = index.ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.ids[middle];
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
