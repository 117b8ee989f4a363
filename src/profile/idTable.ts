import { parse } from 'csv-parse/sync';

/** Reads a CSV table with the columns `id_old` and `id_new`; the first row of an old ID counts. `undefined` without such columns. */
export function parseIdTable(text: string): ReadonlyMap<string, string> | undefined {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    return undefined;
  }
  const header = rows[0]?.map(name => name.trim().toLowerCase()) ?? [];
  const from = header.indexOf('id_old');
  const to = header.indexOf('id_new');
  if (from < 0 || to < 0) return undefined;
  const ids = new Map<string, string>();
  for (const row of rows.slice(1)) {
    const id = row[from]?.trim() ?? '';
    const fresh = row[to]?.trim() ?? '';
    if (id !== '' && fresh !== '' && !ids.has(id)) ids.set(id, fresh);
  }
  return ids;
}
