import { join } from 'node:path';
import { openFileSource } from '../dicom/fileSource.node';
import { openDicom } from '../dicom/openFile';
import type { DicomFile } from '../dicom/dicomFile';
import { vrText } from '../dicom/elementTable';
import { isPrivateCreatorTag, isPrivateTag, privateCreator } from '../dicom/privateCreator';
import { findRow } from '../dicom/rows';
import { numberValues, stringValues, uidValue } from '../dicom/values';
import type { SampleDevice, SampleSummary } from '../profile/sample';
import { formatAttribute, formatTag } from '../profile/selectors';
import { discover } from './discover';

const SOP_CLASS = 0x00080016;
const MODALITY = 0x00080060;
const MANUFACTURER = 0x00080070;
const MODEL = 0x00081090;
const ROWS = 0x00280010;
const COLUMNS = 0x00280011;
const TRANSFER_SYNTAX = 0x00020010;
const MEDIA_STORAGE_SOP_CLASS = 0x00020002;
const DIRECTORY = '1.2.840.10008.1.3.10';
const ITEM_GROUP = 0xfffe;

/**
 * What the linter needs to know of the DICOM files below a folder: tags, classes, sizes. Files that are not DICOM or cannot
 * be read are passed over.
 * @param limit files looked at, at most.
 */
export function summarizeFolder(folder: string, limit = 2000): SampleSummary {
  const counts = new SampleCounts();
  for (const found of discover(folder)) {
    if (counts.files >= limit) break;
    if (found.kind === 'file') addFile(counts, join(folder, found.path));
  }
  return counts.summary();
}

function addFile(counts: SampleCounts, path: string): void {
  let source;
  try {
    source = openFileSource(path);
    counts.add(openDicom(source));
  } catch {
    // Not DICOM, or unreadable: no part of the sample.
  } finally {
    source?.close();
  }
}

class SampleCounts {
  files = 0;
  private readonly sopClasses = new Map<string, number>();
  private readonly transferSyntaxes = new Map<string, number>();
  private readonly attributes = new Map<number, number>();
  private readonly privateAttributes = new Map<string, string>();
  private readonly devices = new Map<string, SampleDevice>();
  private directories = 0;

  add(file: DicomFile): void {
    this.files++;
    count(this.transferSyntaxes, metaUid(file, TRANSFER_SYNTAX) || file.encoding.uid);
    if (metaUid(file, MEDIA_STORAGE_SOP_CLASS) === DIRECTORY) {
      this.directories++;
      return;
    }
    count(this.sopClasses, uidValue(file, SOP_CLASS));
    this.addTags(file);
    this.addDevice(file);
  }

  private addTags(file: DicomFile): void {
    const seen = new Set<number>();
    const { tag, vr, count: rows } = file.dataSet;
    for (let row = 0; row < rows; row++) {
      const t = tag[row] ?? 0;
      if (t >>> 16 === ITEM_GROUP) continue;
      if (!isPrivateTag(t)) seen.add(t);
      else if (!isPrivateCreatorTag(t)) {
        const creator = privateCreator(file, row);
        const key =
          creator === undefined
            ? formatTag(t)
            : formatAttribute({ kind: 'private', group: t >>> 16, creator, element: t & 0xff });
        if (!this.privateAttributes.has(key)) this.privateAttributes.set(key, vrText(vr[row] ?? 0));
      }
    }
    for (const t of seen) count(this.attributes, t);
  }

  private addDevice(file: DicomFile): void {
    const text = (tag: number) => {
      const row = findRow(file.dataSet, tag);
      return row < 0 ? '' : (stringValues(file, row)[0] ?? '').trim();
    };
    const number = (tag: number) => {
      const row = findRow(file.dataSet, tag);
      return row < 0 ? 0 : (numberValues(file, row)[0] ?? 0);
    };
    const device = {
      modality: text(MODALITY),
      manufacturer: text(MANUFACTURER),
      model: text(MODEL),
      rows: number(ROWS),
      columns: number(COLUMNS),
    };
    const key = JSON.stringify(device);
    this.devices.set(key, { ...device, files: (this.devices.get(key)?.files ?? 0) + 1 });
  }

  summary(): SampleSummary {
    const { files, sopClasses, transferSyntaxes, attributes, privateAttributes, directories } = this;
    const devices = [...this.devices.values()];
    return { files, sopClasses, transferSyntaxes, attributes, privateAttributes, devices, directories };
  }
}

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function metaUid(file: DicomFile, tag: number): string {
  const row = findRow(file.meta, tag);
  return row < 0 ? '' : (stringValues(file, row, file.meta)[0] ?? '').replace(/[\0 ]+$/, '');
}
