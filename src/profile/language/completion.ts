import { OPTION_NAMES } from '../../standard/codes';
import { attributeByKeyword, attributeByName } from '../../standard/dictionary';
import { EDITION } from '../../standard/dictionary';
import { tableEditions } from '../../standard/confidentiality';
import { BUILTIN_PROFILES, builtinText } from '../builtins';
import { enumeratedValues, MODALITIES } from '../enumerations';
import { optionDoc } from './optionDocs';
import { shapeAt, cursorPlace, type CursorPlace } from './cursor';
import type { CompletionItem, CompletionList } from './completionItem';
import { actionItems } from './completeAction';
import { selectorItems } from './completeSelector';
import { templateItems } from './completeTemplate';
import { VRS } from '../readRule';
import { parseSelector, selectorTag } from '../selectors';
import type { Shape } from '../shape';
import { commonClasses } from '../commonClasses';
import { uidEntry } from '../../standard/uids';

export interface CompletionContext {
  /** Files a profile may refer to, relative to the one that is edited. */
  readonly files?: readonly string[];
}

/** What can be written at the cursor. Reads only the surroundings of the cursor, so it is quick in any file. */
export function complete(text: string, offset: number, context: CompletionContext = {}): CompletionList | undefined {
  const place = cursorPlace(text, offset);
  if (!place) return undefined;
  const list = (
    items: readonly CompletionItem[],
    range = place.range,
    incomplete = false,
  ): CompletionList | undefined => (items.length > 0 ? { range, items, incomplete } : undefined);
  const { path } = place;
  const last = path[path.length - 1];
  if (place.kind === 'key') {
    if (last === 'when') return selectorItems(place, 'condition');
    if (last === 'mode' && path[0] === 'text')
      return list([...modeKeys(), ...(selectorItems(place, 'condition')?.items ?? [])]);
    return list(keyItems(place));
  }
  if (path[0] === 'rules' && path.length === 3) {
    if (last === 'tag') return selectorItems(place, 'rule');
    if (last === 'keyword') return selectorItems(place, 'condition');
    if (last === 'action') return list(actionItems(place));
    if (last === 'vr') return list(VRS.map(vr => item(vr, 'vr')));
    if (last === 'value' || last === 'format')
      return templateItems(text, offset, place, last) ?? list(ruleValues(place));
  }
  const at = path.indexOf('when');
  if (at >= 0 && path.length > at + 1) return list(conditionValues(path[at + 1] ?? ''));
  if (last === 'extends' || path[0] === 'extends') return list(extendsItems(context));
  if (last === 'standard') return list(editionItems());
  if (path[0] === 'patient' || (path[0] === 'files' && last === 'path')) {
    const references = templateItems(text, offset, place, last ?? '');
    if (references) return references;
  }
  if (last === 'file' || last === 'knowledgeBase')
    return list((context.files ?? []).filter(f => !/\.deid\.ya?ml$/.test(f)).map(f => quoted(f, 'reference', place)));
  const shape = shapeAt(path);
  return shape ? list(valueItems(shape, place)) : undefined;
}

function item(label: string, kind: CompletionItem['kind'], more: Partial<CompletionItem> = {}): CompletionItem {
  return { label, kind, insert: label, ...more };
}

function quoted(text: string, kind: CompletionItem['kind'], place: CursorPlace): CompletionItem {
  return item(text, kind, {
    insert:
      place.quote !== ''
        ? `${place.quote}${text}${place.quote}`
        : /^[\w./:-]+$/.test(text)
          ? text
          : JSON.stringify(text),
  });
}

/** Keys that are missing in the mapping around the cursor. */
function keyItems(place: CursorPlace): CompletionItem[] {
  const shape = mapShape(shapeAt(place.path));
  if (!shape) return [];
  const inRule = place.path[0] === 'rules' && place.path.length === 2;
  const hasSelector = ['tag', 'vr', 'group'].some(k => place.siblings.has(k));
  return Object.entries(shape.keys)
    .filter(([name]) => !place.siblings.has(name) && !(inRule && hasSelector && ['tag', 'vr', 'group'].includes(name)))
    .map(([name, key]) => ({
      label: name,
      kind: 'key',
      insert: place.needsColon ? afterKey(name, key.shape, place) : name,
      snippet: place.needsColon,
      documentation: key.doc,
      ...(key.required === true ? { detail: 'required' } : {}),
      more: place.needsColon,
    }));
}

function mapShape(shape: Shape | undefined): (Shape & { kind: 'map' }) | undefined {
  if (shape?.kind === 'map') return shape;
  return shape?.kind === 'any' ? shape.of.map(mapShape).find(s => s !== undefined) : undefined;
}

/** A key with what its value starts with: a new line for mappings and lists of mappings, brackets in flow collections. */
function afterKey(name: string, shape: Shape, place: CursorPlace): string {
  if (shape.kind === 'map') return place.flow || name === 'when' ? `${name}: { $1 }` : `${name}:\n  $1`;
  if (shape.kind === 'list' && !place.flow) return `${name}:\n  - $1`;
  if (shape.kind === 'list') return `${name}: [$1]`;
  return `${name}: $1`;
}

/** Values of a place, by its shape. */
function valueItems(shape: Shape, place: CursorPlace): CompletionItem[] {
  switch (shape.kind) {
    case 'enum': {
      const isOption = shape.values.length === OPTION_NAMES.length;
      return shape.values
        .filter(value => !isOption || !place.entries.includes(value))
        .map(value =>
          isOption ? item(value, 'option', { documentation: optionDoc(value), insert: value }) : item(value, 'value'),
        );
    }
    case 'any':
      return shape.of.flatMap(s => (s.kind === 'map' ? [] : valueItems(s, place)));
    case 'list':
      return valueItems(shape.of, place).map(i => (place.flow ? i : { ...i, insert: `[${i.insert}]` }));
    default:
      return place.path[0] === 'deid'
        ? [item('1', 'value', { documentation: 'The only version of the language so far.' })]
        : [];
  }
}

function modeKeys(): CompletionItem[] {
  return [
    item('default', 'key', { insert: 'default: ', documentation: 'What no other key names.' }),
    item('"private:LT"', 'key', { insert: '"private:LT": ', documentation: 'Private attributes of this VR.' }),
  ];
}

function extendsItems(context: CompletionContext): CompletionItem[] {
  const own = (context.files ?? []).filter(f => /\.deid\.ya?ml$/.test(f));
  return [
    ...BUILTIN_PROFILES.map(name => item(name, 'profile', { documentation: introduction(name) })),
    ...own.map(f => item(f, 'profile', { insert: /^[\w./-]+$/.test(f) ? f : JSON.stringify(f) })),
  ];
}

/** The comment at the head of a profile that comes with the program. */
function introduction(name: string): string {
  const lines = (builtinText(name) ?? '').split('\n');
  const end = lines.findIndex(line => !line.startsWith('#'));
  return lines
    .slice(0, Math.max(0, end))
    .filter(line => !line.includes('deid-ignore'))
    .map(line => line.replace(/^# ?/, ''))
    .join(' ');
}

function editionItems(): CompletionItem[] {
  return [...new Set([EDITION, ...tableEditions()])]
    .sort()
    .reverse()
    .map(edition => item(edition, 'value', edition === EDITION ? { detail: 'the edition this program has' } : {}));
}

/** Values that the attribute of a condition can have. */
function conditionValues(name: string): CompletionItem[] {
  const attribute = attributeByKeyword(name) ?? attributeByName(name);
  const tag = attribute?.tag;
  if (tag === 0x00080060) return MODALITIES.map(m => item(m, 'value'));
  if (tag === 0x00080016)
    return commonClasses().flatMap(uid => {
      const entry = uidEntry(uid);
      return entry ? [item(entry.keyword, 'value', { detail: uid })] : [];
    });
  return (tag === undefined ? undefined : enumeratedValues(tag))?.map(v => item(v, 'value')) ?? [];
}

/** Enumerated Values of the attribute a rule writes. */
function ruleValues(place: CursorPlace): CompletionItem[] {
  const selector = parseSelector(place.siblings.get('tag') ?? '');
  const tag = 'selector' in selector ? selectorTag(selector.selector) : undefined;
  return (tag === undefined ? undefined : enumeratedValues(tag))?.map(v => quoted(v, 'value', place)) ?? [];
}
