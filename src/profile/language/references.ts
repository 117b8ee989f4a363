import { builtinText } from '../builtins';
import type { ProfileDocument } from '../document';
import { readProfile } from '../read';
import { selectorKey } from '../selectors';
import type { Analysis } from './analysis';
import { attributeMentions, fileMentions, holds, type ProfilePlace } from './places';
import { ruleAt } from './placeInTree';

/**
 * Where what stands at an offset comes from: the file of an `extends`, a word list or a table; for an attribute the rules of
 * the files that are extended, the nearest file first.
 */
export function definitions(analysis: Analysis, offset: number): ProfilePlace[] {
  const { document } = analysis;
  const built = document.extends.find(e => holds(e.range, offset));
  if (built && builtinText(built.value) !== undefined) return [{ profile: built.value, range: { start: 0, end: 0 } }];
  const file = fileMentions(document).find(f => holds(f.range, offset));
  if (file) {
    const loaded = analysis.loader(file.reference, analysis.id);
    return loaded ? [{ profile: loaded.id, range: { start: 0, end: 0 } }] : [];
  }
  const above = [...analysis.resolution.documents].reverse().filter(d => d.id !== analysis.id);
  const rule = ruleAt(document, offset)?.rule;
  const wanted = rule?.selector && holds(rule.selectorRange, offset) ? selectorKey(rule.selector) : undefined;
  const same = above.flatMap(d => rulesWith(d, key => key === wanted));
  if (same.length > 0) return same;
  const key = attributeMentions(document).find(m => holds(m.range, offset))?.key;
  if (key === undefined) return [];
  return above
    .flatMap(d => mentionsOf(d, key).filter(place => place.rule))
    .map(({ profile, range }) => ({ profile, range }));
}

function rulesWith(document: ProfileDocument, test: (key: string) => boolean): ProfilePlace[] {
  return document.rules
    .filter(rule => rule.selector && test(selectorKey(rule.selector)))
    .map(rule => ({ profile: document.id, range: rule.selectorRange }));
}

function mentionsOf(document: ProfileDocument, key: string): (ProfilePlace & { readonly rule: boolean })[] {
  return attributeMentions(document)
    .filter(m => m.key === key)
    .map(m => ({ profile: document.id, range: m.range, rule: m.use === 'rule' }));
}

/** A profile of the workspace that may refer to another one. */
export interface OtherProfile {
  readonly id: string;
  readonly text: string;
}

/**
 * Every place that names the attribute at an offset, in this file and in the files it extends; on an `extends`, every other
 * place that refers to the same profile.
 * @param others further profiles of the workspace to look into.
 */
export function references(analysis: Analysis, offset: number, others: readonly OtherProfile[] = []): ProfilePlace[] {
  const { document, resolution } = analysis;
  const known = new Map(resolution.documents.map(d => [d.id, d]));
  for (const other of others) if (!known.has(other.id)) known.set(other.id, readProfile(other.text, other.id));
  const documents = [...known.values()];
  const extended = document.extends.find(e => holds(e.range, offset));
  if (extended) {
    const target = idOf(extended.value, analysis.id, analysis);
    return documents.flatMap(d =>
      d.extends.filter(e => idOf(e.value, d.id, analysis) === target).map(e => ({ profile: d.id, range: e.range })),
    );
  }
  const key = attributeMentions(document).find(m => holds(m.range, offset))?.key;
  if (key === undefined) return [];
  return documents.flatMap(d => mentionsOf(d, key)).map(({ profile, range }) => ({ profile, range }));
}

function idOf(reference: string, from: string, analysis: Analysis): string {
  return builtinText(reference) === undefined ? (analysis.loader(reference, from)?.id ?? reference) : reference;
}
