import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: StudyID, when: { Manufacturer: /GE/ }, action: keep'),
      fixed: rule('tag: StudyID, when: { Manufacturer: /^GE/ }, action: keep'),
    },
    'text: { keep: [/T2/] }\n',
  ],
  nearMisses: [
    rule('tag: StudyID, when: { Manufacturer: /^GE/ }, action: keep'),
    rule('tag: StudyID, when: { Manufacturer: GE }, action: keep'),
    'text: { keep: [T2] }\n',
  ],
};
