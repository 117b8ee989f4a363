import type { DicomFile } from '../../dicom/dicomFile';
import { findRow } from '../../dicom/rows';
import { attributeType, knownSopClass } from '../../standard/iod';

/** An attribute that was fine before and breaks its Type now. */
export interface TypeViolation {
  /** Tag path with item numbers, for example `(0008,1140)[<0>](0008,1150)`. */
  readonly path: string;
  readonly type: '1' | '1C' | '2' | '2C';
  readonly problem: 'missing' | 'empty';
}

/**
 * Attributes whose Type (PS3.5 7.4) was fulfilled before and is not any more: Type 1 missing or empty, Type 2 missing.
 * Attributes that are conditional count where they were there before. Items are compared position by position.
 */
export function typeViolations(before: DicomFile, after: DicomFile, sopClass: string): TypeViolation[] {
  if (!knownSopClass(sopClass)) return [];
  const found: TypeViolation[] = [];
  compare(before, -1, after, -1, sopClass, [], '', found);
  return found;
}

function compare(
  before: DicomFile,
  itemBefore: number,
  after: DicomFile,
  itemAfter: number,
  sopClass: string,
  sequences: readonly number[],
  prefix: string,
  found: TypeViolation[],
): void {
  const table = before.dataSet;
  const end = itemBefore < 0 ? table.count : table.next[itemBefore];
  for (let row = itemBefore + 1; row < end; row = table.next[row]) {
    const tag = table.tag[row];
    if ((tag >>> 16) & 1) continue;
    const other = findRow(after.dataSet, tag, itemAfter);
    const path = `${prefix}${tagText(tag)}`;
    const type = attributeType(sopClass, sequences, tag);
    if (type !== undefined && type !== '3' && type !== '3C') {
      const wasEmpty = isEmpty(before, row);
      const strong = type.startsWith('1');
      if (other < 0 && !(strong && wasEmpty)) found.push({ path, type, problem: 'missing' });
      else if (other >= 0 && strong && !wasEmpty && isEmpty(after, other)) found.push({ path, type, problem: 'empty' });
    }
    if (other < 0 || table.next[row] === row + 1) continue;
    let item = row + 1;
    let itemOther = other + 1;
    for (let i = 0; item < table.next[row] && itemOther < after.dataSet.next[other]; i++) {
      if (table.tag[item] !== 0xfffee000 || after.dataSet.tag[itemOther] !== 0xfffee000) break;
      compare(before, item, after, itemOther, sopClass, [...sequences, tag], `${path}[<${i}>]`, found);
      item = table.next[item];
      itemOther = after.dataSet.next[itemOther];
    }
  }
}

function isEmpty(file: DicomFile, row: number): boolean {
  const { dataSet } = file;
  return dataSet.next[row] === row + 1 && dataSet.valueEnd[row] === dataSet.valueStart[row];
}

function tagText(tag: number): string {
  const digits = tag.toString(16).padStart(8, '0');
  return `(${digits.slice(0, 4)},${digits.slice(4)})`;
}
