import type { OwnRule } from './lintView';
import type { Condition, RuleAction } from './model';
import { selectorKey } from './selectors';

/** A text that is equal for two lists of conditions exactly if they are the same. */
export function conditionsKey(when: readonly Condition[]): string {
  return when
    .map(c => `${c.tag}=${c.anyOf.map(testKey).sort().join('|')}`)
    .sort()
    .join('&');
}

/** A text that is equal for equal tests of a condition. */
export function testKey(test: Condition['anyOf'][number]): string {
  return test.kind === 'literal' ? `'${test.value}` : `/${test.source}/${test.flags}`;
}

/** Pairs of rules with the same selector and the same conditions; the second of a pair is the one that wins. */
export function* sameSelection(rules: readonly OwnRule[]): Generator<readonly [OwnRule, OwnRule]> {
  const seen = new Map<string, OwnRule>();
  for (const rule of rules) {
    const key = `${selectorKey(rule.selector)} ${rule.when.length > 0 ? conditionsKey(rule.when) : ''}`;
    const before = seen.get(key);
    if (before) yield [before, rule];
    seen.set(key, rule);
  }
}

/** True if two actions do the same, parameters included. */
export function sameAction(a: RuleAction, b: RuleAction): boolean {
  return JSON.stringify(a, Object.keys(a).sort()) === JSON.stringify(b, Object.keys(b).sort());
}
