import { latin1 } from '../dicom/characterSet';
import type { DicomFile } from '../dicom/dicomFile';
import type { Edit } from '../dicom/edits';
import { RowFlag } from '../dicom/elementTable';
import { findRow } from '../dicom/rows';
import { numberValues, stringValues, valueBytes } from '../dicom/values';
import { PRIVATE_DATA_CHARACTERISTICS } from './tags';

/**
 * Private blocks of one item or of the top of the data set (PS3.5 7.8.1). The creator elements are found before the walk
 * comes to them, because broken files have them out of order; a block that two creators claim has none.
 */
export class CreatorBlocks {
  private readonly creators = new Map<number, string | undefined>();
  private readonly edits = new Map<number, Edit[]>();
  private readonly used = new Set<number>();

  constructor(file: DicomFile, parent: number) {
    const { dataSet } = file;
    const end = parent < 0 ? dataSet.count : dataSet.next[parent]!;
    for (let row = parent + 1; row < end; row = dataSet.next[row]!) {
      const tag = dataSet.tag[row]!;
      if (!((tag >>> 16) & 1) || (tag & 0xffff) < 0x10 || (tag & 0xffff) > 0xff) continue;
      const name = latin1(valueBytes(file, row).subarray(0, 256)).replace(/^[\0 ]+|[\0 ]+$/g, '');
      const other = this.creators.has(tag) && this.creators.get(tag) !== name;
      this.creators.set(tag, other || name === '' ? undefined : name);
    }
  }

  /** Remembers the edit that takes a creator element out unless its block turns out to be used. */
  add(tag: number, edit: Edit): void {
    const edits = this.edits.get(tag);
    if (edits) edits.push(edit);
    else this.edits.set(tag, [edit]);
  }

  /** The creator of a private attribute's block; undefined if there is none, or no block at all. */
  creatorOf(tag: number): string | undefined {
    const block = (tag & 0xffff) >>> 8;
    return block < 0x10 ? undefined : this.creators.get(((tag & 0xffff0000) | block) >>> 0);
  }

  /** Notes that an attribute of the block of `tag` stays. */
  use(tag: number): void {
    this.used.add(((tag & 0xffff0000) | ((tag & 0xffff) >>> 8)) >>> 0);
  }

  /** The edits that must be taken back: these creators still have attributes. */
  *usedCreators(): Generator<Edit> {
    for (const [tag, edits] of this.edits) if (this.used.has(tag)) yield* edits;
  }
}

/** What an instance declares of its own private attributes (PS3.3 C.12.1.1.7). */
export interface DeclaredSafety {
  isSafe(group: number, creator: string, element: number): boolean;
}

/** Reads Private Data Element Characteristics Sequence (0008,0300) at the top of the data set. */
export function declaredSafety(file: DicomFile): DeclaredSafety | undefined {
  const { dataSet } = file;
  const sequence = findRow(dataSet, PRIVATE_DATA_CHARACTERISTICS);
  if (sequence < 0 || !(dataSet.flags[sequence]! & RowFlag.sequence)) return undefined;
  const safe = new Map<string, ReadonlySet<number> | 'all'>();
  for (let item = sequence + 1; item < dataSet.next[sequence]!; item = dataSet.next[item]!) {
    const text = (tag: number): string => {
      const row = findRow(dataSet, tag, item);
      return row < 0 ? '' : (stringValues(file, row)[0] ?? '').trim();
    };
    const key = `${Number(text(0x00080301))}|${text(0x00080302)}`;
    const status = text(0x00080303);
    if (status === 'SAFE') safe.set(key, 'all');
    else if (status === 'MIXED') {
      const row = findRow(dataSet, 0x00080304, item);
      safe.set(key, new Set(row < 0 ? [] : numberValues(file, row).map(n => n & 0xff)));
    }
  }
  return {
    isSafe(group, creator, element) {
      const elements = safe.get(`${group}|${creator}`);
      return elements === 'all' || (elements?.has(element) ?? false);
    },
  };
}
