import type { AttributeType } from '../standard/codes';
import { attributeType, iodOf } from '../standard/iod';
import { selectorParents, type LintView, type OwnRule } from './lintView';
import { selectorTag } from './selectors';

/** SOP classes, of those the rule is for, in which its attribute has one of these Types at its place. */
export function classesWithType(
  view: LintView,
  rule: OwnRule,
  types: readonly AttributeType[],
): { readonly tag: number; readonly classes: readonly string[] } | undefined {
  const tag = selectorTag(rule.selector);
  const parents = selectorParents(rule.selector);
  if (tag === undefined || parents === undefined) return undefined;
  const classes = view.sopClasses(rule.when).filter(sop => {
    const type = attributeType(sop, parents, tag);
    return type !== undefined && types.includes(type);
  });
  return { tag, classes };
}

/** The first classes by name, and how many more. */
export function classNames(uids: readonly string[]): string {
  const names = uids.slice(0, 2).map(uid => iodOf(uid)?.name.replace(/ Storage\b/, '') ?? uid);
  return uids.length > 2 ? `${names.join(', ')} and ${uids.length - 2} more` : names.join(' and ');
}
