import { attributeByTag } from '../../standard/dictionary';
import type { CtpEntry } from './ctpScript';
import type { Draft, ImportNote } from './importResult';

/** Says once where the engine differs from CTP whatever a script says of an attribute. */
export function addDifferences(entries: readonly CtpEntry[], draft: Draft): void {
  const uses = (name: RegExp) => entries.find(e => e.kind === 'e' && e.enabled && name.test(e.script));
  const note = (kind: ImportNote['kind'], subject: string, message: string, entry: CtpEntry | undefined) => {
    if (entry) draft.notes.push({ kind, subject, message, range: entry.range });
  };
  const open = entries.filter(
    e =>
      e.kind === 'e' &&
      isSequence(e.tag) &&
      !/@process\(/.test(e.script) &&
      !/@remove\(/.test(e.enabled ? e.script : ''),
  );
  note(
    'changed',
    'sequences',
    `stay untouched inside unless the script has @process() for them (${open.length} that it lists have none); here the rules apply inside every sequence that stays.`,
    entries.find(e => e.kind === 'e' && e.enabled),
  );
  note(
    'changed',
    'conditions',
    'are tested where the element stands; here always at the top of the data set, so elements inside sequences follow the attribute of that name there.',
    uses(/@if\s*\(/),
  );
  note(
    'changed',
    'empty values',
    'get a hash, a number or a UID by the script; here a value that is empty stays empty.',
    uses(/@(hash|hashuid|hashname|hashptid|integer|encrypt)\s*\(/),
  );
  note(
    'changed',
    'UIDs',
    'that the standard or this program registers as names of something (SOP classes, transfer syntaxes, coding schemes) stay; the script hashes them.',
    uses(/@hashuid\s*\(/),
  );
  note(
    'changed',
    'dates',
    'that are not written as eight digits are moved or changed where they can be read, and emptied or replaced where not; the script empties the short ones.',
    uses(/@(incrementdate|hashdate|modifydate)\s*\(/),
  );
  note(
    'changed',
    'Type 1 attributes',
    'get a dummy where the script leaves them empty, because the IOD of the file does not allow that.',
    uses(/@(empty|blank)\s*\(/),
  );
  note(
    'note',
    'private creators',
    'are compared letter by letter; the script does not mind the case.',
    entries.find(e => e.kind === 'e' && e.enabled && e.tag.includes('[')),
  );
}

/** True for the digits of the tag of a sequence. */
export function isSequence(tag: string): boolean {
  return /^[0-9A-Fa-f]{8}$/.test(tag) && attributeByTag(parseInt(tag, 16))?.vr === 'SQ';
}
