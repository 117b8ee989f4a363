import type { LintRule } from '../lintRule';
import { actionName } from '../lintView';

const ENCAPSULATED_DOCUMENT = 0x00420011;

/** A document inside the object (PDF, CDA, STL) leaves as it is; no option of PS3.15 cleans its content. */
export const deid068: LintRule = {
  code: 'DEID068',
  title: 'Encapsulated document kept',
  severity: 'warning',
  *check(view) {
    const effective = view.effective(ENCAPSULATED_DOCUMENT);
    const action = actionName(effective.action);
    if (action === 'keep' || action === 'clean')
      yield {
        range: view.blame(effective),
        message:
          'The content of encapsulated documents (0042,0011) cannot be cleaned; give it a dummy, or quarantine them.',
        fixes: view.fix('Give it a dummy', {
          kind: 'addRule',
          rule: { tag: 'EncapsulatedDocument', action: 'dummy' },
        }),
      };
  },
};
