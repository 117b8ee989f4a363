import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { isPixelDescription } from '../pixelDescription';
import { classesWithType, classNames } from '../ruleTypes';

/** Removing an attribute that the IOD requires with a value. */
export const deid028: LintRule = {
  code: 'DEID028',
  title: 'Removes a Type 1 attribute',
  severity: 'error',
  sample: 'helps',
  *check(view) {
    for (const rule of view.rules) {
      if (actionName(rule.action) !== 'remove') continue;
      const found = classesWithType(view, rule, ['1']);
      if (!found || found.classes.length === 0 || isPixelDescription(found.tag)) continue;
      yield {
        range: rule.actionRange,
        message: `${nameOf(found.tag)} is Type 1 in ${classNames(found.classes)}: without it the object is not valid. Keep it, or give it a dummy.`,
        fixes: [changeAction(rule, 'dummy')],
      };
    }
  },
};
