import { existsSync, writeFileSync } from 'node:fs';
import { UsageError } from './exit';
import { reason } from './systemError';

/** Writes a text file that a command made; an existing one only if that was asked for. */
export function writeResult(path: string, text: string, force: boolean): void {
  if (!force && existsSync(path)) throw new UsageError(`${path} exists; --force writes over it.`);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reason(error)}.`);
  }
}
