import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DicomFile } from '../../dicom/dicomFile';
import { openFileSource } from '../../dicom/fileSource.node';
import { openDicom } from '../../dicom/openFile';
import { findRow } from '../../dicom/rows';
import { stringValues } from '../../dicom/values';
import { hasPixelData } from '../../pixels/pixelDescription';
import { compileConditions } from '../../profile/conditions';
import type { Condition } from '../../profile/model';
import type { FoundPicture } from './frameThread';

/** Files of a folder that are looked at: a sample is no archive. */
const LIMIT = 5000;

/** True if a file fulfils the conditions of a device recipe. */
export function fulfils(file: DicomFile, when: readonly Condition[]): boolean {
  return compileConditions(when)(tag => {
    const row = findRow(file.dataSet, tag);
    return row < 0 ? [] : stringValues(file, row).map(value => value.trim());
  });
}

/** The next file after a place in a folder, and after the last again from the first, that has pixels and fulfils the conditions. */
export function findPicture(folder: string, when: readonly Condition[], after: number): FoundPicture | null {
  const paths = filesOf(folder);
  for (let step = 1; step <= paths.length; step++) {
    const place = (after + step) % paths.length;
    const path = paths[place];
    if (path !== undefined && isPicture(path, when)) return { path, place };
  }
  return null;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .slice(0, LIMIT)
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

function isPicture(path: string, when: readonly Condition[]): boolean {
  let source: ReturnType<typeof openFileSource> | undefined;
  try {
    source = openFileSource(path);
    if (source.size === 0) return false;
    const file = openDicom(source);
    return hasPixelData(file) && fulfils(file, when);
  } catch {
    // A sample may hold other files, and broken ones.
    return false;
  } finally {
    source?.close();
  }
}
