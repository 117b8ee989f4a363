import type { DicomFile } from '../dicom/dicomFile';
import { findRow } from '../dicom/rows';
import { latin1 } from '../dicom/characterSet';
import { stringValues, uidValue, valueBytes } from '../dicom/values';
import type { InstanceValues } from '../profile/conditions';
import * as tags from './tags';
import { trimUid } from './uids';

/** What must be known of a file before its plan is chosen; one pass over the top level. */
export interface InstanceFacts {
  readonly sopClass: string;
  /** Empty if the file has none. */
  readonly sopInstance: string;
  readonly study: string;
  readonly series: string;
  readonly modality: string;
  readonly burnedIn: string;
  readonly hasPixels: boolean;
  readonly hasDirectory: boolean;
}

/** Reads the facts; SOP Class and Instance UID are taken from the file meta group if the data set has none. */
export function instanceFacts(file: DicomFile): InstanceFacts {
  const { dataSet } = file;
  const found = { sopClass: '', sopInstance: '', study: '', series: '', modality: '', burnedIn: '' };
  let hasPixels = false;
  let hasDirectory = false;
  const text = (row: number): string => {
    const value = trimUid(latin1(valueBytes(file, row).subarray(0, 128)));
    const end = value.indexOf('\\');
    return end < 0 ? value : value.slice(0, end).trimEnd();
  };
  for (let row = 0; row < dataSet.count; row = dataSet.next[row]!) {
    switch (dataSet.tag[row]) {
      case tags.SOP_CLASS_UID:
        found.sopClass ||= text(row);
        break;
      case tags.SOP_INSTANCE_UID:
        found.sopInstance ||= text(row);
        break;
      case tags.STUDY_INSTANCE_UID:
        found.study ||= text(row);
        break;
      case tags.SERIES_INSTANCE_UID:
        found.series ||= text(row);
        break;
      case tags.MODALITY:
        found.modality ||= text(row);
        break;
      case tags.BURNED_IN_ANNOTATION:
        found.burnedIn ||= text(row).toUpperCase();
        break;
      case tags.DIRECTORY_RECORDS:
        hasDirectory = true;
        break;
      case tags.PIXEL_DATA:
      case 0x7fe00008:
      case 0x7fe00009:
        hasPixels = true;
        break;
      default:
    }
  }
  return {
    ...found,
    sopClass: found.sopClass || uidValue(file, 0x00020002),
    sopInstance: found.sopInstance || uidValue(file, 0x00020003),
    hasPixels,
    hasDirectory,
  };
}

/** Values at the top of the data set for the conditions of a profile, read when asked for. */
export function instanceValues(file: DicomFile): InstanceValues {
  const known = new Map<number, readonly string[]>();
  return tag => {
    let values = known.get(tag);
    if (!values) {
      const row = findRow(file.dataSet, tag);
      values = row < 0 ? [] : stringValues(file, row).map(value => value.trim());
      known.set(tag, values);
    }
    return values;
  };
}
