import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { classesWithType, classNames } from '../ruleTypes';

/** Removing an attribute that the IOD requires at least empty. */
export const deid030: LintRule = {
  code: 'DEID030',
  title: 'Removes a Type 2 attribute',
  severity: 'warning',
  sample: 'helps',
  *check(view) {
    for (const rule of view.rules) {
      if (actionName(rule.action) !== 'remove') continue;
      if ((classesWithType(view, rule, ['1'])?.classes.length ?? 0) > 0) continue;
      const found = classesWithType(view, rule, ['2']);
      if (!found || found.classes.length === 0) continue;
      yield {
        range: rule.actionRange,
        message: `${nameOf(found.tag)} is Type 2 in ${classNames(found.classes)}: it must be there, if only empty: say “empty”.`,
        fixes: [changeAction(rule, 'empty', true)],
      };
    }
  },
};
