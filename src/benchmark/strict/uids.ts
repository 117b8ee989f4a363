import { isRegisteredUid } from '../../standard/uids';
import type { Mapping } from '../key/mapping';
import type { TagTable } from '../flatten/tagTable';
import type { Findings } from './findings';

const UID = /^[0-9]+(?:\.[0-9]+)+$/;
const REFERENCED_INSTANCE = '<(0008,1155)>';

/**
 * Looks at every UID of a file: none may be an old one, each must be what the mapping says for the one that stood there
 * before, and references must lead somewhere.
 * @param known SOP Instance UIDs of the files in the folder
 */
export function checkUids(
  file: string,
  table: TagTable,
  original: TagTable | null,
  mapping: Mapping,
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  for (const path of table.paths()) {
    if (!table.isUid(path)) continue;
    const now = (table.value(path) ?? '').slice(1, -1);
    if (!UID.test(now) || isRegisteredUid(now)) continue;
    if (mapping.oldToNew.has(now) && !mapping.newToOld.has(now)) {
      findings.add('uid-residual', file, path, 'The value is an old UID of the mapping.');
      continue;
    }
    const before = original?.value(path)?.slice(1, -1);
    const expected = before === undefined ? undefined : mapping.oldToNew.get(before);
    if (expected !== undefined && expected !== now)
      findings.add('uid-mapping', file, path, 'The value is not what the mapping gives for the old one.');
    else if (path.endsWith(REFERENCED_INSTANCE) && !known.has(now) && !mapping.newToOld.has(now))
      findings.add(
        'uid-open-reference',
        file,
        path,
        'The instance it names is not in the folder and not in the mapping.',
      );
  }
}
