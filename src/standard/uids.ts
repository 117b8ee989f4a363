import { packed } from './tables/uids';
import { lazy, unpackLines } from './unpack';

/** One row of the UID registry (PS3.6 Annex A). */
export interface UidEntry {
  readonly uid: string;
  readonly name: string;
  /** `SOPClass`, `TransferSyntax`, `WellKnownFrameOfReference` ... */
  readonly type: string;
  readonly keyword: string;
  readonly retired: boolean;
}

const entries = lazy((): readonly UidEntry[] =>
  unpackLines(packed).map(line => {
    const [uid = '', name = '', type = '', flag = '', keyword = ''] = line.split('\t');
    return { uid, name, type, keyword, retired: flag === 'R' };
  }),
);
const byUid = lazy(() => new Map(entries().map(e => [e.uid, e])));
const byKeyword = lazy(() => new Map(entries().map(e => [e.keyword.toLowerCase(), e])));

/** Row of the registry for a UID. */
export function uidEntry(uid: string): UidEntry | undefined {
  return byUid().get(uid);
}

/** True if exactly this UID is registered: such a value never identifies anyone and is never replaced. */
export function isRegisteredUid(uid: string): boolean {
  return byUid().has(uid);
}

/** Row of the registry for a keyword such as `CTImageStorage`, whatever its case. */
export function uidByKeyword(keyword: string): UidEntry | undefined {
  return keyword ? byKeyword().get(keyword.toLowerCase()) : undefined;
}

/** UID of a SOP class given by keyword or by UID; `undefined` if it is neither. */
export function sopClassUid(keywordOrUid: string): string | undefined {
  const entry = byKeyword().get(keywordOrUid.toLowerCase()) ?? byUid().get(keywordOrUid);
  return entry?.type === 'SOPClass' ? entry.uid : undefined;
}

/** Name of a transfer syntax; `undefined` if it is not registered. */
export function transferSyntaxName(uid: string): string | undefined {
  const entry = byUid().get(uid);
  return entry?.type === 'TransferSyntax' ? entry.name : undefined;
}

/** Every row of the registry. */
export function allUids(): readonly UidEntry[] {
  return entries();
}
