import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag, vrText, type ElementTable } from '../../dicom/elementTable';
import { tagPath } from '../../dicom/tagPath';
import { findUids } from '../uidRuns';
import { vocabularyKey } from './vocabulary';
import { byteVariants, type Identifier } from './identifiers';
import { MultiPattern } from '../multiPattern';

/** An identifier of the input found in an output: where, and from which attribute it came; never its text. */
export interface Residual {
  /** Tag path in the output, or `preamble`, `file meta`, `after the data set`. */
  readonly path: string;
  readonly kind: Identifier['kind'];
  /** Keyword of the attribute of the input that held it. */
  readonly from: string;
  /**
   * Where the place holds words of a vocabulary and a word of a name may stand by coincidence: what identifies the value, to
   * see whether the input had the same (see `vocabularyOf`). Never set for free text, nor for IDs, dates and UIDs.
   */
  readonly vocabulary?: string;
}

/** Pixel data longer than this is left out: random bytes, and a whole name in it would be burned-in text, not bytes. */
const PIXEL_DATA = 0x7fe00010;
const CHUNK = 1 << 20;

/** Looks for identifiers of the input in every byte of an output but its pixel data. */
export class ResidualSearch {
  private readonly patterns: MultiPattern;
  private readonly owners: readonly Identifier[];

  /**
   * @param identifiers of the patient; those of kind `uid` are better given as `uids`.
   * @param uids old UIDs of the whole set.
   */
  constructor(
    identifiers: Iterable<Identifier>,
    private readonly uids: ReadonlySet<string> = new Set(),
  ) {
    const owners: Identifier[] = [];
    const bytes: Uint8Array[] = [];
    const known = new Set<string>();
    for (const identifier of identifiers) {
      if (identifier.kind === 'uid' && uids.has(identifier.text)) continue;
      const key = identifier.text.toLowerCase();
      if (known.has(key)) continue;
      known.add(key);
      for (const variant of byteVariants(identifier.text)) {
        bytes.push(variant);
        owners.push(identifier);
      }
    }
    this.patterns = new MultiPattern(bytes);
    this.owners = owners;
  }

  /** Findings, one per place and source attribute. */
  search(file: DicomFile): Residual[] {
    const found = new Map<string, Residual>();
    const note = (path: string, pattern: number, row = -1): void => {
      const { kind, keyword } = this.owners[pattern]!;
      const word = kind === 'name' || kind === 'place';
      const vocabulary = row >= 0 && word ? vocabularyKey(file, row) : undefined;
      found.set(`${path}\0${keyword}`, {
        path,
        kind,
        from: keyword,
        ...(vocabulary === undefined ? {} : { vocabulary }),
      });
    };
    const head = file.source.read(0, file.dataSetStart).slice();
    this.patterns.search(head, ({ pattern, end }) => {
      if (this.isWhole(head, pattern, end)) note(file.hasPreamble && end <= 132 ? 'preamble' : 'file meta', pattern);
    });
    findUids(head, this.uids, end => {
      const path = file.hasPreamble && end <= 132 ? 'preamble' : 'file meta';
      found.set(`${path}\0uid`, { path, kind: 'uid', from: 'a UID of the input' });
    });
    const table = file.dataSet;
    for (const [from, to] of searched(table, file.dataSetEnd, file.dataSource.size, file)) {
      let state = 0;
      for (let at = from; at < to; at += CHUNK) {
        const bytes = file.dataSource.read(at, Math.min(CHUNK, to - at)).slice();
        const hits: { pattern: number; end: number }[] = [];
        state = this.patterns.search(bytes, hit => hits.push(hit), state, at);
        findUids(bytes, this.uids, end => {
          const row = rowAt(table, at + end - 1);
          const path = row < 0 ? 'after the data set' : tagPath(file, row);
          found.set(`${path}\0uid`, { path, kind: 'uid', from: 'a UID of the input' });
        });
        for (const { pattern, end } of hits) {
          if (!this.isWhole(bytes, pattern, end - at)) continue;
          const row = rowAt(table, end - 1);
          // A name that is also a defined term or a word in a standard code says nothing where terms and codes stand.
          if (row >= 0 && this.owners[pattern]!.kind !== 'uid' && isTerm(table, row)) continue;
          note(row < 0 ? 'after the data set' : tagPath(file, row), pattern, row);
        }
      }
    }
    return [...found.values()];
  }

  /** UIDs and numbers inside longer ones are other UIDs and numbers. */
  private isWhole(bytes: Uint8Array, pattern: number, end: number): boolean {
    const { text, kind } = this.owners[pattern]!;
    if (kind === 'uid' || /^\d+$/.test(text)) {
      const inUid = (byte: number | undefined): boolean =>
        byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (kind === 'uid' && byte === 0x2e));
      return !inUid(bytes[end]) && !inUid(bytes[end - text.length - 1]);
    }
    const letter = (byte: number | undefined): boolean =>
      byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    return kind !== 'name' || !(letter(bytes[end]) || letter(bytes[end - text.length - 1]));
  }
}

/** Code strings, and the markers of de-identification with the codes in them. */
function isTerm(table: ElementTable, row: number): boolean {
  if (vrText(table.vr[row]!) === 'CS') return true;
  for (let at = row; at >= 0; at = table.parent[at]!) {
    if (table.tag[at]! >>> 16 === 0x0012 && (table.tag[at]! & 0xffff) >= 0x0062 && (table.tag[at]! & 0xffff) <= 0x0064)
      return true;
  }
  return false;
}

/** Ranges of the data set that are searched: all but pixel data at the top level. */
function searched(table: ElementTable, end: number, size: number, file: DicomFile): [number, number][] {
  const ranges: [number, number][] = [];
  let at = file.encoding.deflated ? 0 : file.dataSetStart;
  for (let row = 0; row < table.count; row = table.next[row]!) {
    if (table.tag[row] !== PIXEL_DATA) continue;
    ranges.push([at, table.start[row]!]);
    at = table.end[row]!;
  }
  ranges.push([at, Math.max(end, size)]);
  return ranges.filter(([from, to]) => to > from);
}

/** Innermost element at an offset; rows are in document order. */
function rowAt(table: ElementTable, offset: number): number {
  let low = 0;
  let high = table.count - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (table.start[middle]! <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  while (found >= 0 && (table.end[found]! <= offset || table.flags[found]! & RowFlag.item)) {
    if (table.end[found]! > offset) return found;
    found = table.parent[found]!;
  }
  return found;
}
