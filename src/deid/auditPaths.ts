import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag } from '../dicom/elementTable';
import { creatorTag } from '../dicom/privateCreator';
import { tagText } from '../dicom/problemLog';
import { tagPath } from '../dicom/tagPath';
import { enclosingItem } from '../dicom/values';

/** Tags met in files of one kind are few; garbage read as tags must not grow the cache without bound. */
const LIMIT = 20_000;
const texts = new Map<number, string>();

/**
 * Paths of the rows of one file, as `tagPath` spells them. The audit asks for most rows of every file, so what repeats is
 * kept: the text of a tag, the path of an item, the block of a private creator.
 */
export class AuditPaths {
  private readonly items = new Map<number, string>();
  private readonly blocks = new Map<number, string>();

  constructor(private readonly file: DicomFile) {}

  of(row: number): string {
    const table = this.file.dataSet;
    const tag = table.tag[row]!;
    if (table.flags[row]! & (RowFlag.item | RowFlag.fragment)) return tagPath(this.file, row);
    const parent = table.parent[row]!;
    const block = creatorTag(tag);
    if (block !== 0) return this.privatePath(row, tag, block);
    return parent < 0 ? textOf(tag) : this.itemPath(parent) + textOf(tag);
  }

  private itemPath(row: number): string {
    let path = this.items.get(row);
    if (path === undefined) this.items.set(row, (path = tagPath(this.file, row)));
    return path;
  }

  /** `(0029,"ACME 1.1",10)`: everything up to the last two digits is the same for a block. */
  private privatePath(row: number, tag: number, block: number): string {
    const key = (enclosingItem(this.file.dataSet, row) + 1) * 0x100000000 + block;
    const start = this.blocks.get(key);
    if (start !== undefined) return `${start}${HEX[tag & 0xff]})`;
    const path = tagPath(this.file, row);
    // Without a creator the path ends in the whole element number.
    if (path.endsWith(`",${HEX[tag & 0xff]})`)) this.blocks.set(key, path.slice(0, -3));
    return path;
  }
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

function textOf(tag: number): string {
  let text = texts.get(tag);
  if (text === undefined) {
    text = tagText(tag);
    if (texts.size < LIMIT) texts.set(tag, text);
  }
  return text;
}
