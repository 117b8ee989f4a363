import { attributeByTag } from '../../standard/dictionary';
import { simpleVr } from '../lintView';
import type { RuleSelector } from '../model';
import type { SampleSummary } from '../sample';
import { formatAttribute } from '../selectors';

/** What a rule finds in a sample. */
export interface RuleMatches {
  /** Different attributes. */
  readonly attributes: number;
  /** Files with the most frequent of them; `undefined` where the sample does not count files (private attributes). */
  readonly files: number | undefined;
}

/** What a selector, of whatever kind, finds in a sample; conditions are not looked at. */
export function sampleMatches(selector: RuleSelector, sample: SampleSummary): RuleMatches {
  if (selector.kind === 'attribute' || selector.kind === 'path') {
    const leaf = selector.kind === 'path' ? selector.steps[selector.steps.length - 1] : selector.attribute;
    if (!leaf) return { attributes: 0, files: 0 };
    if (leaf.kind === 'private') {
      const found = sample.privateAttributes.has(formatAttribute(leaf));
      return { attributes: found ? 1 : 0, files: found ? undefined : 0 };
    }
    const steps = selector.kind === 'path' ? selector.steps : [leaf];
    const counts = steps.map(step =>
      step.kind === 'tag' ? (sample.attributes.get(step.tag >>> 0) ?? 0) : sample.files,
    );
    const files = Math.min(...counts);
    return { attributes: files > 0 ? 1 : 0, files };
  }
  let attributes = 0;
  let files: number | undefined = 0;
  for (const [tag, count] of sample.attributes) {
    if (!takesIn(selector, tag)) continue;
    attributes++;
    files = Math.max(files ?? 0, count);
  }
  for (const [key, vr] of sample.privateAttributes) {
    const group = parseInt(key.slice(1, 5), 16);
    if (selector.kind === 'group' ? group !== selector.group : selector.kind === 'vr' ? vr !== selector.vr : true)
      continue;
    attributes++;
    files = undefined;
  }
  return { attributes, files };
}

function takesIn(selector: RuleSelector, tag: number): boolean {
  switch (selector.kind) {
    case 'wildcard':
      return (tag & selector.mask) >>> 0 === selector.tag >>> 0;
    case 'group':
      return tag >>> 16 === selector.group;
    case 'vr':
      return simpleVr(attributeByTag(tag)?.vr ?? '') === selector.vr;
    default:
      return false;
  }
}
