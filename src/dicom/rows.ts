import type { ElementTable } from './elementTable';

/** The first row with `tag` directly inside `parent` (an item row, or -1 for the top of the data set); -1 if there is none. */
export function findRow(table: ElementTable, tag: number, parent = -1): number {
  const end = parent < 0 ? table.count : table.next[parent];
  for (let row = parent + 1; row < end; row = table.next[row]) if (table.tag[row] === tag) return row;
  return -1;
}

/** All rows with `tag` directly inside `parent`: a broken file may hold an element twice. */
export function findRows(table: ElementTable, tag: number, parent = -1): number[] {
  return childRows(table, parent).filter(row => table.tag[row] === tag);
}

/** Rows directly inside `parent`: elements of an item or of the data set, items of a sequence, fragments of pixel data. */
export function childRows(table: ElementTable, parent = -1): number[] {
  const rows: number[] = [];
  const end = parent < 0 ? table.count : table.next[parent];
  for (let row = parent + 1; row < end; row = table.next[row]) rows.push(row);
  return rows;
}

/** Item rows of the sequence with `tag` inside `parent`; empty if the sequence is absent or empty. */
export function itemRows(table: ElementTable, tag: number, parent = -1): number[] {
  const sequence = findRow(table, tag, parent);
  return sequence < 0 ? [] : childRows(table, sequence);
}

/** How many items enclose the row: 0 at the top of the data set, for an item the depth of its own sequence. */
export function rowDepth(table: ElementTable, row: number): number {
  let depth = 0;
  for (let at = table.parent[row]; at >= 0; at = table.parent[at]) if (table.tag[at] === 0xfffee000) depth++;
  return depth;
}
