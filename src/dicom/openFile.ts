import type { ByteSource } from './byteSource';
import { memorySource } from './byteSource';
import { ByteWindow } from './byteWindow';
import type { DicomFile, TransferEncoding } from './dicomFile';
import type { ElementTable } from './elementTable';
import { inflateDataSet } from './inflate';
import { ProblemLog } from './problemLog';
import { findRow } from './rows';
import type { Sniffed } from './sniff';
import { sniffEncoding } from './sniff';
import { TableBuilder, type ReusedTables } from './tableBuilder';
import { tokenize } from './tokenize';
import { TransferSyntax, isDeflatedSyntax, isImplicitSyntax, isNativeSyntax } from './transferSyntax';

/** The bytes are not DICOM at all. */
export class NotDicomError extends Error {
  override readonly name = 'NotDicomError';
  /** @param offset byte at which the file stopped looking like DICOM. */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const GROUP_LENGTH = 0x00020000;
const TRANSFER_SYNTAX_UID = 0x00020010;

/**
 * Tokenizes one DICOM file: preamble and file meta group (PS3.10 7.1), then the data set in the encoding they declare, or
 * in the one its bytes are in. Files without preamble, without meta group or with a wrong meta group are understood.
 * @param tables data elements to make room for at once (a table that has to grow leaves its smaller versions behind as
 * garbage), or tables to use again.
 * @throws NotDicomError if nothing in the bytes looks like DICOM. Damage inside a DICOM file is reported in `problems`.
 */
export function openDicom(source: ByteSource, tables: number | ReusedTables = 256): DicomFile {
  const problems = new ProblemLog();
  const window = new ByteWindow(source);
  const hasPreamble = window.ensure(0, 132) && isPrefix(window.bytes, 128);
  const metaStart = hasPreamble ? 132 : 0;
  const meta = readMeta(
    window,
    metaStart,
    problems,
    typeof tables === 'number' ? new TableBuilder(16) : tables.metaTable(),
  );
  const dataSetStart = meta.end;
  const declaredUid = transferSyntaxOf(meta.table, window);
  if (declaredUid === undefined && meta.table.count > 0)
    problems.add('note', 'no-transfer-syntax', metaStart, 'The file meta group has no Transfer Syntax UID.');
  if (isDeflatedSyntax(declaredUid ?? ''))
    return openDeflated(source, dataSetStart, hasPreamble, meta.table, declaredUid ?? '', problems);

  const found = sniffEncoding(
    window,
    dataSetStart,
    declaredUid === undefined ? undefined : declaredHeaders(declaredUid),
  );
  if (!hasPreamble && meta.table.count === 0 && found === undefined)
    throw new NotDicomError('Not a DICOM file: no DICM prefix at byte 128 and no data element at the start.', 0);
  const encoding = encodingOf(declaredUid, found, dataSetStart, problems);
  const set = tokenize(source, dataSetStart, source.size, encoding, {
    window,
    problems,
    table: typeof tables === 'number' ? new TableBuilder(tables) : tables.dataSetTable(),
  });
  if (set.table.count === 0)
    problems.add('damage', 'no-data-set', dataSetStart, 'No data element follows the file meta group.');
  return {
    source,
    dataSetStart,
    hasPreamble,
    meta: meta.table,
    encoding,
    dataSource: source,
    dataSet: set.table,
    dataSetEnd: set.end,
    problems: problems.problems,
  };
}

function openDeflated(
  source: ByteSource,
  start: number,
  hasPreamble: boolean,
  meta: ElementTable,
  uid: string,
  problems: ProblemLog,
): DicomFile {
  const { bytes, status } = inflateDataSet(source.read(start, source.size - start));
  if (status === 'limit')
    problems.add('damage', 'inflate-limit', start, 'The deflated data set inflates to more than 1 GiB.');
  else if (status === 'truncated')
    problems.add('damage', 'deflate-damaged', start, 'The deflated data set ends early or is not deflated.');
  const dataSource = memorySource(bytes);
  const dataWindow = new ByteWindow(dataSource);
  const found = sniffEncoding(dataWindow, 0);
  const encoding: TransferEncoding = {
    uid,
    declared: true,
    implicit: found?.implicit ?? false,
    bigEndian: false,
    deflated: true,
  };
  const set = tokenize(dataSource, 0, bytes.length, encoding, { window: dataWindow, problems });
  return {
    source,
    dataSetStart: start,
    hasPreamble,
    meta,
    encoding,
    dataSource,
    dataSet: set.table,
    dataSetEnd: set.end,
    problems: problems.problems,
  };
}

function isPrefix(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x44 && bytes[at + 1] === 0x49 && bytes[at + 2] === 0x43 && bytes[at + 3] === 0x4d;
}

/** Reads the meta group to the first element of another group, whatever its group length says (PS3.10 7.1). */
function readMeta(
  window: ByteWindow,
  start: number,
  problems: ProblemLog,
  empty: TableBuilder,
): { table: ElementTable; end: number } {
  const size = window.source.size;
  const bigEndian = window.ensure(start, 8) && isBigEndianMeta(window.bytes, start - window.start);
  if (bigEndian) problems.add('note', 'meta-big-endian', start, 'The file meta group is written in big endian.');
  const options = { window, problems, onlyGroup: 2, table: empty };
  const { table, end } = tokenize(window.source, start, size, { implicit: false, bigEndian }, options);
  const length = findRow(table, GROUP_LENGTH);
  if (table.count === 0) return { table, end };
  if (length < 0) problems.add('note', 'no-meta-length', start, 'The file meta group has no group length.');
  else if (table.valueEnd[length] - table.valueStart[length] === 4 && window.ensure(table.valueStart[length], 4)) {
    const at = table.valueStart[length] - window.start;
    const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + at, 4);
    if (table.end[length] + view.getUint32(0, !bigEndian) !== end)
      problems.add('note', 'meta-length', start, 'The length of the file meta group is wrong.');
  }
  return { table, end };
}

function isBigEndianMeta(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 && bytes[at + 1] === 2 && bytes[at + 2] === 0 && bytes[at + 4] >= 0x41;
}

function transferSyntaxOf(meta: ElementTable, window: ByteWindow): string | undefined {
  const row = findRow(meta, TRANSFER_SYNTAX_UID);
  if (row < 0) return undefined;
  const length = meta.valueEnd[row] - meta.valueStart[row];
  if (length === 0 || length > 128 || !window.ensure(meta.valueStart[row], length)) return undefined;
  let uid = '';
  const at = meta.valueStart[row] - window.start;
  for (let i = at; i < at + length; i++) if (window.bytes[i] > 0x20) uid += String.fromCharCode(window.bytes[i]);
  return uid === '' ? undefined : uid;
}

function declaredHeaders(uid: string): Sniffed {
  return { implicit: isImplicitSyntax(uid), bigEndian: uid === TransferSyntax.explicitBigEndian };
}

/** What the data set is really in: the declared encoding unless its first header contradicts it. */
function encodingOf(
  declaredUid: string | undefined,
  found: Sniffed | undefined,
  offset: number,
  problems: ProblemLog,
): TransferEncoding {
  const declared = declaredUid !== undefined;
  const uid = declaredUid ?? TransferSyntax.implicitLittleEndian;
  const { implicit, bigEndian } = declaredHeaders(uid);
  if (found === undefined) return { uid, declared, implicit, bigEndian, deflated: false };
  if (declared && found.implicit === implicit && found.bigEndian === bigEndian)
    return { uid, declared, implicit, bigEndian, deflated: false };
  const foundUid = found.bigEndian
    ? TransferSyntax.explicitBigEndian
    : found.implicit
      ? TransferSyntax.implicitLittleEndian
      : TransferSyntax.explicitLittleEndian;
  if (declared)
    problems.add(
      'note',
      'other-encoding',
      offset,
      'The data set is not in the encoding its Transfer Syntax UID declares.',
    );
  // An encapsulated syntax stays true of the pixels even if the headers are in another encoding.
  const effective = declared && !isNativeSyntax(uid) ? uid : foundUid;
  return { uid: effective, declared, implicit: found.implicit, bigEndian: found.bigEndian, deflated: false };
}
