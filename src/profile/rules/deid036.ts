import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf } from '../lintView';
import { selectorTag } from '../selectors';
import { isReferenceUid, referenceUids, remapsInstances } from '../uidReferences';

/** UIDs inside sequences that keep their old values while those at the top are remapped. */
export const deid036: LintRule = {
  code: 'DEID036',
  title: 'Nested UIDs not covered',
  severity: 'error',
  *check(view) {
    if (!remapsInstances(view)) return;
    for (const rule of view.rules) {
      const tag = selectorTag(rule.selector);
      if (rule.selector.kind !== 'path' || tag === undefined || !isReferenceUid(tag)) continue;
      if (actionName(rule.action) === 'keep')
        yield {
          range: rule.actionRange,
          message: `${nameOf(tag)} inside this sequence keeps the old UID while others are remapped.`,
          fixes: [changeAction(rule, 'uid', true)],
        };
    }
    if (view.profile.base !== 'none') return;
    const open = [...referenceUids()].filter(tag => actionName(view.effective(tag).action) === 'keep');
    if (open.length > 0)
      yield {
        range: view.document.settings.base?.range ?? view.document.extends[0]?.range ?? view.head,
        message: `${open.length} attributes that hold UIDs of instances keep their values while SOPInstanceUID is remapped, among them ${open
          .slice(0, 2)
          .map(nameOf)
          .join(' and ')}; nested references would dangle. Add a rule { vr: UI, action: uid }.`,
        fixes: view.fix('Remap all UIDs', { kind: 'addRule', rule: { vr: 'UI', action: 'uid' } }),
      };
  },
};
