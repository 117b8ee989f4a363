import { opendirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** What a walk over a folder meets: a regular file, or a place it could not enter. */
export type Discovered =
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | {
      readonly kind: 'problem';
      readonly path: string;
      readonly code: 'unreadable-folder' | 'link-loop' | 'broken-link' | 'special-file';
      readonly message: string;
    };

/**
 * Every file below `root`, as paths relative to it with `/`, in the order the file system gives them; nothing is kept in
 * memory but the open folders, so a folder of a million files costs no more than one of ten. Links are followed; a link
 * back to a folder that is being walked is reported, not followed.
 * @param wanted which paths to give; files that are not wanted are not looked at
 */
export function* discover(root: string, wanted: (path: string) => boolean = () => true): Generator<Discovered> {
  for (const item of walk(root, '', [realpathSync(root)], wanted)) if (wanted(item.path)) yield item;
}

function* walk(
  root: string,
  folder: string,
  ancestors: readonly string[],
  wanted: (path: string) => boolean,
): Generator<Discovered> {
  let directory;
  try {
    directory = opendirSync(join(root, folder), { bufferSize: 256 });
  } catch (error) {
    yield {
      kind: 'problem',
      path: folder || '.',
      code: 'unreadable-folder',
      message: `the folder cannot be read (${errorCode(error)})`,
    };
    return;
  }
  try {
    for (;;) {
      let entry: Dirent | null;
      try {
        entry = directory.readSync();
      } catch (error) {
        yield {
          kind: 'problem',
          path: folder || '.',
          code: 'unreadable-folder',
          message: `reading the folder stopped (${errorCode(error)})`,
        };
        return;
      }
      if (!entry) return;
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isFile() || wanted(path)) yield* visit(root, path, entry, ancestors, wanted);
    }
  } finally {
    directory.closeSync();
  }
}

function* visit(
  root: string,
  path: string,
  entry: Dirent,
  ancestors: readonly string[],
  wanted: (path: string) => boolean,
): Generator<Discovered> {
  let isDirectory = entry.isDirectory();
  let size = 0;
  if (!isDirectory) {
    try {
      const stat = statSync(join(root, path));
      isDirectory = stat.isDirectory();
      size = stat.size;
      if (!isDirectory && !stat.isFile()) {
        yield { kind: 'problem', path, code: 'special-file', message: 'not a regular file (device, pipe or socket)' };
        return;
      }
    } catch (error) {
      yield {
        kind: 'problem',
        path,
        code: 'broken-link',
        message: `the file cannot be looked at (${errorCode(error)})`,
      };
      return;
    }
  }
  if (!isDirectory) {
    yield { kind: 'file', path, size };
    return;
  }
  const real = entry.isSymbolicLink() ? realpathSync(join(root, path)) : join(ancestors.at(-1) ?? '', entry.name);
  if (ancestors.includes(real)) {
    yield {
      kind: 'problem',
      path,
      code: 'link-loop',
      message: 'the link leads back to a folder above it; it was not followed',
    };
    return;
  }
  yield* walk(root, path, [...ancestors, real], wanted);
}

/** `ENOENT` and the like; never the message, which may repeat more than a path. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
