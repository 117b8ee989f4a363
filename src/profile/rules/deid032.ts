import { attributeByTag } from '../../standard/dictionary';
import { sequenceHolds } from '../../standard/iod';
import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { selectorTag } from '../selectors';

const CODE_VALUE = 0x00080100;
/** Code Value, Coding Scheme Designator, Code Meaning: the triplet of PS3.3 8.8. */
const TRIPLET: ReadonlySet<number> = new Set([CODE_VALUE, 0x00080102, 0x00080104]);

/** A code sequence that is left without code, scheme or meaning. */
export const deid032: LintRule = {
  code: 'DEID032',
  title: 'Code sequence left without a code',
  severity: 'warning',
  *check({ rules }) {
    for (const rule of rules) {
      const tag = selectorTag(rule.selector);
      const action = actionName(rule.action);
      if (tag === undefined) continue;
      const isCodes = attributeByTag(tag)?.vr === 'SQ' && sequenceHolds(tag, CODE_VALUE) === true;
      if (isCodes && action === 'dummy')
        yield {
          range: rule.actionRange,
          message: `${nameOf(tag)} holds codes; a dummy code has no meaning (Code Value and Code Meaning are Type 1C and 1, PS3.3 8.8). Remove the sequence or clean it.`,
          fixes: [changeAction(rule, 'clean'), changeAction(rule, 'X/Z/D')],
        };
      else if (TRIPLET.has(tag) && (action === 'remove' || action === 'empty'))
        yield {
          range: rule.actionRange,
          message: `A code without ${nameOf(tag)} is not valid (PS3.3 8.8): give it a dummy, or act on the whole sequence.`,
          fixes: [changeAction(rule, 'dummy')],
        };
    }
  },
};
