import { inflateSync } from 'fflate';

/**
 * Text of a generated table: base64 of deflated UTF-8 text in the sources; the build of the command line unpacks it
 * beforehand, for inflating is a good part of the time a short command takes. Tables have line ends, base64 has none.
 */
export function unpackText(packed: string): string {
  if (packed.includes('\n')) return packed;
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new TextDecoder().decode(inflateSync(bytes));
}

/** Lines of a generated table. Costs a few milliseconds for the largest; keep what it gives. */
export function unpackLines(packed: string): string[] {
  return unpackText(packed).split('\n');
}

/** A value that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let state: { readonly value: T } | undefined;
  return () => (state ??= { value: compute() }).value;
}
