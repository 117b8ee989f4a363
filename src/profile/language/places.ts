import type { ProfileDocument } from '../document';
import type { AttributeSelector, RuleSelector, SourceRange } from '../model';
import { formatAttribute, splitPath } from '../selectors';

/** A place in one of the files that take part in a profile. */
export interface ProfilePlace {
  /** `builtin:...`, or the path or URI of the file. */
  readonly profile: string;
  readonly range: SourceRange;
}

/** A text in a profile that names an attribute. */
export interface AttributeMention {
  /** Equal for equal attributes, however they are spelt. */
  readonly key: string;
  readonly text: string;
  readonly range: SourceRange;
  readonly use: 'rule' | 'condition';
}

/** Every place of a file that names one attribute: selectors, the steps of paths, and conditions. */
export function attributeMentions(document: ProfileDocument): AttributeMention[] {
  const found: AttributeMention[] = [];
  for (const rule of document.rules) {
    if (rule.selector)
      found.push(...selectorMentions(document.text, rule.selector, rule.selectorText, rule.selectorRange));
  }
  const conditions = [...document.rules, ...document.recipes, ...document.quarantine].flatMap(x => x.when);
  for (const condition of conditions) {
    const range = inner(document.text, condition.key);
    found.push({
      key: formatAttribute({ kind: 'tag', tag: condition.tag }),
      text: document.text.slice(range.start, range.end),
      range,
      use: 'condition',
    });
  }
  return found;
}

function selectorMentions(
  text: string,
  selector: RuleSelector,
  written: string,
  range: SourceRange,
): AttributeMention[] {
  const steps: readonly AttributeSelector[] =
    selector.kind === 'path' ? selector.steps : selector.kind === 'attribute' ? [selector.attribute] : [];
  const at = inner(text, range);
  // Escapes inside quotes would shift the steps; such a selector is left alone.
  if (text.slice(at.start, at.end) !== written) return [];
  return splitPath(written).flatMap((piece, i): AttributeMention[] => {
    const step = steps[i];
    const lead = piece.text.length - piece.text.trimStart().length;
    const start = at.start + piece.start + lead;
    const word = piece.text.trim();
    return step
      ? [{ key: formatAttribute(step), text: word, range: { start, end: start + word.length }, use: 'rule' }]
      : [];
  });
}

/** A range without the quotes around it. */
export function inner(text: string, range: SourceRange): SourceRange {
  const first = text[range.start];
  const quoted = (first === '"' || first === "'") && range.end - range.start >= 2 && text[range.end - 1] === first;
  return quoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

/** A file that a profile refers to: what it extends, word lists, tables. */
export interface FileMention {
  readonly reference: string;
  readonly range: SourceRange;
}

/** Every reference to another file, built-in profiles left out. */
export function fileMentions(document: ProfileDocument): FileMention[] {
  const { settings } = document;
  const files: FileMention[] = document.extends
    .filter(e => !e.value.startsWith('builtin:'))
    .map(e => ({ reference: e.value, range: e.range }));
  for (const word of [...settings.keep, ...settings.remove])
    if ('file' in word.value)
      files.push({ reference: word.value.file, range: fileRange(document.text, word.range, word.value.file) });
  if (settings.patientTable)
    files.push({
      reference: settings.patientTable.value.file,
      range: fileRange(document.text, settings.patientTable.range, settings.patientTable.value.file),
    });
  if (settings.knowledgeBase)
    files.push({ reference: settings.knowledgeBase.value, range: settings.knowledgeBase.range });
  return files.map(f => ({ ...f, range: inner(document.text, f.range) }));
}

/** Where the name of a file stands inside the mapping that refers to it. */
function fileRange(text: string, around: SourceRange, name: string): SourceRange {
  const at = text.slice(around.start, around.end).indexOf(name);
  return at < 0 ? around : { start: around.start + at, end: around.start + at + name.length };
}

/** True if a range holds an offset, its end included. */
export function holds(range: SourceRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
