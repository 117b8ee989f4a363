import type { ByteSource } from '../../dicom/byteSource';
import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag } from '../../dicom/elementTable';
import { findRow } from '../../dicom/rows';
import { NotDicomError, openDicom } from '../../dicom/openFile';
import { ItemContext } from '../flatten/itemContext';
import { NONE } from '../flatten/pyValue';
import { isPythonInteger } from '../flatten/pyValue';

/** The attributes by which results are grouped, as the official scripts print them, without brackets. */
export interface Identity {
  readonly modality: string;
  readonly sopClass: string;
  readonly patient: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/** Why a file takes no part in a score. */
export type SkipReason = 'not-dicom' | 'unreadable' | 'lacks-attribute' | 'instance-number' | 'empty-pixel-data';

export type Scan =
  | { readonly kind: 'file'; readonly file: DicomFile; readonly identity: Identity }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly detail: string };

const PIXEL_DATA = 0x7fe00010;
const INSTANCE_NUMBER = 0x00200013;
const IDENTITY: readonly (readonly [keyof Identity, number, string])[] = [
  ['modality', 0x00080060, 'Modality'],
  ['sopClass', 0x00080016, 'SOPClassUID'],
  ['patient', 0x00100020, 'PatientID'],
  ['study', 0x0020000d, 'StudyInstanceUID'],
  ['series', 0x0020000e, 'SeriesInstanceUID'],
  ['instance', 0x00080018, 'SOPInstanceUID'],
];

/**
 * Opens a file and reads what identifies it. A file the official indexer would pass over is passed over here too; a file
 * that would end its run - one of the six attributes absent, a DICOMDIR - is passed over as well and said so.
 */
export function scanFile(source: ByteSource): Scan {
  let file: DicomFile;
  try {
    file = openDicom(source);
  } catch (error) {
    if (error instanceof NotDicomError) return { kind: 'skipped', reason: 'not-dicom', detail: 'not a DICOM file' };
    throw error;
  }
  if (!file.hasPreamble) return { kind: 'skipped', reason: 'not-dicom', detail: 'no preamble with DICM' };
  if (endsInSequence(file))
    return { kind: 'skipped', reason: 'unreadable', detail: 'it ends inside a sequence of undefined length' };
  const top = new ItemContext(file, -1, null);
  const identity: Record<string, string> = {};
  for (const [name, tag, keyword] of IDENTITY) {
    const row = findRow(file.dataSet, tag);
    if (row < 0) return { kind: 'skipped', reason: 'lacks-attribute', detail: `it has no ${keyword}` };
    const value = top.value(row);
    identity[name] = value === NONE ? 'None' : value.str();
  }
  const number = findRow(file.dataSet, INSTANCE_NUMBER);
  if (number >= 0 && hasFraction(top, number))
    return { kind: 'skipped', reason: 'instance-number', detail: 'its InstanceNumber is not an integer' };
  const pixels = findRow(file.dataSet, PIXEL_DATA);
  if (pixels >= 0 && file.dataSet.valueEnd[pixels] === file.dataSet.valueStart[pixels])
    return { kind: 'skipped', reason: 'empty-pixel-data', detail: 'its PixelData is empty' };
  return { kind: 'file', file, identity: identity as unknown as Identity };
}

/** Bytes [start, end) of the raw PixelData value, for its digest; null if there is none. */
export function pixelDataRange(file: DicomFile): readonly [number, number] | null {
  const row = findRow(file.dataSet, PIXEL_DATA);
  if (row < 0) return null;
  const flags = file.dataSet.flags[row];
  if ((flags & RowFlag.encapsulated) !== 0 && (flags & RowFlag.truncated) !== 0) return null;
  return [file.dataSet.valueStart[row], file.dataSet.valueEnd[row]];
}

/** True for a number such as `12.5`, on which the official indexer gives up; text that is no number is kept as text. */
function hasFraction(context: ItemContext, row: number): boolean {
  const text = context.value(row).str();
  return /^[+-]?\d*\.\d+$/.test(text.trim()) && !isPythonInteger(text);
}

function endsInSequence(file: DicomFile): boolean {
  if (!file.problems.some(problem => problem.severity === 'damage')) return false;
  const { flags, count } = file.dataSet;
  const cut = RowFlag.undefinedLength | RowFlag.truncated;
  for (let row = 0; row < count; row++)
    if ((flags[row] & cut) === cut && (flags[row] & RowFlag.sequence) !== 0) return true;
  return false;
}
