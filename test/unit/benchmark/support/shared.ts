import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder of samples beside the checkout; tests that need it are skipped where it is absent. */
export const SHARED = join(__dirname, '../../../../../shared');
export const hasShared = existsSync(join(SHARED, 'benchmark'));

/** Lines of a gzipped JSON-lines file of the samples. */
export function jsonLines<T>(path: string): T[] {
  return gunzipSync(readFileSync(join(SHARED, path)))
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);
}
