import type { DicomFile } from '../../dicom/dicomFile';
import { findRow } from '../../dicom/rows';
import { strip } from '../python/text';
import { ItemContext } from './itemContext';
import { NONE } from './pyValue';
import type { DumpLines } from './sequenceDump';
import { dumpSequence } from './sequenceDump';

/** Shown in place of bulk values that no text check is about. */
export const REMOVED = '<REMOVED>';

/**
 * The flattened table of one file: tag path -> printed value, as the official scripts build it. Paths look like
 * `<(0040,a730)>[<0000>]<(0040,a160)>` and `<(0029,"SIEMENS CSA HEADER",10)>`. Paths are made once, values when asked for.
 */
export class TagTable {
  private readonly rows = new Map<string, number>();
  /** Printed values by row, as far as they were asked for. */
  private values: (string | undefined)[] = [];
  private readonly contexts = new Map<number, ItemContext>();
  private readonly top: ItemContext;
  private readonly dumpLines: DumpLines = new Map();

  constructor(readonly file: DicomFile) {
    this.top = this.context(-1, null);
    this.walk(this.top, '');
  }

  /** Paths in the order the official scripts meet them. */
  paths(): IterableIterator<string> {
    return this.rows.keys();
  }

  has(path: string): boolean {
    return this.rows.has(path);
  }

  /** Row in the file's element table. */
  row(path: string): number | undefined {
    return this.rows.get(path);
  }

  /** Printed value in angle brackets; undefined if the file has no such path. */
  value(path: string): string | undefined {
    const row = this.rows.get(path);
    if (row === undefined) return undefined;
    return (this.values[row] ??= this.render(row));
  }

  /** Lets go of the printed values; paths stay. */
  forgetValues(): void {
    this.values = [];
    this.dumpLines.clear();
  }

  /** True for an attribute of VR UI. */
  isUid(path: string): boolean {
    return this.vr(path) === 'UI';
  }

  /** True for an attribute that holds text, dates and numbers as text included. */
  isText(path: string): boolean {
    return TEXT_VRS.has(this.vr(path));
  }

  private vr(path: string): string {
    const row = this.rows.get(path);
    if (row === undefined) return '';
    return (this.contexts.get(this.file.dataSet.parent[row]) ?? this.top).vr(row);
  }

  /** Printed value of a top-level attribute without brackets, `None` if it has no value; undefined if it is absent. */
  attribute(tag: number): string | undefined {
    const row = findRow(this.file.dataSet, tag);
    if (row < 0) return undefined;
    const value = this.top.value(row);
    return value === NONE ? 'None' : value.str();
  }

  private context(item: number, parent: ItemContext | null): ItemContext {
    const context = new ItemContext(this.file, item, parent);
    this.contexts.set(item, context);
    return context;
  }

  private walk(context: ItemContext, prefix: string): void {
    const { tag, next } = this.file.dataSet;
    for (const row of context.elements()) {
      if (tag[row] >>> 16 === 2 && prefix === '') continue;
      const path = `${prefix}<${label(context, row)}>`;
      // A later block of the same creator takes the place of an earlier one.
      this.rows.set(path, row);
      if (context.vr(row) !== 'SQ') continue;
      let index = 0;
      for (let item = row + 1; item < next[row]; item = next[item]) {
        this.walk(this.context(item, context), `${path}[<${String(index++).padStart(4, '0')}>]`);
      }
    }
  }

  private render(row: number): string {
    const { tag, parent } = this.file.dataSet;
    if (isBulk(tag[row])) return REMOVED;
    const context = this.contexts.get(parent[row]) ?? this.top;
    const text = context.vr(row) === 'SQ' ? dumpSequence(context, row, this.dumpLines) : context.value(row).str();
    return `<${strip(text)}>`;
  }
}

const TEXT_VRS = new Set(
  ['AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT'].concat('UN'),
);

/** Pixel Data and Overlay Data. */
function isBulk(tag: number): boolean {
  return tag === 0x7fe00010 || (tag >>> 24 === 0x60 && ((tag >>> 16) & 1) === 0 && (tag & 0xffff) === 0x3000);
}

const labels = new Map<number, string>();

function label(context: ItemContext, row: number): string {
  const tag = context.file.dataSet.tag[row];
  const creator = context.privateCreator(row);
  if (creator !== '') {
    const digits = tag.toString(16).padStart(8, '0');
    return `(${digits.slice(0, 4)},"${creator.toUpperCase()}",${digits.slice(6)})`;
  }
  let text = labels.get(tag);
  if (text === undefined) {
    const digits = tag.toString(16).padStart(8, '0');
    text = `(${digits.slice(0, 4)},${digits.slice(4)})`;
    labels.set(tag, text);
  }
  return text;
}
