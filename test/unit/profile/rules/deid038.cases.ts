import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: ['patient: { id: "P{sequence:4}" }\n', rule('tag: AccessionNumber, action: replace, value: "{random}"')],
  nearMisses: ['patient: { id: "P{hash:8}" }\n', rule('tag: AccessionNumber, action: pseudonym, format: "{hash:8}"')],
};
