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
  /** Rows left out because their old identifier was there before. */
  readonly repeatedOld: number;
  /** New identifiers that more than one old one maps to. */
  readonly repeatedNew: number;
}

/**
 * Reads a mapping CSV: comma-separated, UTF-8 with or without BOM, header with `id_old` and `id_new`, other columns
 * ignored. Nothing is trimmed: a blank after a comma is part of the identifier, as it is for the official scripts.
 * @throws MappingError naming the row (the header is row 1).
 */
export function parseMapping(text: string): Mapping {
  const rows = text.includes('"') ? parseQuoted(text) : parsePlain(text);
  const header = rows[0] ?? [];
  const oldAt = header.indexOf('id_old');
  const newAt = header.indexOf('id_new');
  if (oldAt < 0 || newAt < 0) {
    const other = header.length === 1 && /[;\t|]/.test(header[0]) ? '; its fields are not separated by commas' : '';
    throw new MappingError(`row 1 must name the columns id_old and id_new, in lower case${other}`);
  }
  const oldToNew = new Map<string, string>();
  const newToOld = new Map<string, string>();
  let repeatedOld = 0;
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i];
    if (row.length > header.length)
      throw new MappingError(`row ${i + 1} has ${row.length} fields where the header has ${header.length}`);
    const old = row[oldAt] ?? '';
    if (oldToNew.has(old)) {
      repeatedOld++;
      continue;
    }
    oldToNew.set(old, row[newAt] ?? '');
    newToOld.set(row[newAt] ?? '', old);
  }
  return { oldToNew, newToOld, rows: rows.length - 1, repeatedOld, repeatedNew: oldToNew.size - newToOld.size };
}

/** Most mapping files have no quote in them; splitting lines is many times faster than a parser. */
function parsePlain(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line !== '')
    .map(line => line.split(','));
}

function parseQuoted(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][];
  } catch (error) {
    const line = (error as { readonly lines?: number }).lines;
    throw new MappingError(`row ${line ?? '?'} cannot be read as comma-separated values (a quote that never closes?)`);
  }
}
