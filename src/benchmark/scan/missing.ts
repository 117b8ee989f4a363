import type { KeyInstance } from '../key/answerKey';
import { PythonSet } from '../python/setOrder';

/**
 * Instances of the key that no file was found for, in the order of the official scripts: batches of a set difference, in
 * each batch in the order of the key.
 * @param byInstance rows of the key by SOP Instance UID, in the order of the key
 */
export function missingInstances(
  byInstance: ReadonlyMap<string, readonly KeyInstance[]>,
  lookedUp: ReadonlySet<string>,
  cpus: number,
): KeyInstance[] {
  const uids = [...byInstance.keys()];
  if (uids.every(uid => lookedUp.has(uid))) return [];
  const found = new PythonSet(uids.filter(uid => lookedUp.has(uid)));
  const missing = [...new PythonSet(uids).difference(found)];
  const position = new Map(uids.map((uid, i) => [uid, i]));
  const size = Math.max(1, Math.min(50, Math.ceil(missing.length / Math.max(1, cpus))));
  const ordered: KeyInstance[] = [];
  for (let at = 0; at < missing.length; at += size) {
    const batch = missing.slice(at, at + size).sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    for (const uid of batch) ordered.push(...(byInstance.get(uid) ?? []));
  }
  return ordered;
}
