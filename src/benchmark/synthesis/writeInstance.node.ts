import type { DicomFile } from '../../dicom/dicomFile';
import { buildFileMeta } from '../../dicom/fileMeta';
import { splice } from '../../dicom/splice';
import { uidValue } from '../../dicom/values';
import { writeParts } from '../../dicom/writeParts.node';
import { implementation } from './embedded/modules';
import type { Infusion } from './infuse';

/** Writes an instance with its edits; everything else, pixel data included, is copied as it was. Makes missing folders. */
export function writeInstance(path: string, file: DicomFile, infusion: Infusion): void {
  const meta = buildFileMeta({
    sopClassUid: uidValue(file, 0x00080016),
    sopInstanceUid: infusion.instanceUid,
    transferSyntax: infusion.transferSyntax,
    implementationClassUid: implementation.uid,
    implementationVersionName: implementation.version,
  });
  writeParts(file.source, splice(file, infusion.edits, { meta }), path);
}
