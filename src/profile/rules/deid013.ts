import type { LintRule } from '../lintRule';
import type { OwnRule } from '../lintView';
import { conditionsKey, testKey } from '../ruleComparison';
import { selectorKey } from '../selectors';

/** A rule that never decides, because another one takes everything it would apply to. */
export const deid013: LintRule = {
  code: 'DEID013',
  title: 'Rule shadowed by another',
  severity: 'warning',
  *check(view) {
    const bySelector = new Map<string, Conditional[]>();
    for (const rule of view.rules) {
      if (rule.when.length === 0) continue;
      const key = selectorKey(rule.selector);
      const list = bySelector.get(key);
      if (list) list.push(conditional(rule));
      else bySelector.set(key, [conditional(rule)]);
    }
    for (const list of bySelector.values())
      for (const [i, narrow] of list.entries()) {
        const winner = list.find((wide, k) => k > i && isWider(wide, narrow));
        if (winner) yield finding(view, narrow.rule, winner.rule, 'a later rule with a wider condition');
      }
    for (const rule of view.rules) {
      if (rule.selector.kind !== 'group' || rule.when.length > 0) continue;
      const { group } = rule.selector;
      const whole = view.rules.find(
        r =>
          r.selector.kind === 'wildcard' &&
          r.when.length === 0 &&
          (r.selector.mask & 0xffff) === 0 &&
          (group & (r.selector.mask >>> 16)) === r.selector.tag >>> 16,
      );
      if (whole) yield finding(view, rule, whole, 'a wildcard, which is more specific than a group');
    }
  },
};

function finding(view: Parameters<LintRule['check']>[0], rule: OwnRule, winner: OwnRule, why: string) {
  return {
    range: rule.range,
    message: `This rule never decides: ${why} takes everything it applies to. Remove it, or make it more specific.`,
    related: [{ range: winner.range, message: 'The rule that wins.' }],
    fixes: view.fix('Remove this rule', { kind: 'removeRule' as const, index: rule.index }),
  };
}

/** A rule with the texts of its tests by attribute. */
interface Conditional {
  readonly rule: OwnRule;
  readonly key: string;
  readonly tests: ReadonlyMap<number, ReadonlySet<string>>;
}

function conditional(rule: OwnRule): Conditional {
  const tests = new Map(rule.when.map(c => [c.tag, new Set(c.anyOf.map(testKey))]));
  return { rule, key: conditionsKey(rule.when), tests };
}

/** Every condition of `wide` also holds whenever `narrow` holds, and they are not the same. */
function isWider(wide: Conditional, narrow: Conditional): boolean {
  for (const [tag, allowed] of wide.tests) {
    const own = narrow.tests.get(tag);
    if (!own) return false;
    for (const test of own) if (!allowed.has(test)) return false;
  }
  return wide.key !== narrow.key;
}
