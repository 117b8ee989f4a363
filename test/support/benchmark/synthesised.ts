import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswerKey } from '../../../src/benchmark/key/answerKey';
import { CategoryColumns, parseChecks, type Check } from '../../../src/benchmark/key/check';
import { TextValidator } from '../../../src/benchmark/validateText';
import { memorySource } from '../../../src/dicom/byteSource';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import { openDicom } from '../../../src/dicom/openFile';
import { splice } from '../../../src/dicom/splice';
import { uidValue } from '../../../src/dicom/values';
import { newPatientId, newUid } from './idealTool';
import { scoreInstance, type Outcome } from './scoreInstance';

/** One instance of a synthesised benchmark with its checks. */
export interface Instance {
  readonly file: DicomFile;
  readonly checks: readonly Check[];
}

const validator = new TextValidator();

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

function bytesOf(file: DicomFile, edits: Parameters<typeof splice>[1]): Uint8Array {
  const meta = buildFileMeta({
    sopClassUid: uidValue(file, 0x00080016),
    sopInstanceUid: '2.25.1',
    transferSyntax: file.encoding.uid,
    implementationClassUid: '2.25.2',
  });
  const parts = splice(file, edits, { meta });
  return Uint8Array.from(
    Buffer.concat(
      parts.map(part =>
        part.kind === 'bytes' ? part.bytes : file.source.read(part.start, part.end - part.start).slice(),
      ),
    ),
  );
}

/** Scores an instance after `edits`; burned text counts as readable where the pixels of the box are as they were. */
export function score(instance: Instance, edits: Parameters<typeof splice>[1], oddUid?: string): Outcome[] {
  const after = openDicom(memorySource(bytesOf(instance.file, edits)));
  const uids = new Map<string, string>();
  const patients = new Map<string, string>();
  for (const check of instance.checks) {
    const old = (check.value ?? '').slice(1, -1);
    if (check.action === '<uid_changed>') uids.set(`<${old}>`, old === oddUid ? `<${old}.1>` : `<${newUid(old)}>`);
    if (check.action === '<patid_consistent>') patients.set(`<${old}>`, `<${newPatientId(old)}>`);
  }
  const line = (file: DicomFile, y: number): string => {
    const row = file.dataSet.tag.findLastIndex(tag => tag === 0x7fe00010);
    const rows = file.dataSet.valueEnd[row] - file.dataSet.valueStart[row];
    const columns = instance.checks.length > 0 ? rowLength(file, rows) : 0;
    return Buffer.from(file.dataSource.read(file.dataSet.valueStart[row] + y * columns, columns)).toString('hex');
  };
  return scoreInstance(after, instance.checks, { validator, uids, patients }, box => {
    const middle = Math.floor((box.top + box.bottom) / 2);
    const burned = instance.checks.find(
      c => c.action === '<pixels_hidden>' && c.actionText?.includes(`[${box.left},${box.top}]`),
    );
    const same = line(after, middle) === line(instance.file, middle);
    return same ? (JSON.parse((burned?.actionText ?? '<{}>').slice(1, -1)) as { text: string }).text : '';
  });
}

function rowLength(file: DicomFile, bytes: number): number {
  const row = file.dataSet.tag.indexOf(0x00280010);
  const raw = file.dataSource.read(file.dataSet.valueStart[row], 2);
  return bytes / (raw[0] | (raw[1] << 8));
}

/** The instances of a benchmark folder, joined with their rows of the key. */
export function loadBenchmark(folder: string): Instance[] {
  const byUid = new Map(
    files(join(folder, 'input')).map(path => {
      const file = openDicom(memorySource(new Uint8Array(readFileSync(path))));
      return [uidValue(file, 0x00080018), file] as const;
    }),
  );
  const columns = new CategoryColumns();
  const key = memorySource(new Uint8Array(readFileSync(join(folder, 'answer_key.db'))));
  return readAnswerKey(key).map(row => ({
    file: byUid.get(row.instance)!,
    checks: parseChecks(row.answerData() ?? '', columns)!,
  }));
}
