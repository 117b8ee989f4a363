import type { ByteSource } from '../../dicom/byteSource';
import type { SqlRecord, SqlValue } from '../sqlite/tableReader';
import type { DecodeText } from '../sqlite/tableReader';
import { SqliteTableReader } from '../sqlite/tableReader';

/** One instance of an answer key, its checks not yet read. Identifiers are the old ones, without brackets. */
export interface KeyInstance {
  /** Number of its row in the table, from 1. */
  readonly row: number;
  readonly modality: SqlValue;
  readonly sopClass: SqlValue;
  /** An integer in the official key, so leading zeros are gone. */
  readonly patient: SqlValue;
  readonly study: SqlValue;
  readonly series: SqlValue;
  readonly instance: string;
  /** The JSON text of its checks, read from the file each time; null if the key has none. */
  readonly answerData: () => string | null;
  /** The same as UTF-8 bytes, valid until the next call of any instance. */
  readonly answerBytes: () => Uint8Array | null;
}

/** Where the rows of table `answer_data` come from. */
export interface KeyTable {
  readonly columns: readonly string[];
  records(): Iterable<SqlRecord>;
}

const COLUMNS = [
  'Modality',
  'SOPClassUID',
  'PatientID',
  'StudyInstanceUID',
  'SeriesInstanceUID',
  'SOPInstanceUID',
  'AnswerData',
];

const encoder = new TextEncoder();

/** The file is not an answer key. */
export class AnswerKeyError extends Error {
  override readonly name = 'AnswerKeyError';
}

/** Reads the instances of an answer key; `AnswerData` stays in the file until asked for. */
export function readAnswerKey(source: ByteSource, decodeText?: DecodeText): KeyInstance[] {
  return instancesOf(new SqliteTableReader(source, 'answer_data', decodeText));
}

/** @throws AnswerKeyError if a column is missing or no row has a SOP Instance UID. */
export function instancesOf(table: KeyTable): KeyInstance[] {
  const lower = table.columns.map(name => name.toLowerCase());
  const positions = COLUMNS.map(name => lower.indexOf(name.toLowerCase()));
  const absent = COLUMNS.filter((_, i) => positions[i] < 0);
  if (absent.length > 0)
    throw new AnswerKeyError(`table answer_data has no column ${absent.join(', ')}; expected ${COLUMNS.join(', ')}`);
  const [modality, sopClass, patient, study, series, instance, answer] = positions;
  const instances: KeyInstance[] = [];
  let row = 0;
  for (const record of table.records()) {
    row++;
    const uid = record.value(instance);
    if (uid === null) continue;
    instances.push({
      row,
      modality: record.value(modality),
      sopClass: record.value(sopClass),
      patient: record.value(patient),
      study: record.value(study),
      series: record.value(series),
      instance: String(uid),
      answerData: () => {
        const value = record.value(answer);
        return value === null ? null : String(value);
      },
      answerBytes: () => {
        const bytes = record.textBytes?.(answer);
        if (bytes) return bytes;
        const value = record.value(answer);
        return value === null ? null : encoder.encode(String(value));
      },
    });
  }
  if (instances.length === 0) throw new AnswerKeyError('table answer_data has no row with a SOPInstanceUID');
  return instances;
}
