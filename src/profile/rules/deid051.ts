import type { LintRule } from '../lintRule';
import { changeAction, keepsValue } from '../lintView';
import type { RuleSelector } from '../model';

/** Private attributes are kept without saying whose. */
export const deid051: LintRule = {
  code: 'DEID051',
  title: 'Private group kept whoever created it',
  severity: 'warning',
  *check({ rules, document }) {
    for (const rule of rules)
      if (keepsValue(rule.action) && isPrivateGroup(rule.selector))
        yield {
          range: rule.selectorRange,
          message:
            'Any maker may use this group for anything (PS3.5 7.8.1); name the creator: (gggg,"CREATOR",ee), one rule per attribute.',
          fixes: [changeAction(rule, 'remove')],
        };
    const { privateDefault } = document.settings;
    if (privateDefault?.value === 'keep' && !document.settings.knowledgeBase)
      yield {
        range: privateDefault.range,
        message:
          'All private attributes are kept, whoever created them and whatever they hold; only their VR is known.',
        fixes: [{ title: 'Remove them', edits: [{ range: privateDefault.range, newText: 'remove' }] }],
      };
  },
};

function isPrivateGroup(selector: RuleSelector): boolean {
  if (selector.kind === 'group') return (selector.group & 1) === 1;
  return (
    selector.kind === 'wildcard' && ((selector.tag & selector.mask) >>> 16) % 2 === 1 && (selector.mask & 0xff) !== 0xff
  );
}
