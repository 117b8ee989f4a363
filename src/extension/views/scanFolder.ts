import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DicomFile } from '../../dicom/dicomFile';
import { openFileSource } from '../../dicom/fileSource.node';
import { openDicom } from '../../dicom/openFile';
import { findRow } from '../../dicom/rows';
import { stringValues } from '../../dicom/values';

/** What the list shows of one file. Lives in memory only. */
export interface FoundFile {
  readonly path: string;
  readonly patient: string;
  readonly study: string;
  readonly studyLabel: string;
  readonly series: string;
  readonly seriesLabel: string;
  readonly number: number;
}

/** Files looked at before the scan stops: a list of more helps nobody. */
export const SCAN_LIMIT = 50_000;

const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Finds DICOM files below a folder by their content, whatever their names. Unreadable folders and files are left out. */
export function scanFolder(folder: string, limit = SCAN_LIMIT): { files: FoundFile[]; complete: boolean } {
  const files: FoundFile[] = [];
  const waiting = [folder];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) waiting.push(path);
      } else if (entry.isFile()) {
        if (++seen > limit) return { files, complete: false };
        const found = lookAt(path);
        if (found) files.push(found);
      }
    }
  }
  return { files, complete: true };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Header facts of one file; undefined if it is not DICOM. */
export function lookAt(path: string): FoundFile | undefined {
  try {
    const source = openFileSource(path);
    try {
      if (!mayBeDicom(source.read(0, 132))) return undefined;
      return factsOf(path, openDicom(source));
    } finally {
      source.close();
    }
  } catch {
    return undefined;
  }
}

/** The prefix at byte 128, or a first tag of group 0002 or 0008 for files without preamble. */
export function mayBeDicom(head: Uint8Array): boolean {
  if (head.length >= 132 && String.fromCharCode(...head.subarray(128, 132)) === 'DICM') return true;
  const little = head[1] === 0 && (head[0] === 2 || head[0] === 8);
  const big = head[0] === 0 && (head[1] === 2 || head[1] === 8);
  return head.length >= 8 && (little || big) && head[2] + head[3] < 0x40;
}

function factsOf(path: string, file: DicomFile): FoundFile {
  const text = (tag: number) => {
    const row = findRow(file.dataSet, tag);
    return row < 0 ? '' : (stringValues(file, row)[0] ?? '');
  };
  const modality = text(0x00080060);
  return {
    path,
    patient: text(0x00100020),
    study: text(0x0020000d),
    studyLabel: [text(0x00080020), text(0x00081030)].filter(Boolean).join(' '),
    series: text(0x0020000e),
    seriesLabel: [modality, text(0x0008103e)].filter(Boolean).join(' '),
    number: Number(text(0x00200013)) || 0,
  };
}
