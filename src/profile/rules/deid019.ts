import { attributeByTag } from '../../standard/dictionary';
import { sequenceHolds } from '../../standard/iod';
import type { LintRule } from '../lintRule';
import { nameOf } from '../lintView';

/** A path through an attribute that is no sequence, or to one that the sequence does not hold. */
export const deid019: LintRule = {
  code: 'DEID019',
  title: 'Path that the standard does not have',
  severity: 'warning',
  *check({ rules }) {
    for (const rule of rules) {
      if (rule.selector.kind !== 'path') continue;
      const { steps } = rule.selector;
      for (const [i, step] of steps.slice(0, -1).entries()) {
        if (step.kind !== 'tag') continue;
        const vr = attributeByTag(step.tag)?.vr;
        const next = steps[i + 1];
        if (vr !== undefined && vr !== 'SQ') {
          yield {
            range: rule.selectorRange,
            message: `${nameOf(step.tag)} has VR ${vr}; only sequences hold attributes. Correct the path.`,
          };
          break;
        }
        if (next?.kind === 'tag' && sequenceHolds(step.tag, next.tag) === false) {
          yield {
            range: rule.selectorRange,
            message: `${nameOf(next.tag)} is not among the attributes of ${nameOf(step.tag)} (PS3.3); correct the path.`,
          };
          break;
        }
      }
    }
  },
};
