import { SqliteFormatError } from '../sqlite/tableReader';
import type { KeyInstance } from './answerKey';
import type { Check } from './check';
import type { CheckReader } from './checkReader';

/** The checks of an instance; null for what cannot be used, a value cut short by a damaged key among it. */
export function readAnswers(instance: KeyInstance, reader: CheckReader): Check[] | null {
  const bytes = answerBytes(instance);
  return bytes && reader.read(bytes);
}

/** The bytes of the answers; null if there are none or the file is damaged where they should be. */
export function answerBytes(instance: KeyInstance): Uint8Array | null {
  try {
    return instance.answerBytes();
  } catch (error) {
    if (error instanceof SqliteFormatError) return null;
    throw error;
  }
}
