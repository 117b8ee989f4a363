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

/**
 * The line of a sorted table that begins with `start`, `undefined` if there is none. A run asks for a few hundred rows of
 * thousands: searching the text costs less than taking all of it apart.
 */
export function lineStarting(text: string, start: string): string | undefined {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const from = text.lastIndexOf('\n', Math.max(0, ((low + high) >>> 1) - 1)) + 1;
    const found = text.slice(from, from + start.length);
    const end = lineEnd(text, from);
    if (found === start) return text.slice(from, end);
    if (found < start) low = end + 1;
    else high = from;
  }
  return undefined;
}

/** Offset of the end of the line that `from` is in. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A value that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let state: { readonly value: T } | undefined;
  return () => (state ??= { value: compute() }).value;
}
