import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag } from '../../dicom/elementTable';
import { findRow } from '../../dicom/rows';
import { tagPath } from '../../dicom/tagPath';
import { stringValues, valueBytes } from '../../dicom/values';
import { vrText } from '../../dicom/elementTable';
import { attributeType } from '../../standard/iod';
import type { ExplainedElement } from '../explain';
import { isCalendarDay, toDayNumber } from '../temporal/calendar';

/** Something that is not as it should be, at a place in the output (or, where it is gone, in the input). */
export interface PairFinding {
  readonly check: 'type' | 'pixels' | 'unasked' | 'dates' | 'identity';
  readonly path: string;
  /** One sentence without values. */
  readonly message: string;
}

const PIXEL_DATA = 0x7fe00010;

/** Attributes at the top level that a Type in the IOD demands, were there before and are not there now (PS3.5 7.4). */
export function typeFindings(before: DicomFile, after: DicomFile, sopClass: string): PairFinding[] {
  const findings: PairFinding[] = [];
  const { dataSet } = before;
  for (let row = 0; row < dataSet.count; row = dataSet.next[row]!) {
    const tag = dataSet.tag[row]!;
    const group = tag >>> 16;
    if (group & 1 || (group & 0xffe1) === 0x6000 || (group & 0xffe1) === 0x5000) continue;
    const type = attributeType(sopClass, [], tag);
    if (!type || type.startsWith('3')) continue;
    const other = findRow(after.dataSet, tag);
    const filled = (file: DicomFile, at: number): boolean => file.dataSet.valueEnd[at]! > file.dataSet.valueStart[at]!;
    if (other < 0) {
      findings.push({ check: 'type', path: tagPath(before, row), message: `Type ${type} attribute is missing.` });
    } else if (type.startsWith('1') && filled(before, row) && !filled(after, other)) {
      findings.push({ check: 'type', path: tagPath(before, row), message: `Type ${type} attribute is empty.` });
    }
  }
  return findings;
}

/** True if the value field of Pixel Data is the same, byte for byte. */
export function samePixels(before: DicomFile, after: DicomFile): boolean {
  const [a, b] = [before, after].map(file => {
    const row = findRow(file.dataSet, PIXEL_DATA);
    return row < 0 ? undefined : { file, start: file.dataSet.valueStart[row]!, end: file.dataSet.valueEnd[row]! };
  });
  if (!a || !b) return a === b;
  if (a.end - a.start !== b.end - b.start) return false;
  for (let at = 0; at < a.end - a.start; at += CHUNK) {
    const length = Math.min(CHUNK, a.end - a.start - at);
    const x = a.file.dataSource.read(a.start + at, length).slice();
    const y = b.file.dataSource.read(b.start + at, length);
    for (let i = 0; i < length; i++) if (x[i] !== y[i]) return false;
  }
  return true;
}

const CHUNK = 1 << 20;

/**
 * Elements that the profile does not touch but that differ, or are gone; and elements of the output that were not in the
 * input and are no markers. Needs the explanation of the input under the profile that made the output.
 */
export function unaskedChanges(
  before: DicomFile,
  after: DicomFile,
  explained: readonly ExplainedElement[],
): PairFinding[] {
  const rows = rowsByPath(after);
  const findings: PairFinding[] = [];
  const { flags } = before.dataSet;
  const goneItems = new Set(
    explained.filter(e => e.result === 'removed' && flags[e.row]! & RowFlag.item).map(e => e.row),
  );
  for (const element of explained) {
    if (element.result !== 'kept') continue;
    const candidates = rows.get(pathWithout(before, element, goneItems)) ?? [];
    const same = candidates.some(row => equalValues(before, element.row, after, row));
    if (same) continue;
    findings.push({
      check: 'unasked',
      path: element.path,
      message:
        candidates.length === 0 ? 'Nothing asks for it, but it is gone.' : 'Nothing asks for it, but it changed.',
    });
  }
  return findings;
}

/** The path an element has after items before it, or before its ancestors, are gone. */
function pathWithout(file: DicomFile, element: ExplainedElement, gone: ReadonlySet<number>): string {
  if (gone.size === 0) return element.path;
  const { parent, next, flags } = file.dataSet;
  const less: number[] = [];
  for (let at = element.row; at >= 0; at = parent[at]!) {
    if (!(flags[at]! & RowFlag.item)) continue;
    let before = 0;
    for (let sibling = parent[at]! + 1; sibling < at; sibling = next[sibling]!) if (gone.has(sibling)) before++;
    less.unshift(before);
  }
  let step = 0;
  return element.path.replace(/\[<(\d+)>\]/g, (_, n: string) => `[<${Number(n) - (less[step++] ?? 0)}>]`);
}

function rowsByPath(file: DicomFile): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < file.dataSet.count; row++) {
    if (file.dataSet.flags[row]! & (RowFlag.item | RowFlag.fragment)) continue;
    const path = tagPath(file, row);
    const list = rows.get(path);
    if (list) list.push(row);
    else rows.set(path, [row]);
  }
  return rows;
}

function equalValues(a: DicomFile, rowA: number, b: DicomFile, rowB: number): boolean {
  if (a.dataSet.flags[rowA]! & (RowFlag.sequence | RowFlag.encapsulated)) return true;
  const length = a.dataSet.valueEnd[rowA]! - a.dataSet.valueStart[rowA]!;
  if (b.dataSet.valueEnd[rowB]! - b.dataSet.valueStart[rowB]! !== length) return false;
  if (length > CHUNK) return true;
  const x = valueBytes(a, rowA).slice();
  const y = valueBytes(b, rowB);
  for (let i = 0; i < length; i++) if (x[i] !== y[i]) return false;
  return true;
}

/** How many days each full date at the top level moved, by tag; dates that were emptied or replaced by a dummy are left out. */
export function dayOffsets(before: DicomFile, after: DicomFile): Map<number, number> {
  const offsets = new Map<number, number>();
  const { dataSet } = before;
  for (let row = 0; row < dataSet.count; row = dataSet.next[row]!) {
    const vr = vrText(dataSet.vr[row]!);
    if (vr !== 'DA' && vr !== 'DT') continue;
    const other = findRow(after.dataSet, dataSet.tag[row]!);
    if (other < 0) continue;
    const from = dayOf(stringValues(before, row)[0]);
    const to = dayOf(stringValues(after, other)[0]);
    if (from !== undefined && to !== undefined) offsets.set(dataSet.tag[row]!, to - from);
  }
  return offsets;
}

const DUMMY_DAY = '19000101';

function dayOf(text: string | undefined): number | undefined {
  const match = /^(\d{4})[.-]?(\d{2})[.-]?(\d{2})/.exec(text ?? '');
  if (!match || match[0] === DUMMY_DAY) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDay(day) ? toDayNumber(day) : undefined;
}
