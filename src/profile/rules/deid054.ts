import type { LintRule } from '../lintRule';
import { keepsValue } from '../lintView';
import { selectorLeaf, selectorTag } from '../selectors';

/** Private creators and their attributes would be parted. */
export const deid054: LintRule = {
  code: 'DEID054',
  title: 'Private creator without its attributes, or the reverse',
  severity: 'warning',
  *check(view) {
    const keptGroups = new Set(
      view.rules.flatMap(r => {
        const leaf = selectorLeaf(r.selector);
        return leaf?.kind === 'private' && keepsValue(r.action) ? [leaf.group] : [];
      }),
    );
    for (const rule of view.rules) {
      const tag = selectorTag(rule.selector);
      if (tag === undefined || ((tag >>> 16) & 1) === 0) continue;
      const element = tag & 0xffff;
      if (element < 0x10 || element > 0xff) continue;
      const group = tag >>> 16;
      if (
        keepsValue(rule.action)
          ? keptGroups.has(group)
          : !keptGroups.has(group) && view.profile.private.default !== 'keep'
      )
        continue;
      yield {
        range: rule.selectorRange,
        message: keepsValue(rule.action)
          ? 'This keeps a private creator whose attributes no rule keeps: an empty block. Creators stay with their attributes by themselves.'
          : 'This takes the creator away from private attributes that are kept; without it nobody knows what they mean (PS3.5 7.8.1).',
        fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
      };
    }
  },
};
