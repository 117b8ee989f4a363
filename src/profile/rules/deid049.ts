import { confidentialityRow } from '../../standard/confidentiality';
import { attributeByTag } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { changeAction, keepsValue, nameOf } from '../lintView';
import { claimedCodes } from '../claims';
import { selectorTag } from '../selectors';

const CODE = '113105';

/** Clean Descriptors is claimed (113105) while descriptors leave uncleaned. */
export const deid049: LintRule = {
  code: 'DEID049',
  title: 'Clean Descriptors claimed but not carried out',
  severity: 'error',
  *check(view) {
    const chosen = view.profile.options.has('CleanDescriptors');
    if (!chosen)
      for (const claim of claimedCodes(view))
        if (claim.code === CODE)
          yield {
            range: claim.range,
            message: `${CODE} claims Clean Descriptors, but the option is not chosen and no rule cleans the descriptors of Table E.1-1. Choose CleanDescriptors, or leave the code out.`,
            fixes: view.fix('Choose CleanDescriptors', { kind: 'addOption', option: 'CleanDescriptors' }),
          };
    if (!chosen) return;
    for (const rule of view.rules) {
      const tag = selectorTag(rule.selector);
      if (tag === undefined || rule.when.length > 0 || !keepsValue(rule.action)) continue;
      if (confidentialityRow(tag)?.options.CleanDescriptors !== 'C' || attributeByTag(tag)?.vr === 'SQ') continue;
      yield {
        range: rule.actionRange,
        message: `${nameOf(tag)} would leave uncleaned while (0012,0064) claims Clean Descriptors (${CODE}, PS3.15 E.3.5).`,
        fixes: [changeAction(rule, 'clean', true)],
      };
    }
  },
};
