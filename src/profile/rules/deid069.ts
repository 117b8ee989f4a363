import { uidByKeyword } from '../../standard/uids';
import type { LintRule } from '../lintRule';

const DIRECTORY = '1.2.840.10008.1.3.10';
const SOP_CLASS = 0x00080016;
const MEDIA_STORAGE_SOP_CLASS = 0x00020002;

/** DICOMDIR files: they are never published, whatever the rules say. */
export const deid069: LintRule = {
  code: 'DEID069',
  title: 'DICOMDIR in scope',
  severity: 'info',
  sample: 'helps',
  *check({ document, sample, head }) {
    const message =
      'A DICOMDIR repeats names and identifiers of all files and does not fit the new ones; it is never published (PS3.15 E.1.1). Leave it out.';
    for (const condition of document.rules.flatMap(r => r.when))
      if (condition.tag === SOP_CLASS || condition.tag === MEDIA_STORAGE_SOP_CLASS)
        for (const test of condition.anyOf)
          if (test.kind === 'literal' && (test.value === DIRECTORY || uidByKeyword(test.value)?.uid === DIRECTORY))
            yield { range: condition.value, message };
    for (const rule of document.rules) {
      const first = rule.selector?.kind === 'path' ? rule.selector.steps[0] : undefined;
      if (first?.kind === 'tag' && first.tag >>> 16 === 0x0004) yield { range: rule.selectorRange, message };
    }
    if (sample && sample.directories > 0)
      yield { range: head, message: `The sample has ${sample.directories} DICOMDIR files. ${message}` };
  },
};
