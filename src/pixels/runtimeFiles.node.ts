import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/**
 * Absolute path of a file that is loaded at run time: beside the bundle (`dist/<name>`, put there by the build) or, when
 * running from source, inside its package (`specifier` is package name + path).
 */
export function runtimeFile(name: string, specifier: string): string {
  const bundled = join(__dirname, name);
  if (existsSync(bundled)) return bundled;
  const [scope, second, ...rest] = specifier.split('/');
  const packageName = scope.startsWith('@') ? `${scope}/${second}` : scope;
  const path = scope.startsWith('@') ? rest.join('/') : [second, ...rest].join('/');
  for (let dir = __dirname; ; dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', packageName, path);
    if (existsSync(candidate)) return candidate;
    if (dir === dirname(dir)) break;
  }
  return createRequire(join(__dirname, 'index.js')).resolve(specifier);
}

/** The content of such a file. The build stores it compressed (`dist/<name>.br`); packages may hold it as `.gz`. */
export function runtimeBytes(name: string, specifier: string): Uint8Array<ArrayBuffer> {
  const path = runtimeFile(`${name}.br`, specifier);
  const stored = readFileSync(path);
  const bytes = path.endsWith('.br')
    ? brotliDecompressSync(stored)
    : path.endsWith('.gz')
      ? gunzipSync(stored)
      : stored;
  // A buffer of its own: some modules take the whole ArrayBuffer.
  return new Uint8Array(bytes);
}
