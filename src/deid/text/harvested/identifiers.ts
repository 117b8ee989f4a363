import { foldAlphanumeric } from '../fold';
import type { HarvestIndex, KnownIdentifier } from '../harvestIndex';
import type { Reading } from '../reading';

const kindOfCharacter = (text: string, at: number): 'digit' | 'letter' | 'other' => {
  const c = text.charCodeAt(at);
  if (c >= 48 && c <= 57) return 'digit';
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c > 0xbf ? 'letter' : 'other';
};

/** The ASCII letters and digits of the text, folded, and where each stands. */
function alphanumerics(text: string): { folded: string; offsets: readonly number[] } {
  const offsets: number[] = [];
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)) offsets.push(i);
    else {
      if (i > from) folded += text.slice(from, i);
      from = i + 1;
    }
  }
  folded += text.slice(from);
  return { folded: folded.toLowerCase(), offsets };
}

/** A short number counts only after a word for what it is. */
const SHORT_CONTEXT = /(?:id|mrn|#|no|nr|number|acc|acct|for|study)\W{0,3}$/i;

function accepts(text: string, start: number, end: number, identifier: KnownIdentifier): boolean {
  const first = kindOfCharacter(text, start);
  const last = kindOfCharacter(text, end - 1);
  if (start > 0 && kindOfCharacter(text, start - 1) === first) return false;
  if (end < text.length && kindOfCharacter(text, end) === last) return false;
  const length = end - start;
  // Spread over much punctuation it is a coincidence of several numbers.
  if (length > identifier.folded.length + 6) return false;
  if (
    identifier.short &&
    !(SHORT_CONTEXT.test(text.slice(Math.max(0, start - 12), start)) && !/[.\d]/.test(text.charAt(end)))
  )
    return false;
  return !(identifier.folded.length < 7 && /\s/.test(text.slice(start, end)));
}

/** Finds identifiers of the header, however they are separated, and their beginnings where the value is cut. */
export function findHarvestedIdentifiers(reading: Reading, index: HarvestIndex): void {
  if (index.identifiers.length === 0) return;
  const { text, digitCount } = reading;
  const possible = index.identifiers.filter(
    ({ digits, folded }) => digits <= digitCount && folded.length <= text.length,
  );
  if (possible.length > 0) searchAll(reading, possible);
  if (reading.cut) findCut(reading, index);
}

function searchAll(reading: Reading, identifiers: readonly KnownIdentifier[]): void {
  const { text } = reading;
  const { folded, offsets } = alphanumerics(text);
  for (const identifier of identifiers) {
    let at = folded.indexOf(identifier.folded);
    while (at >= 0) {
      const start = offsets[at] as number;
      const end = (offsets[at + identifier.folded.length - 1] as number) + 1;
      if (accepts(text, start, end, identifier))
        reading.mark(start, end, 'identifier', `harvest.${identifier.keyword}`, 'identifier of the header');
      at = folded.indexOf(identifier.folded, at + identifier.folded.length);
    }
  }
}

function findCut(reading: Reading, index: HarvestIndex): void {
  const { text } = reading;
  const tail = /[A-Za-z0-9-]{2,40}$/.exec(text);
  if (tail === null || !/\d/.test(tail[0])) return;
  const folded = foldAlphanumeric(tail[0]);
  if (folded.length < 2) return;
  for (const identifier of index.identifiers) {
    if (identifier.folded.length > folded.length && identifier.folded.startsWith(folded)) {
      if (folded.length < 4 && !/(?:for|mrn|id|#|acc|number)\W{0,3}$/i.test(text.slice(0, tail.index))) continue;
      reading.mark(
        tail.index,
        text.length,
        'identifier',
        `harvest.${identifier.keyword}`,
        'beginning of an identifier, cut by the length limit',
      );
      return;
    }
  }
}
