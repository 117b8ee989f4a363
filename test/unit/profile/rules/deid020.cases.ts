import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: StudyID, action: replace, value: "seventeen letters"'),
    rule('tag: AccessionNumber, action: pseudonym, format: "{hash:32}"'),
    'patient: { id: "{hash:70}" }\n',
  ],
  nearMisses: [
    rule('tag: StudyID, action: replace, value: "sixteen letters!"'),
    rule('tag: AccessionNumber, action: pseudonym, format: "{hash:16}"'),
    rule('tag: StudyDescription, action: replace, value: "seventeen letters"'),
  ],
};
