/** Rows that a sentence names; of more only the first few. */
const NAMED = 5;

/** `row 3`, `rows 3, 7`, `12 rows (3, 7, 9, 10, 11, ...)`. */
export function rowsOf(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const named = rows.slice(0, NAMED).join(', ');
  return rows.length > NAMED ? `${rows.length} rows (${named}, ...)` : `rows ${named}`;
}

/** `rowsOf` with the verb that fits: `row 3 has`, `rows 3, 7 have`. */
export function rowList(rows: readonly number[]): string {
  return `${rowsOf(rows)} ${rows.length === 1 ? 'has' : 'have'}`;
}
