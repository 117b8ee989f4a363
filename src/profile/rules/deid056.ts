import type { LintRule } from '../lintRule';
import { actionName, keepsValue, type LintView } from '../lintView';
import type { RuleSelector } from '../model';

/** Overlays (60xx) and curves (50xx) are kept, or only the first of the sixteen groups is handled. */
export const deid056: LintRule = {
  code: 'DEID056',
  title: 'Overlays or curves not handled in all groups',
  severity: 'error',
  *check(view) {
    for (const rule of view.rules) {
      const family = familyOf(rule.selector);
      if (!family) continue;
      if (keepsValue(rule.action) && !isHarmless(rule.selector))
        yield {
          range: rule.actionRange,
          message: `${family}xx can hold text drawn over the image, labels and names; it must not be kept as it is.`,
        };
      else if (!keepsValue(rule.action) && isOneGroup(rule.selector))
        yield {
          range: rule.selectorRange,
          message: `There are sixteen such groups, ${family}00 to ${family}1E (PS3.5 7.6); this rule handles one. Write (${family}xx,xxxx).`,
          fixes: rule.entries.group
            ? []
            : [
                {
                  title: `Change to (${family}xx,xxxx)`,
                  edits: [{ range: rule.selectorRange, newText: `"(${family}xx,xxxx)"` }],
                },
              ],
        };
    }
    if (view.profile.base === 'none') yield* uncovered(view);
  },
};

function* uncovered(view: LintView) {
  const open = (
    [
      ['60', 0x60003000],
      ['50', 0x50003000],
    ] as const
  ).filter(([, tag]) => actionName(view.effective(tag).action) === 'keep');
  if (open.length > 0)
    yield {
      range: view.document.settings.base?.range ?? view.document.extends[0]?.range ?? view.head,
      message: `Nothing handles ${open.map(([family]) => `(${family}xx,xxxx)`).join(' and ')}: overlays and curves leave with what is drawn and written in them.`,
      fixes: view.fix('Remove overlays', { kind: 'addRule', rule: { tag: '(60xx,xxxx)', action: 'remove' } }),
    };
}

function tagOf(selector: RuleSelector): number | undefined {
  if (selector.kind === 'attribute') return selector.attribute.kind === 'tag' ? selector.attribute.tag : undefined;
  if (selector.kind === 'wildcard') return selector.tag;
  return selector.kind === 'group' ? selector.group << 16 : undefined;
}

/** `60` or `50` where a rule is about overlays or curves. */
function familyOf(selector: RuleSelector): string | undefined {
  const tag = tagOf(selector);
  const high = tag === undefined ? 0 : tag >>> 24;
  if (tag === undefined || (tag >>> 16) & 1) return undefined;
  return high === 0x60 ? '60' : high === 0x50 ? '50' : undefined;
}

function isOneGroup(selector: RuleSelector): boolean {
  return selector.kind !== 'wildcard' || selector.mask >>> 16 === 0xffff;
}

/** Rows, columns and the like of an overlay are numbers; data, labels, comments and descriptions are not. */
function isHarmless(selector: RuleSelector): boolean {
  const tag = tagOf(selector) ?? 0;
  const text = new Set([0x0022, 0x0040, 0x0045, 0x0061, 0x0062, 0x1500, 0x3000, 0x4000, 0x2500, 0x200e]);
  return (
    (selector.kind === 'attribute' || (selector.kind === 'wildcard' && (selector.mask & 0xffff) === 0xffff)) &&
    !text.has(tag & 0xffff)
  );
}
