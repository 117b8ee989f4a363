import { attributeByTag } from '../../standard/dictionary';
import { closest } from '../../standard/closest';
import { uidByKeyword } from '../../standard/uids';
import type { LocatedCondition } from '../document';
import { enumeratedValues, MODALITIES } from '../enumerations';
import type { Finding, LintRule } from '../lintRule';
import { simpleVr } from '../lintView';
import { repertoireError } from '../vrValues';

const MODALITY = 0x00080060;

/** A condition that no instance can meet. */
export const deid016: LintRule = {
  code: 'DEID016',
  title: 'Condition that is never true',
  severity: 'warning',
  *check({ document }) {
    const all = [
      ...document.rules.flatMap(r => r.when),
      ...document.recipes.flatMap(r => r.when),
      ...document.quarantine.flatMap(q => q.when),
    ];
    for (const condition of all) yield* literals(condition);
  },
};

function* literals(condition: LocatedCondition): Generator<Finding> {
  const vr = simpleVr(attributeByTag(condition.tag)?.vr ?? '');
  const terms = condition.tag === MODALITY ? MODALITIES : enumeratedValues(condition.tag);
  for (const [i, test] of condition.anyOf.entries()) {
    if (test.kind !== 'literal') continue;
    const range = condition.ranges[i] ?? condition.value;
    const replace = (text: string) => [{ title: `Change to ${text}`, edits: [{ range, newText: text }] }];
    if (terms && !terms.includes(test.value)) {
      const upper = test.value.toUpperCase();
      const near = terms.includes(upper) ? [upper] : closest(test.value, terms, 1);
      const what = condition.tag === MODALITY ? 'a defined term of Modality' : `one of ${terms.join(', ')}`;
      yield {
        range,
        message: `“${test.value}” is not ${what}, so this never holds; correct the value.`,
        fixes: near.flatMap(replace),
      };
      continue;
    }
    if (vr === 'UI' && uidByKeyword(test.value)) continue;
    const expected = repertoireError(vr, test.value);
    if (expected)
      yield {
        range,
        message: `“${test.value}” is no value of VR ${vr} (${expected}), so this never holds; correct the value.`,
        fixes: vr === 'CS' && !repertoireError('CS', test.value.toUpperCase()) ? replace(test.value.toUpperCase()) : [],
      };
  }
}
