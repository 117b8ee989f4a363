import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Relative path -> SHA-256 of every file below a folder, in path order: equal objects mean equal folders. */
export function folderDigest(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(e => e.isFile());
  const paths = entries.map(e => relative(folder, join(e.parentPath ?? e.path, e.name))).sort();
  return Object.fromEntries(
    paths.map(path => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}
