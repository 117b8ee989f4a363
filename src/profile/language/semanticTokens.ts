import { attributeByTag } from '../../standard/dictionary';
import { OPTION_NAMES } from '../../standard/codes';
import type { ProfileDocument } from '../document';
import type { SourceRange } from '../model';
import { templateReferences } from '../templates';
import { attributeMentions, inner } from './places';
import { BUILTIN_PROFILES } from '../builtins';

export const TOKEN_TYPES = ['property', 'enumMember', 'keyword', 'namespace', 'variable', 'type', 'regexp'] as const;
export const TOKEN_MODIFIERS = ['deprecated', 'defaultLibrary'] as const;

export interface SemanticToken {
  readonly range: SourceRange;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** What the words of a profile are, in the order of the text, where the grammar cannot know it. No token spans lines or overlaps. */
export function semanticTokens(document: ProfileDocument): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add = (range: SourceRange, type: SemanticToken['type'], modifiers: SemanticToken['modifiers'] = []) => {
    if (range.end > range.start && !document.text.slice(range.start, range.end).includes('\n'))
      tokens.push({ range, type, modifiers });
  };
  for (const mention of attributeMentions(document)) {
    const tag = /^\(([0-9A-F]{4}),([0-9A-F]{4})\)$/.exec(mention.key);
    const attribute = tag ? attributeByTag(parseInt(`${tag[1]}${tag[2]}`, 16)) : undefined;
    add(mention.range, 'property', attribute?.retired ? ['deprecated'] : []);
  }
  for (const rule of document.rules) {
    const { action, vr, group, value, format, match } = rule.entries;
    if (rule.action && action) add(inner(document.text, action.value), 'keyword');
    if (rule.selector?.kind === 'vr' && vr) add(inner(document.text, vr.value), 'type');
    if (rule.selector?.kind === 'group' && group) add(inner(document.text, group.value), 'property');
    if (match) add(inner(document.text, match.value), 'regexp');
    for (const entry of [value, format])
      if (entry) for (const token of templateTokens(document.text, entry.value)) add(token, 'variable');
  }
  for (const { value, range } of document.options)
    if ((OPTION_NAMES as readonly string[]).includes(value)) add(inner(document.text, range), 'enumMember');
  for (const { value, range } of document.extends)
    add(inner(document.text, range), 'namespace', BUILTIN_PROFILES.includes(value) ? ['defaultLibrary'] : []);
  for (const setting of [document.settings.patientId, document.settings.patientName, document.settings.path])
    if (setting) for (const token of templateTokens(document.text, setting.range)) add(token, 'variable');
  tokens.sort((a, b) => a.range.start - b.range.start);
  return tokens.filter((token, i) => i === 0 || token.range.start >= (tokens[i - 1]?.range.end ?? 0));
}

function templateTokens(text: string, range: SourceRange): SourceRange[] {
  return templateReferences(text.slice(range.start, range.end)).map(r => ({
    start: range.start + r.start,
    end: range.start + r.end,
  }));
}
