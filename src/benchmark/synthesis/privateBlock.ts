import { concatBytes, encodeElement, encodeItem } from '../../dicom/encode';
import type { Context } from './context';
import { separable, type PhiKind, type Phrase } from './phrases';

const GROUP = 0x0011;
const CREATOR = 'ACME IMAGING 1.0';

/**
 * Adds a private block (PS3.5 7.8.1) to about half of the series: identifiers in every VR that can hold text, one of them
 * inside a private sequence. No private dictionary knows the block, so all of it has to go.
 */
export function addPrivateBlock(c: Context): void {
  const random = c.options.people.random('private', c.keys.series);
  if (!random.chance(0.5)) return;
  const block = freeBlock(c);
  if (block === undefined) return;
  const encoding = c.file.encoding;
  const encode = (text: string): Uint8Array => c.repertoire.encode(c.repertoire.fold(text));
  const tagOf = (element: number): number => ((GROUP << 16) | (block << 8) | element) >>> 0;
  const put = (element: number, vr: string, before: string, kind: PhiKind, phi: string): void => {
    const removed = [{ kind, text: c.repertoire.fold(phi) }];
    // A word in front that holds a token of the identifier would fail even an ideal tool.
    const words = separable(removed, before) ? before : '';
    const phrase: Phrase = {
      text: c.repertoire.fold(words + phi),
      removed,
      retained: words.trim(),
      cleaned: words.trim(),
    };
    c.changes.insert(tagOf(element), vr, encode(phrase.text));
    c.phrases.set(phrase.text, phrase);
    c.placed.push({
      tag: `(0011,"${CREATOR}",${element.toString(16).padStart(2, '0')})`,
      what: kind,
      text: phrase.text,
    });
  };
  c.changes.insert(((GROUP << 16) | block) >>> 0, 'LO', encode(CREATOR));
  put(0x05, 'LO', 'operator ', 'physician', c.series.operators[0]?.text ?? c.phi.name);
  put(0x06, 'SH', '', 'phone', c.phi.phone.slice(0, 16));
  put(0x07, 'ST', 'sent to ', 'address', c.phi.address);
  put(0x08, 'LT', 'note for ', 'name', c.phi.name);
  put(0x0a, 'PN', '', 'name', c.patient.person.pn);
  c.changes.insert(tagOf(0x0b), 'DA', encode(c.study.date));
  put(0x0c, 'UN', 'raw ', 'patientId', c.phi.patientId);
  if (encoding.implicit) return;
  put(0x0d, 'UT', 'report mailed to ', 'email', c.phi.email);
  put(0x0e, 'UC', 'insured as ', 'ssn', c.phi.ssn);
  put(0x0f, 'UR', 'http://pacs.example.org/', 'patientId', c.phi.patientId);
  const item = concatBytes([
    encodeElement(((GROUP << 16) | block) >>> 0, 'LO', encode(CREATOR), encoding),
    encodeElement(tagOf(0x05), 'LO', encode(`history of ${c.phi.name}`), encoding),
  ]);
  c.changes.insert(tagOf(0x10), 'SQ', encodeItem(item, encoding.bigEndian));
  const text = c.repertoire.fold(`history of ${c.phi.name}`);
  c.phrases.set(text, {
    text,
    removed: [{ kind: 'name', text: c.phi.name }],
    retained: 'history',
    cleaned: 'history of',
  });
  c.placed.push({ tag: `(0011,"${CREATOR}",10)`, what: 'name in a private sequence', text });
}

/** First block number of the group that no creator has taken, and in which no element stands. */
function freeBlock(c: Context): number | undefined {
  const table = c.file.dataSet;
  const taken = new Set<number>();
  for (let row = 0; row < table.count; row = table.next[row]) {
    const tag = table.tag[row];
    if (tag >>> 16 !== GROUP) continue;
    const element = tag & 0xffff;
    taken.add(element < 0x100 ? element : element >>> 8);
  }
  for (let block = 0x10; block <= 0xff; block++) if (!taken.has(block)) return block;
  return undefined;
}
