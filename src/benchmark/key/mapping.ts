import { parse } from 'csv-parse/sync';

/** A mapping file is not usable. The message names the row, never a value. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/** Old and new identifiers of a mapping file, with the quirks of the official scripts. */
export interface Mapping {
  /** Of an old identifier that is there twice the first row counts. */
  readonly oldToNew: ReadonlyMap<string, string>;
  /** Of a new identifier that is there twice the last row counts. */
  readonly newToOld: ReadonlyMap<string, string>;
  readonly rows: number;
  /** Rows left out because their old identifier was there before; the header is row 1. */
  readonly repeatedOld: readonly number[];
  /** Rows whose new identifier was there before, for another old one. */
  readonly repeatedNew: readonly number[];
}

/**
 * Reads a mapping CSV: comma-separated, UTF-8 with or without BOM, header with `id_old` and `id_new`, other columns
 * ignored. Nothing is trimmed: a blank after a comma is part of the identifier, as it is for the official scripts.
 * @throws MappingError naming the row (the header is row 1).
 */
export function parseMapping(text: string): Mapping {
  const rows = text.includes('"') ? parseQuoted(text) : parsePlain(text);
  const header = rows[0]?.cells ?? [];
  const oldAt = header.indexOf('id_old');
  const newAt = header.indexOf('id_new');
  if (oldAt < 0 || newAt < 0) {
    const other = header.length === 1 && /[;\t|]/.test(header[0]) ? '; its fields are not separated by commas' : '';
    throw new MappingError(`row 1 must name the columns id_old and id_new, in lower case${other}`);
  }
  const oldToNew = new Map<string, string>();
  const newToOld = new Map<string, string>();
  const repeatedOld: number[] = [];
  const repeatedNew: number[] = [];
  for (let i = 1; i < rows.length; i++) {
    const { row, cells } = rows[i];
    if (cells.length > header.length)
      throw new MappingError(`row ${row} has ${cells.length} fields where the header has ${header.length}`);
    const old = cells[oldAt] ?? '';
    if (oldToNew.has(old)) {
      repeatedOld.push(row);
      continue;
    }
    const fresh = cells[newAt] ?? '';
    if (newToOld.has(fresh)) repeatedNew.push(row);
    oldToNew.set(old, fresh);
    newToOld.set(fresh, old);
  }
  return { oldToNew, newToOld, rows: rows.length - 1, repeatedOld, repeatedNew };
}

/** A row with its number in the file; empty lines count, but are no rows. */
interface MappingRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Most mapping files have no quote in them; splitting lines is many times faster than a parser. */
function parsePlain(text: string): MappingRow[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ row: i + 1, cells: line === '' ? [] : line.split(',') }))
    .filter(({ cells }) => cells.length > 0);
}

function parseQuoted(text: string): MappingRow[] {
  try {
    const rows = parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return rows.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch (error) {
    const line = (error as { readonly lines?: number }).lines;
    throw new MappingError(`row ${line ?? '?'} cannot be read as comma-separated values (a quote that never closes?)`);
  }
}
