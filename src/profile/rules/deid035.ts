import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { selectorTag } from '../selectors';
import { isReferenceUid, remapsInstances } from '../uidReferences';

/** Some UIDs get new values while others that refer to the same things stay, or the reverse. */
export const deid035: LintRule = {
  code: 'DEID035',
  title: 'Some UIDs remapped, others kept',
  severity: 'error',
  *check(view) {
    const remapped = remapsInstances(view);
    for (const rule of view.rules) {
      const tag = selectorTag(rule.selector);
      if (tag === undefined || rule.selector.kind !== 'attribute' || !isReferenceUid(tag)) continue;
      const action = actionName(rule.action);
      const wrong = remapped ? action === 'keep' : action === 'uid';
      if (wrong)
        yield {
          range: rule.actionRange,
          message: remapped
            ? `${nameOf(tag)} stays while other UIDs are remapped: what it refers to can no longer be found, and the old UID is published. Remap both or neither.`
            : `${nameOf(tag)} gets a new UID while SOPInstanceUID stays: references no longer match. Remap both or neither.`,
          fixes: [changeAction(rule, remapped ? 'uid' : 'keep', true)],
        };
    }
  },
};
