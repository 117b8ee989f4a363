import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { childRows, findRow } from '../../dicom/rows';
import { convertValue } from './convertValue';
import { pydicomAttribute, pydicomPrivate } from './pydicomDictionary';
import type { Encodings } from './pythonCharset';
import { DEFAULT_ENCODINGS, encodingsOf } from './pythonCharset';
import type { PyValue } from './pyValue';
import { bytesValue, numbersValue } from './pyValue';

const SPECIFIC_CHARACTER_SET = 0x00080005;
const PIXEL_REPRESENTATION = 0x00280103;
const LUT_DESCRIPTOR = 0x00283002;
const PIXEL_DATA = 0x7fe00010;
const LUT_DESCRIPTORS = new Set([0x00281101, 0x00281102, 0x00281103, 0x00283002]);

/** One data set - the file's or an item's - as pydicom 2.2.1 sees it. */
export class ItemContext {
  private encodingsOnce: Encodings | undefined;
  private readonly creators = new Map<number, PyValue | null>();

  /** @param item row of the item, -1 for the data set itself */
  constructor(
    readonly file: DicomFile,
    readonly item: number,
    readonly parent: ItemContext | null,
  ) {}

  /** Rows of the elements in tag order; of an element that is there twice the last counts. */
  elements(): number[] {
    const { dataSet } = this.file;
    let rows = childRows(dataSet, this.item);
    // Encapsulated pixel data without its delimiter is not there for pydicom.
    if (rows.some(row => isCutOff(dataSet.flags[row]))) rows = rows.filter(row => !isCutOff(dataSet.flags[row]));
    let sorted = true;
    for (let i = 1; i < rows.length && sorted; i++) sorted = dataSet.tag[rows[i - 1]] < dataSet.tag[rows[i]];
    if (sorted) return rows;
    const last = new Map(rows.map(row => [dataSet.tag[row], row]));
    return [...last.entries()].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
  }

  /** Codecs of the text in this data set, its own or inherited (PS3.5 7.5.3). */
  get encodings(): Encodings {
    return (this.encodingsOnce ??= this.findEncodings());
  }

  private findEncodings(): Encodings {
    const row = findRow(this.file.dataSet, SPECIFIC_CHARACTER_SET, this.item);
    if (row < 0) return this.parent?.encodings ?? DEFAULT_ENCODINGS;
    const value = convertValue('CS', this.bytes(row), false, DEFAULT_ENCODINGS);
    return encodingsOf(value.texts ?? []);
  }

  /** Bytes of a value; a view that is only valid until the next read. */
  bytes(row: number): Uint8Array {
    const { dataSet, dataSource } = this.file;
    const start = dataSet.valueStart[row];
    return dataSource.read(start, dataSet.valueEnd[row] - start);
  }

  /** True if the reader made a sequence of it at once, before any look-up by private creator. */
  isReadAsSequence(row: number): boolean {
    const { flags } = this.file.dataSet;
    return (flags[row] & RowFlag.undefinedLength) !== 0 && (flags[row] & RowFlag.encapsulated) === 0;
  }

  /** VR the value is converted with: as written, else from the dictionaries; choices such as `US or SS` stay. */
  vr(row: number): string {
    const { dataSet } = this.file;
    const flags = dataSet.flags[row];
    if (this.isReadAsSequence(row)) return 'SQ';
    const tag = dataSet.tag[row];
    if ((flags & RowFlag.implicit) !== 0) {
      const known = pydicomAttribute(tag);
      if (known) return known.vr;
      if ((tag >>> 16) & 1) return this.privateVr(tag);
      return (tag & 0xffff) === 0 ? 'UL' : 'UN';
    }
    const written = vrText(dataSet.vr[row]);
    if (written !== 'UN') return written;
    if ((tag >>> 16) & 1) return this.privateVr(tag);
    if (dataSet.valueEnd[row] - dataSet.valueStart[row] < 0xffff) return pydicomAttribute(tag)?.vr ?? 'UN';
    return 'UN';
  }

  private privateVr(tag: number): string {
    const element = tag & 0xffff;
    if (element >= 0x10 && element < 0x100) return 'LO';
    if (element < 0x100) return 'UN';
    const creator = this.creatorValue(((tag & 0xffff0000) | (element >>> 8)) >>> 0);
    return (creator && pydicomPrivate(tag, creator.str())?.vr) || 'UN';
  }

  /** Value of the element that reserves the block of a private tag; null if it is not there (PS3.5 7.8.1). */
  private creatorValue(creatorTag: number): PyValue | null {
    let value = this.creators.get(creatorTag);
    if (value === undefined) {
      const row = findRow(this.file.dataSet, creatorTag, this.item);
      value = row < 0 ? null : this.value(row);
      this.creators.set(creatorTag, value);
    }
    return value;
  }

  /** Private creator as pydicom notes it on an element: also for odd blocks, never for sequences of undefined length. */
  privateCreator(row: number): string {
    const tag = this.file.dataSet.tag[row];
    if (((tag >>> 16) & 1) === 0 || this.isReadAsSequence(row)) return '';
    const creatorTag = ((tag & 0xffff0000) | ((tag & 0xffff) >>> 8)) >>> 0;
    return creatorTag === tag ? '' : (this.creatorValue(creatorTag)?.str() ?? '');
  }

  /** The value of a row that is no sequence, and the VR it ended up with. */
  resolve(row: number): { readonly vr: string; readonly value: PyValue } {
    const { dataSet } = this.file;
    const bigEndian = (dataSet.flags[row] & RowFlag.bigEndian) !== 0;
    const tag = dataSet.tag[row];
    let vr = this.vr(row);
    if (vr.includes(' ')) vr = this.settle(tag, vr, row);
    if (isOpaque(vr)) {
      const length = dataSet.valueEnd[row] - dataSet.valueStart[row];
      return {
        vr,
        value:
          length === 0 ? convertValue(vr, new Uint8Array(0), bigEndian, []) : bytesValue(() => this.bytes(row), length),
      };
    }
    // Before the value is read: finding the encodings may read as well, and a view lasts until the next read.
    const { encodings } = this;
    const value = convertValue(vr, this.bytes(row), bigEndian, encodings);
    if (LUT_DESCRIPTORS.has(tag) && value.numbers && value.numbers.length > 1 && value.numbers[0] < 0)
      return { vr, value: numbersValue([value.numbers[0] + 65536, ...value.numbers.slice(1)], String) };
    return { vr, value };
  }

  value(row: number): PyValue {
    return this.resolve(row).value;
  }

  /** Settles `US or SS` and its like by other attributes (PS3.5 A.1, PS3.3 C.11.1.1.1). */
  private settle(tag: number, vr: string, row: number): string {
    if (vr.startsWith('OB'))
      return this.file.encoding.implicit || this.file.dataSet.tag[row] === PIXEL_DATA ? 'OW' : 'OB';
    if (tag === 0x00283006) {
      const descriptor = findRow(this.file.dataSet, LUT_DESCRIPTOR, this.item);
      return descriptor >= 0 && this.value(descriptor).numbers?.[0] === 1 ? 'US' : 'OW';
    }
    if (vr !== 'US or SS') return 'OW';
    let holder: ItemContext = this.owner(PIXEL_REPRESENTATION);
    const representation = findRow(holder.file.dataSet, PIXEL_REPRESENTATION, holder.item);
    if (representation < 0) {
      holder = holder.root();
      return findRow(holder.file.dataSet, PIXEL_DATA) < 0 ? 'US' : 'OW';
    }
    return holder.value(representation).numbers?.[0] === 0 ? 'US' : 'SS';
  }

  /** The innermost enclosing data set that has an element; the outermost if none has. */
  private owner(tag: number): ItemContext {
    if (findRow(this.file.dataSet, tag, this.item) >= 0 || !this.parent) return this;
    return this.parent.owner(tag);
  }

  private root(): ItemContext {
    return this.parent ? this.parent.root() : this;
  }
}

function isCutOff(flags: number): boolean {
  return (flags & RowFlag.encapsulated) !== 0 && (flags & RowFlag.truncated) !== 0;
}

/** VRs whose value is kept as bytes; they are read again each time, so that large ones take no memory. */
function isOpaque(vr: string): boolean {
  return vr === 'UN' || vr === 'OB' || vr === 'OW' || vr === 'OF' || vr === 'OD' || vr === 'OL' || vr === 'OV';
}
