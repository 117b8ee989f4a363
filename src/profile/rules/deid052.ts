import type { LintRule } from '../lintRule';
import type { SampleSummary } from '../sample';
import { selectorTag } from '../selectors';

/** A private attribute by a number whose block can be another one in the next file. */
export const deid052: LintRule = {
  code: 'DEID052',
  title: 'Private attribute with a fixed block number',
  severity: 'warning',
  sample: 'helps',
  *check({ rules, sample }) {
    for (const rule of rules) {
      const tag = selectorTag(rule.selector);
      if (tag === undefined || ((tag >>> 16) & 1) === 0 || (tag & 0xffff) < 0x1000) continue;
      yield {
        range: rule.selectorRange,
        message:
          'The block of a private attribute is assigned anew in every data set (PS3.5 7.8.1); write (gggg,"CREATOR",ee) instead.',
        fixes: candidates(tag, sample).map(text => ({
          title: `Change to ${text}`,
          edits: [{ range: rule.selectorRange, newText: `'${text}'` }],
        })),
      };
    }
  },
};

/** Private attributes of the sample with the same group and low byte. */
function candidates(tag: number, sample: SampleSummary | undefined): string[] {
  const group = (tag >>> 16).toString(16).toUpperCase().padStart(4, '0');
  const low = (tag & 0xff).toString(16).toUpperCase().padStart(2, '0');
  return [...(sample?.privateAttributes.keys() ?? [])]
    .filter(key => key.startsWith(`(${group},"`) && key.toUpperCase().endsWith(`,${low})`) && !key.includes("'"))
    .slice(0, 3);
}
