import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of one folder in another: linked where the file system can, else copied. What is there stays. */
export function takeOver(from: string, to: string, paths: readonly string[]): void {
  mkdirSync(to, { recursive: true });
  for (const path of paths) {
    const target = join(to, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(join(from, path), target);
    } catch {
      copyFileSync(join(from, path), target);
    }
  }
}
