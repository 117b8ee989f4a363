import { inflateSync } from 'fflate';

/** Lines of a generated table (base64 of deflated UTF-8 text). Costs a few milliseconds for the largest; keep what it gives. */
export function unpackLines(packed: string): string[] {
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new TextDecoder().decode(inflateSync(bytes)).split('\n');
}

/** A value that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let state: { readonly value: T } | undefined;
  return () => (state ??= { value: compute() }).value;
}
