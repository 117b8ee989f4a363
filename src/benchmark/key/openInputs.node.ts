import { isAscii } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { openFileSource } from '../../dicom/fileSource.node';
import { ScoreError } from '../scoreOptions';
import { SqliteFormatError } from '../sqlite/tableReader';
import { libraryTable } from '../sqlite/libraryTable.node';
import type { KeyInstance } from './answerKey';
import { AnswerKeyError, instancesOf, readAnswerKey } from './answerKey';
import type { Mapping } from './mapping';
import { MappingError, parseMapping } from './mapping';

/** An answer key held open while its answers are read. */
export interface OpenKey {
  readonly instances: readonly KeyInstance[];
  close(): void;
}

/** @throws ScoreError with one sentence naming the file. */
export async function openAnswerKey(path: string): Promise<OpenKey> {
  mustBeFile(path, 'answer key');
  const source = openFileSource(path);
  try {
    if (hasWriteAheadLog(path)) throw new SqliteFormatError('it has a write-ahead log');
    return { instances: readAnswerKey(source, utf8), close: () => source.close() };
  } catch (error) {
    source.close();
    if (error instanceof AnswerKeyError) throw new ScoreError(`Answer key ${path}: ${error.message}.`);
    if (!(error instanceof SqliteFormatError)) throw error;
    return openWithLibrary(path, error.message);
  }
}

/** Unusual databases go through SQLite itself. */
async function openWithLibrary(path: string, why: string): Promise<OpenKey> {
  try {
    const table = await libraryTable(path, 'answer_data');
    return { instances: instancesOf(table), close: () => table.close() };
  } catch (error) {
    if (error instanceof AnswerKeyError) throw new ScoreError(`Answer key ${path}: ${error.message}.`);
    throw new ScoreError(`Answer key ${path}: expected an SQLite database with a table answer_data, but ${why}.`);
  }
}

/** UTF-8 to text, faster than the web's decoder for ASCII. */
export function utf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8');
}

function hasWriteAheadLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** @throws ScoreError with one sentence naming the file and the row. */
export function readMapping(path: string, what: string): Mapping {
  mustBeFile(path, what);
  try {
    return parseMapping(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof MappingError) throw new ScoreError(`${capital(what)} ${path}: ${error.message}.`);
    throw error;
  }
}

function mustBeFile(path: string, what: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new ScoreError(`${capital(what)} ${path}: there is no such file.`);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
