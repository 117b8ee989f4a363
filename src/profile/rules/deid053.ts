import { safePrivateAttribute } from '../../standard/safePrivate';
import { readDispositions, type Dispositions } from '../dispositions';
import type { LintRule } from '../lintRule';
import { changeAction, keepsValue, type LintView } from '../lintView';
import { selectorLeaf } from '../selectors';

/** A private attribute is kept that the knowledge base deletes or does not know. */
export const deid053: LintRule = {
  code: 'DEID053',
  title: 'Private attribute kept that is not known to be safe',
  severity: 'warning',
  *check(view) {
    const base = knowledge(view);
    if (!base) return;
    for (const rule of view.rules) {
      const leaf = selectorLeaf(rule.selector);
      if (leaf?.kind !== 'private' || !keepsValue(rule.action)) continue;
      const disposition = base.get(`${leaf.group}:${leaf.creator.toUpperCase()}:${leaf.element & 0xff}`);
      if (disposition === 'k' || safePrivateAttribute(leaf.creator, leaf.group, leaf.element)) continue;
      yield {
        range: rule.actionRange,
        message:
          disposition === undefined
            ? 'The knowledge base does not know this attribute, and Table E.3.10-1 does not list it as safe.'
            : `The knowledge base does not keep this attribute (disposition ${disposition}).`,
        fixes: [changeAction(rule, 'remove')],
      };
    }
  },
};

function knowledge(view: LintView): Dispositions | undefined {
  const reference = view.profile.private.knowledgeBase;
  const loaded = reference && view.loader(reference.path, reference.origin.profile);
  return loaded ? readDispositions(loaded.text) : undefined;
}
