import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: EncapsulatedDocument, action: keep'), 'base: none\n'],
  nearMisses: [rule('tag: EncapsulatedDocument, action: dummy'), rule('tag: EncapsulatedDocument, action: remove'), ''],
};
