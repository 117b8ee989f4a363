import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: BodyPartExamined, action: replace, value: chest'),
      fixed: rule('tag: BodyPartExamined, action: replace, value: CHEST'),
    },
    rule('tag: StudyDate, action: replace, value: "2020-01-01"'),
    rule('tag: SOPInstanceUID, action: replace, value: "1.02.3"'),
    rule('tag: PatientAge, action: replace, value: "45"'),
  ],
  nearMisses: [
    rule('tag: BodyPartExamined, action: replace, value: CHEST'),
    rule('tag: StudyDate, action: replace, value: "20200101"'),
    rule('tag: PatientAge, action: replace, value: 045Y'),
    rule('tag: StudyDescription, action: replace, value: chest'),
  ],
};
