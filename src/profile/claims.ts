import { rulesOn, writtenValue, type LintView } from './lintView';
import type { SourceRange } from './model';

const CODE_SEQUENCE = 0x00120064;
const CODE_VALUE = 0x00080100;
const METHOD = 0x00120063;

/** A code of CID 7050 that a rule writes, and where. */
export interface Claim {
  readonly code: string;
  readonly range: SourceRange;
}

/** Codes that rules write into (0012,0064)>(0008,0100) or mention in (0012,0063). */
export function claimedCodes(view: LintView): Claim[] {
  const inSequence = view.rules.filter(r => {
    if (r.selector.kind !== 'path') return false;
    const tags = r.selector.steps.map(s => (s.kind === 'tag' ? s.tag : -1));
    return tags.includes(CODE_SEQUENCE) && tags[tags.length - 1] === CODE_VALUE;
  });
  return [...inSequence, ...rulesOn(view, [METHOD, CODE_SEQUENCE])].flatMap(rule => {
    const value = writtenValue(rule);
    return [...(value?.text.matchAll(/1131\d\d/g) ?? [])].map(m => ({ code: m[0], range: value?.range ?? rule.range }));
  });
}
