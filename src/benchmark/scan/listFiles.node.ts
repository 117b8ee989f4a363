import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every regular file below a folder, as paths relative to it with `/`, in code point order. Names that begin with a dot are
 * left out and linked folders are entered, as Python's `glob('**')` does; a folder that contains itself is entered once.
 */
export function listFiles(root: string): string[] {
  const found: string[] = [];
  const visit = (folder: string, prefix: string, above: readonly string[]): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      const name = prefix + entry.name;
      if (entry.isFile()) found.push(name);
      else if (entry.isDirectory()) visit(path, `${name}/`, above);
      else if (entry.isSymbolicLink()) {
        const target = statSync(path, { throwIfNoEntry: false });
        if (target?.isFile()) found.push(name);
        else if (target?.isDirectory()) {
          const id = `${target.dev}:${target.ino}`;
          if (!above.includes(id)) visit(path, `${name}/`, [...above, id]);
        }
      }
    }
  };
  visit(root, '', []);
  return found.sort((a, b) => (a < b ? -1 : 1));
}
