import { packed } from './tables/uids';
import { lazy, lineStarting, unpackText } from './unpack';

/** One row of the UID registry (PS3.6 Annex A). */
export interface UidEntry {
  readonly uid: string;
  readonly name: string;
  /** `SOPClass`, `TransferSyntax`, `WellKnownFrameOfReference` ... */
  readonly type: string;
  readonly keyword: string;
  readonly retired: boolean;
}

const text = lazy(() => unpackText(packed));
const entries = lazy((): readonly UidEntry[] => text().split('\n').map(parseEntry));
const byKeyword = lazy(() => new Map(entries().map(e => [e.keyword.toLowerCase(), e])));

/** Every registered UID is under it (PS3.6 Annex A). */
const DICOM_ROOT = '1.2.840.10008.';

function lineOf(uid: string): string | undefined {
  return uid.startsWith(DICOM_ROOT) ? lineStarting(text(), `${uid}\t`) : undefined;
}

function parseEntry(line: string): UidEntry {
  const [uid = '', name = '', type = '', flag = '', keyword = ''] = line.split('\t');
  return { uid, name, type, keyword, retired: flag === 'R' };
}

/** Rows that were asked for. */
const known = new Map<string, UidEntry>();

/** Row of the registry for a UID. */
export function uidEntry(uid: string): UidEntry | undefined {
  let entry = known.get(uid);
  if (entry) return entry;
  const line = lineOf(uid);
  if (line !== undefined) known.set(uid, (entry = parseEntry(line)));
  return entry;
}

/** True if exactly this UID is registered: such a value never identifies anyone and is never replaced. */
export function isRegisteredUid(uid: string): boolean {
  return lineOf(uid) !== undefined;
}

/** Row of the registry for a keyword such as `CTImageStorage`, whatever its case. */
export function uidByKeyword(keyword: string): UidEntry | undefined {
  return keyword ? byKeyword().get(keyword.toLowerCase()) : undefined;
}

/** UID of a SOP class given by keyword or by UID; `undefined` if it is neither. */
export function sopClassUid(keywordOrUid: string): string | undefined {
  const entry = byKeyword().get(keywordOrUid.toLowerCase()) ?? uidEntry(keywordOrUid);
  return entry?.type === 'SOPClass' ? entry.uid : undefined;
}

/** Name of a transfer syntax; `undefined` if it is not registered. */
export function transferSyntaxName(uid: string): string | undefined {
  const entry = uidEntry(uid);
  return entry?.type === 'TransferSyntax' ? entry.name : undefined;
}

/** Every row of the registry. */
export function allUids(): readonly UidEntry[] {
  return entries();
}
