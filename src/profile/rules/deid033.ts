import { allAttributes } from '../../standard/dictionary';
import { lazy } from '../../standard/unpack';
import { uidAttributeClass } from '../../standard/uidAttributes';
import type { LintRule } from '../lintRule';
import { actionName, changeAction, covers, nameOf } from '../lintView';
import { selectorTag } from '../selectors';

const structural = lazy(() =>
  allAttributes()
    .map(a => a.tag)
    .filter(tag => uidAttributeClass(tag) === 'structural'),
);

/** Changing a UID that says what something is, such as SOP Class UID. */
export const deid033: LintRule = {
  code: 'DEID033',
  title: 'Structural UID changed',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const action = actionName(rule.action);
      if (action === 'keep' || action === 'clean' || action === 'compound') continue;
      const tag = selectorTag(rule.selector);
      // A rule for all of VR UI with `uid` is fine: the engine leaves structural UIDs alone.
      const broad = tag === undefined && action !== 'uid' && action !== 'remove';
      const hit =
        tag !== undefined
          ? structural().filter(t => t === tag)
          : broad
            ? structural().filter(t => covers(rule.selector, t))
            : [];
      if (hit.length > 0)
        yield {
          range: rule.actionRange,
          message: `${hit.slice(0, 2).map(nameOf).join(', ')}${hit.length > 2 ? ' and others' : ''}: this UID says what the object is, not which one; it must stay.`,
          fixes: tag !== undefined ? [changeAction(rule, 'keep', true)] : [],
        };
    }
  },
};
