/** `group:CREATOR:low byte` -> disposition letter (k keep, d delete, h hash UID, o offset date, oi offset integer date). */
export type Dispositions = ReadonlyMap<string, string>;

const SIGNATURE = /\(\s*([0-9a-f]{4})\s*,\s*"+([^"]+?)\s*"+\s*,\s*(?:xx)?([0-9a-f]{2})\s*\)/gi;

let last: { readonly text: string; readonly found: Dispositions } | undefined;

/**
 * Reads what the linter needs from a table of private attributes with the columns `element_sig_pattern` and
 * `private_disposition`: the innermost signature of every line and its last short field. Tolerates unbalanced quotes.
 */
export function readDispositions(text: string): Dispositions {
  if (last?.text === text) return last.found;
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const signature = [...line.matchAll(SIGNATURE)].at(-1);
    if (!signature) continue;
    const rest = line.slice((signature.index ?? 0) + signature[0].length);
    const disposition = /(?:^|[,;"\s])(k|d|h|oi?|keep|delete)(?=$|[,;"\s])/i.exec(rest)?.[1]?.toLowerCase();
    const [, group = '', creator = '', element = ''] = signature;
    if (disposition)
      found.set(
        `${parseInt(group, 16)}:${creator.trim().toUpperCase()}:${parseInt(element, 16)}`,
        disposition === 'keep' ? 'k' : disposition === 'delete' ? 'd' : disposition,
      );
  }
  last = { text, found };
  return found;
}
