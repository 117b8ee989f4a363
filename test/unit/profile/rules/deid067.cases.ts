import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: DigitalSignaturesSequence, action: keep'), rule('tag: MAC, action: keep')],
  nearMisses: [rule('tag: DigitalSignaturesSequence, action: remove'), ''],
};
