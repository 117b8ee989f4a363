import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { stringValues, uidValue } from '../../dicom/values';
import { isRegisteredUid } from '../../standard/uids';
import { uidAttributeClass } from '../../standard/uidAttributes';

/** UIDs of one file that name instances, series, studies, frames of reference and so on. */
export function instanceUids(file: DicomFile): Set<string> {
  const uids = new Set<string>();
  const { dataSet } = file;
  for (let row = 0; row < dataSet.count; row++) {
    if (dataSet.flags[row]! & (RowFlag.item | RowFlag.fragment | RowFlag.sequence)) continue;
    if (vrText(dataSet.vr[row]!) !== 'UI' || uidAttributeClass(dataSet.tag[row]!) === 'structural') continue;
    for (const uid of stringValues(file, row)) if (uid !== '' && !isRegisteredUid(uid)) uids.add(uid);
  }
  return uids;
}

/**
 * Closure of references over a set of files: what pointed to a file of the set before must point to one after.
 * Feed every input and its output, then ask.
 */
export class ReferenceClosure {
  private readonly before = new Map<string, number>();
  private readonly after = new Map<string, number>();
  private readonly counts: { before: number; after: number; path: string }[] = [];
  private readonly waiting: { path: string; before: Set<string>; after: Set<string> }[] = [];

  /** @param path name of the output, for the findings. */
  add(path: string, before: DicomFile, after: DicomFile): void {
    count(this.before, uidValue(before, 0x00080018));
    count(this.after, uidValue(after, 0x00080018));
    this.waiting.push({ path, before: instanceUids(before), after: instanceUids(after) });
  }

  /** Outputs that refer to fewer files of the set than their inputs did: links were broken. */
  broken(): { readonly path: string; readonly before: number; readonly after: number }[] {
    for (const { path, before, after } of this.waiting.splice(0)) {
      const b = [...before].filter(uid => this.before.has(uid)).length;
      const a = [...after].filter(uid => this.after.has(uid)).length;
      this.counts.push({ path, before: b, after: a });
    }
    return this.counts.filter(c => c.after < c.before);
  }

  /** UIDs of an output that are no image of a UID of its input: nobody can say where they came from. */
  static strays(before: DicomFile, after: DicomFile, mapping: ReadonlyMap<string, string>): number {
    const expected = new Set<string>();
    for (const uid of instanceUids(before)) {
      expected.add(uid);
      const mapped = mapping.get(uid);
      if (mapped !== undefined) expected.add(mapped);
    }
    return [...instanceUids(after)].filter(uid => !expected.has(uid)).length;
  }

  /** Output SOP Instance UIDs that several outputs share although their inputs did not. */
  collisions(): number {
    const twice = (map: Map<string, number>): number => [...map.values()].filter(n => n > 1).length;
    return Math.max(0, twice(this.after) - twice(this.before));
  }
}

function count(map: Map<string, number>, uid: string): void {
  if (uid !== '') map.set(uid, (map.get(uid) ?? 0) + 1);
}
