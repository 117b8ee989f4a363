import type { ByteSource } from './byteSource';
import type { ElementTable } from './elementTable';

/** Something wrong or unusual in the bytes. Never holds a value of the file. */
export interface Problem {
  /** Stable code in kebab-case, for example `value-past-end`. */
  readonly code: string;
  /** Byte offset in the data set's source where it was noticed. */
  readonly offset: number;
  /** One sentence: what was expected and what was found; tags, VRs, lengths and offsets only. */
  readonly message: string;
  /** `damage`: structure lost, so the file must not be published. `note`: unusual but understood completely. */
  readonly severity: 'damage' | 'note';
}

/** How a data set is encoded (PS3.5 10, PS3.5 Annex A). */
export interface TransferEncoding {
  /** Transfer Syntax UID as written in (0002,0010), or the one found by looking at the bytes. */
  readonly uid: string;
  /** False if (0002,0010) was absent and the encoding was sniffed. */
  readonly declared: boolean;
  readonly implicit: boolean;
  readonly bigEndian: boolean;
  readonly deflated: boolean;
}

/** One DICOM file, tokenized: offsets and tables, no values. */
export interface DicomFile {
  /** The bytes of the file. */
  readonly source: ByteSource;
  /** Offset of the data set in `source`; what stands before is preamble and file meta. */
  readonly dataSetStart: number;
  /** True if the 128-byte preamble and `DICM` were there. */
  readonly hasPreamble: boolean;
  /** File meta information (group 0002), offsets in `source`. Empty table if absent. */
  readonly meta: ElementTable;
  readonly encoding: TransferEncoding;
  /** Where the offsets of `dataSet` point: `source` itself, or the inflated bytes of a deflated file. */
  readonly dataSource: ByteSource;
  readonly dataSet: ElementTable;
  /** Offset in `dataSource` past the last complete element; bytes from there on are trailing padding or garbage. */
  readonly dataSetEnd: number;
  readonly problems: readonly Problem[];
}
