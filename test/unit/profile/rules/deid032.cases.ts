import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: AnatomicRegionSequence, action: dummy'),
    rule('tag: AnatomicRegionSequence/CodeMeaning, action: remove'),
    rule('tag: CodeMeaning, action: empty'),
  ],
  nearMisses: [
    rule('tag: AnatomicRegionSequence, action: clean'),
    rule('tag: CodeMeaning, action: clean'),
    rule('tag: RequestAttributesSequence, action: dummy'),
  ],
};
