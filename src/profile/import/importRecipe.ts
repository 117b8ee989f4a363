import { allAttributes, attributeByKeyword, attributeByTag, EDITION, type Attribute } from '../../standard/dictionary';
import type { RuleFields } from '../edit';
import { simpleVr } from '../lintView';
import type { SourceRange } from '../model';
import { patternError } from '../readRule';
import { formatAttribute, formatTag } from '../selectors';
import { BINARY_VRS, TEXT_VRS } from '../vrValues';
import { escapePattern } from './ctpTests';
import { readRecipe, type Recipe, type RecipeAction, type RecipeCriterion, type RecipeLabel } from './deidRecipe';
import { emptyDraft, type Draft } from './importResult';
import { alternativesOf, type AttributeTest, type TestTree } from './matchConditions';

/** Attributes that an expander may name at most; more than that is nearly everything. */
const MOST = 400;

/** A profile from a recipe of pydicom's deid: what the recipe names is done, everything else stays. */
export function importRecipe(text: string): Draft {
  const recipe = readRecipe(text);
  const draft = emptyDraft("a recipe of pydicom's deid");
  draft.name = 'deid recipe';
  draft.base = 'none';
  draft.settings.push(['standard', EDITION], ['unlisted', { text: 'keep' }]);
  const named = new Set<string>();
  const days = new Map<number, SourceRange>();
  const places = recipe.actions.map(action => ({ action, place: placeOf(action.field, recipe, draft, action.range) }));
  for (const { place } of places) if (place.explicit) for (const key of place.keys) named.add(key);
  for (const { action, place } of places) {
    for (const key of place.keys) {
      // A field that a line of its own names is not touched by a line for many fields.
      if (!place.explicit && named.has(key)) continue;
      const fields = fieldsOf(action, key, draft, days);
      draft.rules.push({ fields: { ...place.selector(key), ...fields }, range: action.range });
    }
    for (const key of place.kept)
      if (!named.has(key)) draft.rules.push({ fields: { tag: key, action: 'keep' }, range: action.range });
  }
  setDays(draft, days);
  for (const label of recipe.labels) addLabel(label, draft);
  for (const { text: line, range } of recipe.unknown)
    draft.notes.push({
      kind: 'lost',
      subject: line.slice(0, 40),
      message: 'is no line of a recipe that could be read.',
      range,
    });
  if (recipe.actions.length > 0)
    draft.notes.push({
      kind: 'note',
      subject: 'private elements and sequences',
      message:
        'Whether deid removes them is said in Python, not in the recipe; here rules apply inside sequences, and private elements that no rule names stay.',
      range: recipe.actions[0]?.range ?? { start: 0, end: 0 },
    });
  return draft;
}

interface Place {
  readonly keys: readonly string[];
  /** Named by itself, not by a pattern. */
  readonly explicit: boolean;
  readonly kept: readonly string[];
  selector(key: string): RuleFields;
}

const byTag = (key: string): RuleFields => ({ tag: key });

function placeOf(field: string, recipe: Recipe, draft: Draft, range: SourceRange): Place {
  const one = (keys: readonly string[], explicit = true, kept: readonly string[] = [], selector = byTag): Place => ({
    keys,
    explicit,
    kept,
    selector,
  });
  const lost = (message: string) => {
    draft.notes.push({ kind: 'lost', subject: field, message, range });
    return one([]);
  };
  if (/^all$/i.test(field)) return one(['(xxxx,xxxx)'], false);
  const expander = /^(contains|startswith|endswith|except|allexcept|fields|values|select):(.*)$/i.exec(field);
  if (!expander) {
    const key = attributeKey(field);
    return key === undefined ? lost('is not an attribute of the data dictionary.') : one([key]);
  }
  const kind = (expander[1] ?? '').toLowerCase();
  const pattern = expander[2] ?? '';
  if (kind === 'select') {
    const select = /^(group|vr):(.+)$/i.exec(pattern);
    if (/^vr$/i.test(select?.[1] ?? '')) return one([(select?.[2] ?? '').toUpperCase()], false, [], vr => ({ vr }));
    if (select && /^[0-9A-Fa-f]{4}$/.test(select[2] ?? ''))
      return one([select[2] ?? ''], false, [], group => ({ group }));
    return lost('selects by something a profile cannot select by.');
  }
  if (kind === 'values')
    return lost('names elements by values that a file happens to have; a profile names attributes.');
  if (kind === 'fields') {
    const lines = recipe.groups.get(pattern);
    if (!lines) return lost('is a group of fields that the recipe does not define.');
    const keys = lines.flatMap(line => {
      const inner = /^FIELD\s+(\S+)$/i.exec(line)?.[1];
      return inner ? placeOf(inner, recipe, draft, range).keys : [];
    });
    return one(keys);
  }
  const test = testOfNames(kind, pattern);
  if (!test) return lost('has a regular expression that cannot be read.');
  const found = allAttributes().filter(a => a.keyword !== '' && test(a));
  if (kind === 'except' || kind === 'allexcept') return one(['(xxxx,xxxx)'], false, found.map(keyOf));
  if (found.length > MOST) return lost(`matches ${found.length} attributes, more than a profile should list.`);
  draft.notes.push({
    kind: 'note',
    subject: field,
    message: `stands for ${found.length} attributes of the data dictionary.`,
    range,
  });
  return one(found.map(keyOf), false);
}

function testOfNames(kind: string, pattern: string): ((a: Attribute) => boolean) | undefined {
  const source =
    kind === 'startswith'
      ? `^(?:${pattern})`
      : kind === 'endswith'
        ? `(?:${pattern})$`
        : kind === 'allexcept'
          ? `^(?:${pattern})$`
          : pattern;
  if (patternError(source) !== undefined || pattern.length > 200 || /[+*}]\)*[+*{]/.test(pattern)) return undefined;
  const expression = new RegExp(source, 'i');
  return a => expression.test(a.keyword);
}

function keyOf(attribute: Attribute): string {
  return attribute.keyword;
}

/** A field as a selector: keyword, `(gggg,eeee)`, `ggggeeee`, private, or a path with `__`. */
function attributeKey(field: string): string | undefined {
  const own = /^\(?([0-9A-Fa-f]{4}),\s*"([^"]+)",\s*([0-9A-Fa-f]{2})\)?$/.exec(field);
  if (own)
    return formatAttribute({
      kind: 'private',
      group: parseInt(own[1] ?? '', 16),
      creator: own[2] ?? '',
      element: parseInt(own[3] ?? '', 16),
    });
  const digits = /^\(?([0-9A-Fa-f]{4}),?\s*([0-9A-Fa-f]{4})\)?$/.exec(field);
  if (digits) {
    const tag = parseInt(`${digits[1]}${digits[2]}`, 16);
    return attributeByTag(tag)?.keyword || formatTag(tag);
  }
  const steps = field.split('__').filter(step => !/^\d+$/.test(step));
  const keywords = steps.map(step => attributeByKeyword(step)?.keyword);
  return keywords.every(k => k !== undefined) && keywords.length > 0 ? keywords.join('/') : undefined;
}

function vrOfKey(key: string): string {
  const last = key.split('/').pop() ?? '';
  return simpleVr(attributeByKeyword(last)?.vr ?? 'LO');
}

function fieldsOf(action: RecipeAction, key: string, draft: Draft, days: Map<number, SourceRange>): RuleFields {
  const note = (kind: 'lost' | 'changed' | 'note', message: string) =>
    draft.notes.push({ kind, subject: key, message, range: action.range });
  const vr = vrOfKey(key);
  switch (action.action) {
    case 'KEEP':
      return { action: 'keep' };
    case 'BLANK':
      return { action: 'empty' };
    case 'REMOVE':
      if (action.value !== '')
        note('changed', `is removed by deid only under a condition (${action.value}); here always.`);
      return { action: 'remove' };
    case 'JITTER': {
      const value = Number(action.value);
      if (/^[-+]?\d+$/.test(action.value)) {
        if (!days.has(value)) days.set(value, action.range);
      } else note('changed', `moves by “${action.value}”; here by the offset of the patient.`);
      if (vr === 'DA' || vr === 'DT' || key.startsWith('(')) return { action: 'shift' };
      note(
        'changed',
        `is no date (VR ${vr}); it is ${vr === 'TM' ? 'kept, because dates move by whole days' : 'cleaned'}.`,
      );
      return { action: vr === 'TM' ? 'keep' : 'clean' };
    }
    case 'ADD':
    case 'REPLACE':
      return written(action, vr, note);
  }
}

function written(
  action: RecipeAction,
  vr: string,
  note: (kind: 'lost' | 'changed', message: string) => void,
): RuleFields {
  const computed = /^(var|func|deid_func):(\S*)/.exec(action.value);
  const kind = action.action === 'ADD' ? 'add' : 'replace';
  if (!computed) {
    if (vr === 'SQ' || (BINARY_VRS.has(vr) && !/^[\d.+-]*$/.test(action.value))) {
      note('lost', `text cannot be written into VR ${vr}; it is removed.`);
      return { action: 'remove' };
    }
    return action.value === '' ? { action: 'empty' } : { action: kind, value: action.value.replace(/[{}]/g, '') };
  }
  const name = computed[2] ?? '';
  if (vr === 'UI') {
    if (name !== 'dicom_uuid')
      note('changed', `gets the value of ${computed[0]}; here a new UID that is the same everywhere.`);
    return { action: 'uid' };
  }
  if (vr === 'DA' || vr === 'DT') {
    if (!name.includes('jitter'))
      note('changed', `gets the value of ${computed[0]}; here it moves by the offset of the patient.`);
    return { action: 'shift' };
  }
  if (TEXT_VRS.has(vr)) {
    note('changed', `gets the value of ${computed[0]}; here a keyed pseudonym.`);
    return { action: 'pseudonym', format: '{hash:10}' };
  }
  note('lost', `gets the value of ${computed[0]}, which is Python; here a dummy.`);
  return { action: 'dummy' };
}

function setDays(draft: Draft, days: ReadonlyMap<number, SourceRange>): void {
  const [first, ...more] = [...days];
  if (!first) return;
  draft.settings.push(['dates', { shift: { scope: 'patient', days: [first[0], first[0]] } }]);
  draft.settingRanges.dates = first[1];
  for (const [other, range] of more)
    draft.notes.push({
      kind: 'lost',
      subject: 'dates',
      message: `Some move by ${other} days; a profile has one offset for a patient.`,
      range,
    });
}

function addLabel(label: RecipeLabel, draft: Draft): void {
  const note = (kind: 'lost' | 'changed', message: string) =>
    draft.notes.push({ kind, subject: label.label || label.filter, message, range: label.range });
  if (label.filter === 'whitelist') {
    note('lost', 'is a list of images that deid trusts; the program looks at every image that may have text.');
    return;
  }
  const tree: TestTree = { kind: 'and', of: label.criteria.map(line => ({ kind: 'or', of: line.map(criterionTest) })) };
  const { alternatives, dropped } = alternativesOf(tree);
  const said = alternatives.filter(when => Object.keys(when).length > 0);
  if (said.length < alternatives.length || alternatives.length === 0) {
    note('lost', 'has no criterion that a profile can test.');
    return;
  }
  for (const test of dropped)
    note('changed', `The criterion “${test}” cannot be said in a profile; without it more images are taken in.`);
  if (label.filter === 'blacklist') {
    for (const when of said) draft.quarantine.push({ when, range: label.range });
    return;
  }
  const blank = label.coordinates.flatMap(c => {
    const box = boxOf(c.kind, c.text);
    if (!box) note('lost', `${c.kind} ${c.text} is no rectangle to blank.`);
    return box ? [box] : [];
  });
  if (blank.length === 0) {
    if (label.coordinates.length === 0) note('lost', 'only flags images for a person to look at.');
    return;
  }
  for (const when of said) draft.regions.push({ when, blank, label: label.label, range: label.range });
}

function boxOf(kind: string, text: string): number[] | undefined {
  const values = text.split(',').map(v => Number(v.trim()));
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (values.length !== 4 || !values.every(v => Number.isInteger(v) && v >= 0) || kind.includes('keep'))
    return undefined;
  // deid's own coordinates are corners; CTP's are x, y, width, height.
  return kind === 'ctpcoordinates' ? [a, b, c, d] : c > a && d > b ? [a, b, c - a, d - b] : undefined;
}

function criterionTest(criterion: RecipeCriterion): TestTree {
  return {
    kind: 'test',
    test: attributeTest(criterion),
    text: `${criterion.test} ${criterion.field} ${criterion.value}`.trim(),
  };
}

function attributeTest({ test, field, value }: RecipeCriterion): AttributeTest | undefined {
  const key = attributeKey(field);
  if (key === undefined || key.includes('/') || key.startsWith('(')) return undefined;
  switch (test) {
    case 'contains':
      return {
        keyword: key,
        value: `/${patternError(value) === undefined ? value.replaceAll('/', '\\/') : escapePattern(value)}/i`,
      };
    case 'equals': {
      const choices = value.split('|').map(v => v.trim());
      return { keyword: key, value: choices.length > 1 ? choices : (choices[0] ?? '') };
    }
    case 'present':
      return { keyword: key, value: '/./' };
    default:
      return undefined;
  }
}
