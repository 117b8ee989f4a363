import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { classesWithType, classNames } from '../ruleTypes';

/** Emptying an attribute that the IOD requires with a value. */
export const deid029: LintRule = {
  code: 'DEID029',
  title: 'Empties a Type 1 attribute',
  severity: 'error',
  sample: 'helps',
  *check(view) {
    for (const rule of view.rules) {
      const literal = rule.action.kind === 'replace' && rule.action.value === '';
      if (actionName(rule.action) !== 'empty' && !literal) continue;
      const found = classesWithType(view, rule, ['1']);
      if (!found || found.classes.length === 0) continue;
      yield {
        range: rule.actionRange,
        message: `${nameOf(found.tag)} is Type 1 in ${classNames(found.classes)} and must have a value: say “dummy”.`,
        fixes: [changeAction(rule, 'dummy', true)],
      };
    }
  },
};
