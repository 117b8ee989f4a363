import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: OriginalAttributesSequence, action: keep'),
    rule('tag: EncryptedAttributesSequence, action: clean'),
    'base: none\n',
  ],
  nearMisses: [rule('tag: OriginalAttributesSequence, action: remove'), ''],
};
