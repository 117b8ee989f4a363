import { confidentialityRow } from '../../standard/confidentiality';
import { optionCell } from '../effective';
import type { LintRule } from '../lintRule';
import { covers, keepsValue, nameOf, type LintView, type OwnRule } from '../lintView';
import { safeHarborItem, safeHarborTags } from '../safeHarbor';
import { selectorTag } from '../selectors';

/** What a message names one by one. */
const NAMED = 3;

/** A rule keeps what identifies a person under HIPAA Safe Harbor, and no option asks for that. */
export const deid073: LintRule = {
  code: 'DEID073',
  title: 'Identifying attribute kept by a rule',
  severity: 'error',
  *check(view) {
    for (const rule of view.rules) {
      if (!keepsValue(rule.action)) continue;
      const tags = keptBy(rule, view).filter(tag => !isKeptByOption(tag, view));
      const [first] = tags;
      if (first === undefined) continue;
      yield {
        range: rule.actionRange,
        message: messageFor(rule, tags, first),
        ...(rule.reason === undefined ? {} : { severity: 'warning' as const }),
        fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
      };
    }
  },
};

/** Identifying attributes that this rule keeps: the one it names, or those a wide selector decides over. */
function keptBy(rule: OwnRule, view: LintView): number[] {
  const tag = selectorTag(rule.selector);
  if (tag !== undefined) return safeHarborItem(tag) ? [tag] : [];
  if (rule.selector.kind === 'path' || rule.selector.kind === 'attribute') return [];
  return safeHarborTags().filter(t => {
    if (!covers(rule.selector, t)) return false;
    const { source } = view.effective(t);
    return rule.when.length > 0 || (source.kind === 'rule' && source.rule.origin.range.start === rule.range.start);
  });
}

function isKeptByOption(tag: number, view: LintView): boolean {
  const row = confidentialityRow(tag);
  return row !== undefined && optionCell(row, view.profile.options)?.code === 'K';
}

function messageFor(rule: OwnRule, tags: readonly number[], first: number): string {
  const item = safeHarborItem(first);
  if (selectorTag(rule.selector) !== undefined) {
    const code = confidentialityRow(first)?.basic ?? '';
    const what = `${nameOf(first)} identifies (HIPAA Safe Harbor (${item?.letter ?? ''}), ${item?.what ?? ''}; Table E.1-1: ${code})`;
    return rule.reason === undefined
      ? `${what}, and this rule keeps it. Remove the rule, or write in its reason why the value may stay.`
      : `${what}, and this rule keeps it for the reason it gives. Make sure that this was approved.`;
  }
  const letters = [...new Set(tags.map(t => safeHarborItem(t)?.letter ?? ''))].sort().map(l => `(${l})`);
  const names = tags.slice(0, NAMED).map(nameOf).join(', ');
  const more = tags.length > NAMED ? ` and ${tags.length - NAMED} more` : '';
  return `This rule keeps ${names}${more}, which identify (HIPAA Safe Harbor ${letters.join(', ')}). Name one by one what may stay.`;
}
