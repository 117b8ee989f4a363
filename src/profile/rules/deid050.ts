import { confidentialityRow } from '../../standard/confidentiality';
import { attributeByTag } from '../../standard/dictionary';
import { isUnlistedText } from '../../standard/unlistedText';
import type { LintRule } from '../lintRule';
import { changeAction, keepsValue, nameOf } from '../lintView';
import { selectorTag } from '../selectors';
import { TEXT_VRS } from '../vrValues';

/** VRs for prose: what people type freely. */
const PROSE: ReadonlySet<string> = new Set(['LT', 'ST', 'UT']);

/** Free text leaves the building as somebody typed it. */
export const deid050: LintRule = {
  code: 'DEID050',
  title: 'Free text kept as it is',
  severity: 'warning',
  *check({ rules }) {
    for (const rule of rules) {
      if (!keepsValue(rule.action) || rule.when.length > 0) continue;
      if (rule.selector.kind === 'vr' && PROSE.has(rule.selector.vr)) {
        yield {
          range: rule.actionRange,
          message: `All attributes of VR ${rule.selector.vr} are kept as people typed them; names, dates and numbers stand in such text. Clean it.`,
          fixes: [changeAction(rule, 'clean', true)],
        };
        continue;
      }
      const tag = selectorTag(rule.selector);
      const vr = tag === undefined ? undefined : attributeByTag(tag)?.vr;
      if (tag === undefined || vr === undefined || !TEXT_VRS.has(vr)) continue;
      const listed = confidentialityRow(tag)?.options.CleanDescriptors === 'C';
      if (listed || (PROSE.has(vr) && isUnlistedText(tag)))
        yield {
          range: rule.actionRange,
          message: `${nameOf(tag)} is kept as people typed it; names, dates and numbers stand in such text. Clean it.`,
          fixes: [changeAction(rule, 'clean', true)],
        };
    }
  },
};
