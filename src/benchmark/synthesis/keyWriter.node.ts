import { openDatabase } from '../sqlite/sqlite.node';
import { answerData, type InstanceAnswers } from './answerKey';

/** Writes the answer key row by row; nothing but the current batch is held in memory. */
export interface KeyWriter {
  add(instance: InstanceAnswers): void;
  /** Finishes the database; the writer must not be used afterwards. */
  close(): void;
}

/** Rows per transaction: a compromise between speed and the size of the journal. */
const BATCH = 200;

/**
 * Creates an answer key in the official schema (table `answer_data`, one row per instance, checks as JSON).
 * @param path a file that does not exist yet.
 */
export function createKey(path: string): KeyWriter {
  const db = openDatabase(path);
  db.exec('PRAGMA journal_mode = MEMORY');
  db.exec('PRAGMA synchronous = OFF');
  db.exec(
    'CREATE TABLE answer_data ("index" INTEGER, "group" INTEGER, "Modality" TEXT, "SOPClassUID" TEXT, ' +
      '"PatientID" INTEGER, "StudyInstanceUID" TEXT, "SeriesInstanceUID" TEXT, "SOPInstanceUID" TEXT, ' +
      '"Digest" TEXT, "AnswerData" TEXT)',
  );
  db.exec('CREATE INDEX "ix_answer_data_index" ON answer_data ("index")');
  const insert = db.prepare('INSERT INTO answer_data VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let waiting: InstanceAnswers[] = [];
  let index = 0;
  const flush = (): void => {
    const rows = waiting;
    waiting = [];
    db.transaction(() => {
      for (const row of rows) {
        insert.run(
          index++,
          1,
          row.modality,
          row.sopClassUid,
          row.patientId,
          row.studyUid,
          row.seriesUid,
          row.instanceUid,
          row.digest,
          answerData(row.answers),
        );
      }
    });
  };
  return {
    add: instance => {
      waiting.push(instance);
      if (waiting.length >= BATCH) flush();
    },
    close: () => {
      flush();
      insert.finalize();
      db.close();
    },
  };
}
