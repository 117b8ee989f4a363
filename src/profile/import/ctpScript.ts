import type { SourceRange } from '../model';

/** `<e en="T" t="00080018" n="SOPInstanceUID">@hashuid(@UIDROOT,this)</e>`, or the like for `p`, `k` and `r`. */
export interface CtpEntry {
  readonly kind: 'p' | 'e' | 'k' | 'r';
  /** Whether the check box is set. */
  readonly enabled: boolean;
  /** Tag digits, `0013[CTP]10`, a group, or the name of a parameter. */
  readonly tag: string;
  readonly name: string;
  /** The replacement, or the value of a parameter. */
  readonly script: string;
  readonly range: SourceRange;
  /** Where the script stands. */
  readonly scriptRange: SourceRange;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

/** Reads a CTP DicomAnonymizer script (XML, or the older properties file); what is not an entry is passed over. */
export function readCtpScript(text: string): CtpEntry[] {
  return /<\s*script\b/i.test(text) ? readXml(text) : readProperties(text);
}

function readXml(text: string): CtpEntry[] {
  // Comments become blanks of the same length, so that offsets stay.
  const plain = text.replace(/<!--[\s\S]*?(?:-->|$)/g, comment => comment.replace(/[^\n]/g, ' '));
  const entries: CtpEntry[] = [];
  for (const match of plain.matchAll(/<([pekr])\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1\s*>)/g)) {
    const attributes = new Map(
      [...(match[2] ?? '').matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(a => [
        a[1] ?? '',
        decode(a[2] ?? a[3] ?? ''),
      ]),
    );
    const body = match[3] ?? '';
    const start = match.index;
    const bodyStart = start + match[0].indexOf('>') + 1;
    entries.push({
      kind: match[1] as CtpEntry['kind'],
      enabled: match[1] === 'p' || /^t/i.test(attributes.get('en') ?? 'T'),
      tag: attributes.get('t') ?? '',
      name: attributes.get('n') ?? '',
      script: decode(body.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')).trim(),
      range: { start, end: start + match[0].length },
      scriptRange:
        body === '' ? { start, end: start + match[0].length } : { start: bodyStart, end: bodyStart + body.length },
    });
  }
  return entries;
}

function decode(text: string): string {
  return text
    .replace(/&(?:lt|gt|quot|apos);/g, entity => ENTITIES[entity] ?? entity)
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Math.min(Number(n), 0x10ffff)))
    .replaceAll('&amp;', '&');
}

/** `param.UIDROOT=1.2.3`, `set.[0008,0018]SOPInstanceUID=@hashuid(@UIDROOT,this)`, `keep.group18=`, `remove.curves=`; `#` disables. */
function readProperties(text: string): CtpEntry[] {
  const entries: CtpEntry[] = [];
  for (const match of text.matchAll(/^[ \t]*(#?)[ \t]*(param|set|keep|remove)\.([^=\r\n]*)=([^\r\n]*)/gm)) {
    const [whole, hash, verb = '', key = '', value = ''] = match;
    const range = { start: match.index, end: match.index + whole.length };
    const named = /^\[?\s*([0-9A-Fa-f]{4})\s*,?\s*([0-9A-Fa-f]{4})\s*\]?(.*)$/.exec(key);
    const kinds: Readonly<Record<string, CtpEntry['kind']>> = { param: 'p', set: 'e', keep: 'k', remove: 'r' };
    const kind = kinds[verb];
    if (!kind) continue;
    entries.push({
      kind,
      enabled: hash === '',
      tag:
        kind === 'e'
          ? named
            ? `${named[1]}${named[2]}`
            : key
          : key
              .replace(/^group(?=[0-9A-Fa-f]{2,4}$)/, '')
              .padStart(kind === 'k' && /^group[0-9A-Fa-f]{2,4}$/.test(key) ? 4 : 0, '0'),
      name: named?.[3] ?? '',
      script: value.trim(),
      range,
      scriptRange: { start: range.end - value.length, end: range.end },
    });
  }
  return entries;
}
