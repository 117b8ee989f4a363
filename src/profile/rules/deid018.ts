import type { LintRule } from '../lintRule';
import type { RuleSelector } from '../model';

/** A rule for a place that data sets in files do not have. */
export const deid018: LintRule = {
  code: 'DEID018',
  title: 'Rule that can never match',
  severity: 'info',
  *check(view) {
    for (const rule of view.rules) {
      const why = neverThere(rule.selector);
      if (why)
        yield {
          range: rule.selectorRange,
          message: `This never matches: ${why}. Leave the rule out.`,
          fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
        };
    }
  },
};

function neverThere(selector: RuleSelector): string | undefined {
  const group = groupOf(selector);
  if (group === undefined) return undefined;
  if (group === 0x0000) return 'group 0000 is for commands on the network, files have none';
  if (group === 0x0002) return 'the file meta group 0002 is written anew for every file (PS3.10 7.1)';
  if (group === 0x0004) return 'group 0004 is for DICOMDIR and is removed from everything else (PS3.15 E.1.1)';
  if (group === 0xffff || group === 0x0001 || group === 0x0003 || group === 0x0005 || group === 0x0007)
    return 'this group is not allowed and is always removed (PS3.5 7.8)';
  if (selector.kind === 'attribute' && selector.attribute.kind === 'tag' && (selector.attribute.tag & 0xffff) === 0)
    return 'group lengths are not written';
  return undefined;
}

function groupOf(selector: RuleSelector): number | undefined {
  switch (selector.kind) {
    case 'group':
      return selector.group;
    case 'wildcard':
      return selector.mask >>> 16 === 0xffff ? selector.tag >>> 16 : undefined;
    case 'attribute':
      return selector.attribute.kind === 'tag' ? selector.attribute.tag >>> 16 : selector.attribute.group;
    default:
      return undefined;
  }
}
