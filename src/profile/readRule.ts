import { RE2JS } from 're2js';
import { ACTION_CODES } from '../standard/codes';
import { closest } from '../standard/closest';
import type { DocumentRule, Entry, LocatedCondition, ReadIssue } from './document';
import type { ActionCode, Condition, RuleAction, RuleSelector, SourceRange } from './model';
import { parseSelector, selectorTag } from './selectors';
import { ACTION_NAMES } from './shape';
import { isScalar, isSeq } from 'yaml';
import { listItems, mapEntries, nodeRange, scalarText, type YamlNode } from './yamlNodes';

/** Value representations of PS3.5 6.2. */
export const VRS: readonly string[] =
  'AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV'.split(' ');

/** Offset of the first character of a scalar's text inside its node: 1 behind an opening quote. */
function textStart(node: YamlNode): number {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
}

/** Reads one entry of `rules`; what cannot be understood is reported and left out. */
export function readRule(node: YamlNode, around: SourceRange, issues: ReadIssue[]): DocumentRule {
  const range = nodeRange(node, around);
  const entries: Record<string, Entry> = {};
  const nodes: Record<string, YamlNode> = {};
  for (const { key, keyNode, value } of mapEntries(node)) {
    const keyRange = nodeRange(keyNode, range);
    const text = scalarText(value);
    entries[key] = { key: keyRange, value: nodeRange(value, keyRange), ...(text === undefined ? {} : { text }) };
    nodes[key] = value;
  }
  const named = (['tag', 'vr', 'group'] as const).filter(k => entries[k]);
  const by = named[0];
  if (named.length !== 1)
    issues.push({
      kind: 'shape',
      range,
      message:
        named.length === 0
          ? 'A rule names what it applies to with tag, vr or group.'
          : `A rule names one of tag, vr and group, not ${named.join(' and ')}.`,
      suggestions: [],
    });
  const selector = by && named.length === 1 ? readSelector(by, nodes[by], entries[by], issues) : undefined;
  const actionRange = entries.action?.value ?? range;
  const action = readAction(entries, actionRange, issues);
  return {
    range,
    entries,
    ...(selector ? { selector } : {}),
    selectorRange: (by && entries[by]?.value) ?? range,
    selectorText: (by && entries[by]?.text) ?? '',
    when: nodes.when ? readConditions(nodes.when, range, issues) : [],
    ...(action ? { action, actionName: action.kind } : {}),
    actionRange,
    ...(entries.reason?.text === undefined ? {} : { reason: entries.reason.text }),
  };
}

function readSelector(
  by: 'tag' | 'vr' | 'group',
  node: YamlNode,
  entry: Entry | undefined,
  issues: ReadIssue[],
): RuleSelector | undefined {
  const text = entry?.text;
  if (!entry || text === undefined) return undefined;
  if (by === 'tag') return readTag(text, node, entry.value, issues);
  if (by === 'vr') {
    if (VRS.includes(text)) return { kind: 'vr', vr: text };
    issues.push({
      kind: 'unknownValue',
      range: entry.value,
      message: `“${text}” is not a value representation (PS3.5 6.2).`,
      suggestions: VRS.includes(text.toUpperCase()) ? [text.toUpperCase()] : [],
    });
    return undefined;
  }
  const digits = /^(?:0x)?([0-9A-Fa-f]{4})$/.exec(text.trim())?.[1];
  if (digits) return { kind: 'group', group: parseInt(digits, 16) };
  issues.push({
    kind: 'badTag',
    range: entry.value,
    message: 'A group is four hexadecimal digits, in quotes, for example "0013".',
    suggestions: /^[0-9A-Fa-f]{1,3}$/.test(text.trim()) ? [`"${text.trim().padStart(4, '0')}"`] : [],
  });
  return undefined;
}

function readTag(text: string, node: YamlNode, range: SourceRange, issues: ReadIssue[]): RuleSelector | undefined {
  const result = parseSelector(text);
  if ('selector' in result) return result.selector;
  const { error } = result;
  const start = range.start + textStart(node);
  const inside = { start: start + error.start, end: start + error.end };
  // Escapes make offsets inside quotes drift; then the whole value is underlined.
  const exact = inside.end <= range.end && range.end - range.start === text.length + 2 * textStart(node);
  issues.push({
    kind: error.kind === 'unknownKeyword' ? 'unknownKeyword' : 'badTag',
    range: exact ? inside : range,
    message: error.message,
    suggestions: exact ? error.suggestions : [],
  });
  return undefined;
}

function readAction(
  entries: Readonly<Record<string, Entry>>,
  range: SourceRange,
  issues: ReadIssue[],
): RuleAction | undefined {
  const text = entries.action?.text;
  if (text === undefined) return undefined;
  if ((ACTION_CODES as readonly string[]).includes(text)) return { kind: 'code', code: text as ActionCode };
  const name = ACTION_NAMES.find(n => n === text);
  const needed = (key: string): string => {
    const value = entries[key]?.text;
    if (value === undefined)
      issues.push({ kind: 'missingParameter', range, message: `“${text}” needs “${key}”.`, suggestions: [] });
    return value ?? '';
  };
  switch (name) {
    case undefined: {
      const suggestions = closest(text, [...ACTION_NAMES, ...ACTION_CODES], 2);
      const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
      issues.push({ kind: 'unknownAction', range, message: `“${text}” is not an action.${hint}`, suggestions });
      return undefined;
    }
    case 'replace':
    case 'add':
      return { kind: name, value: needed('value') };
    case 'pseudonym':
      return { kind: name, format: needed('format') };
    case 'pattern': {
      const match = needed('match');
      checkPattern(match, '', entries.match?.value ?? range, issues);
      return { kind: name, match, with: entries.with?.text ?? '' };
    }
    default:
      return { kind: name };
  }
}

const compiled = new Map<string, string | undefined>();

/** What RE2 says against a regular expression; `undefined` if it compiles. Answers are remembered. */
export function patternError(source: string): string | undefined {
  if (compiled.has(source)) return compiled.get(source);
  let error: string | undefined;
  try {
    RE2JS.compile(source);
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : 'not a regular expression';
  }
  if (compiled.size > 5000) compiled.clear();
  compiled.set(source, error);
  return error;
}

function checkPattern(source: string, flags: string, range: SourceRange, issues: ReadIssue[]): void {
  const error = patternError(source);
  if (error !== undefined)
    issues.push({
      kind: 'badPattern',
      range,
      message: `This is not a regular expression that runs in linear time: ${error}.`,
      suggestions: [],
    });
  if (/[^imsU]/.test(flags))
    issues.push({
      kind: 'badPattern',
      range,
      message: 'Flags of a pattern are i (any case), m (lines) and s (dot matches line ends).',
      suggestions: [],
    });
}

/** Text of a condition or word: `/re/flags` is a pattern, everything else a literal. */
export function literalOrPattern(text: string): Condition['anyOf'][number] {
  const pattern = /^\/(.+)\/([a-zA-Z]*)$/s.exec(text);
  return pattern
    ? { kind: 'pattern', source: pattern[1] ?? '', flags: pattern[2] ?? '' }
    : { kind: 'literal', value: text };
}

/** Reads a `when`: every key an attribute, every value a literal, a list, or `/re/flags`. */
export function readConditions(node: YamlNode, around: SourceRange, issues: ReadIssue[]): LocatedCondition[] {
  const conditions: LocatedCondition[] = [];
  for (const { key, keyNode, value } of mapEntries(node)) {
    const keyRange = nodeRange(keyNode, around);
    const selector = readTag(key, keyNode, keyRange, issues);
    const tag = selector?.kind === 'attribute' ? selectorTag(selector) : undefined;
    if (selector && tag === undefined)
      issues.push({
        kind: 'badTag',
        range: keyRange,
        message: 'A condition reads one attribute of the data dictionary.',
        suggestions: [],
      });
    if (tag === undefined) continue;
    const nodes = isSeq(value) ? listItems(value) : [value];
    const anyOf: Condition['anyOf'][number][] = [];
    const ranges: SourceRange[] = [];
    for (const item of nodes) {
      const text = scalarText(item);
      if (text === undefined) continue;
      const test = literalOrPattern(text);
      const range = nodeRange(item, keyRange);
      if (test.kind === 'pattern') checkPattern(test.source, test.flags, range, issues);
      anyOf.push(test);
      ranges.push(range);
    }
    conditions.push({ tag, anyOf, key: keyRange, value: nodeRange(value, keyRange), ranges });
  }
  return conditions;
}
