import { issueDiagnostics } from '../issueDiagnostics';
import type { LintRule } from '../lintRule';
import { patternsOf } from '../patterns';

/** A quantified group whose content is quantified as well: `(a+)+`. */
const NESTED = /\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*{]/;

/** A regular expression that does not compile, or one that takes exponential time in other tools. */
export const deid007: LintRule = {
  code: 'DEID007',
  title: 'Regular expression invalid or with nested quantifiers',
  severity: 'error',
  *check(view) {
    yield* issueDiagnostics(view.document, 'DEID007');
    for (const { source, range } of patternsOf(view))
      if (NESTED.test(source))
        yield {
          range,
          severity: 'warning',
          message:
            'A quantifier inside a quantified group: it runs in linear time here, but can hang other tools; write it flat.',
        };
  },
};
