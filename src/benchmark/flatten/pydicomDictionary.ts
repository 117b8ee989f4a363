import { attributeByTag } from '../../standard/dictionary';
import { uidEntry } from '../../standard/uids';
import { lazy, unpackLines } from '../../standard/unpack';
import { attributes, privateElements, uidNames } from './pydicomTables';

/** What pydicom 2.2.1 knows about an attribute. */
export interface PydicomAttribute {
  /** VR as its dictionary has it, for example `US or SS`. */
  readonly vr: string;
  readonly name: string;
}

const differences = lazy(() => {
  const byTag = new Map<number, PydicomAttribute | null>();
  const patterns: { readonly tag: number; readonly mask: number; readonly attribute: PydicomAttribute | null }[] = [];
  for (const line of unpackLines(attributes)) {
    const [digits = '', vr = '', name = ''] = line.split('\t');
    const attribute = vr === '' ? null : { vr, name };
    if (digits.includes('x')) {
      const mask = parseInt(
        digits.replace(/./g, c => (c === 'x' ? '0' : 'f')),
        16,
      );
      patterns.push({ tag: parseInt(digits.replaceAll('x', '0'), 16), mask, attribute });
    } else byTag.set(parseInt(digits, 16), attribute);
  }
  return { byTag, patterns };
});

const known = new Map<number, PydicomAttribute | null>();

/** Row of pydicom's data dictionary; null for private attributes and what is not in it. */
export function pydicomAttribute(tag: number): PydicomAttribute | null {
  let found = known.get(tag);
  if (found === undefined) {
    found = find(tag);
    known.set(tag, found);
  }
  return found;
}

function find(tag: number): PydicomAttribute | null {
  if ((tag >>> 16) & 1) return null;
  const exact = differences().byTag.get(tag);
  if (exact !== undefined) return exact;
  const ours = attributeByTag(tag);
  if (ours && ours.mask === 0xffffffff) return ours.vr === '' ? null : ours;
  const pattern = differences().patterns.find(p => (tag & p.mask) >>> 0 === p.tag);
  if (pattern) return pattern.attribute;
  if (ours) return ours.vr === '' ? null : ours;
  // Its repeating groups reach to the end of 50xx and 60xx.
  const group = tag >>> 24;
  if ((group === 0x50 || group === 0x60) && ((tag >>> 16) & 0xff) !== 0)
    return find(((group << 24) | (tag & 0xffff)) >>> 0);
  return null;
}

/** Creator -> element key (`ggggxxee`) -> line of the table. Lines are parsed when asked for. */
const privates = lazy(() => {
  const byCreator = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of unpackLines(privateElements)) {
    if (line.startsWith('=')) {
      current = new Map();
      byCreator.set(line.slice(1), current);
    } else {
      const tab = line.indexOf('\t');
      current.set(line.slice(0, tab), line.slice(tab + 1));
    }
  }
  return byCreator;
});

/** Row of pydicom's private dictionary; the creator must match exactly, case included. */
export function pydicomPrivate(tag: number, creator: string): PydicomAttribute | null {
  const entries = privates().get(creator);
  if (!entries) return null;
  const digits = tag.toString(16).padStart(8, '0');
  const line =
    entries.get(digits) ??
    entries.get(`${digits.slice(0, 4)}xx${digits.slice(6)}`) ??
    entries.get(`${digits.slice(0, 2)}xxxx${digits.slice(6)}`);
  if (line === undefined) return null;
  const tab = line.indexOf('\t');
  return { vr: line.slice(0, tab), name: line.slice(tab + 1) };
}

const otherUidNames = lazy(() => new Map(unpackLines(uidNames).map(line => line.split('\t') as [string, string])));

/** Name that pydicom prints for a UID: the UID itself where it knows none. */
export function pydicomUidName(uid: string): string {
  const other = otherUidNames().get(uid);
  if (other !== undefined) return other === '' ? uid : other;
  return uidEntry(uid)?.name ?? uid;
}
