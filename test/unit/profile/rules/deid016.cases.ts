import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: StudyID, when: { Modality: ct }, action: keep'),
      fixed: rule('tag: StudyID, when: { Modality: CT }, action: keep'),
    },
    rule('tag: StudyID, when: { Modality: MRI }, action: keep'),
    rule('tag: StudyID, when: { BodyPartExamined: chest }, action: keep'),
    rule('tag: StudyID, when: { Rows: many }, action: keep'),
    rule('tag: StudyID, when: { PatientSex: X }, action: keep'),
  ],
  nearMisses: [
    rule('tag: StudyID, when: { Modality: [CT, MR] }, action: keep'),
    rule('tag: StudyID, when: { BodyPartExamined: CHEST }, action: keep'),
    rule('tag: StudyID, when: { Rows: 512, SOPClassUID: CTImageStorage }, action: keep'),
    rule('tag: StudyID, when: { Manufacturer: ge }, action: keep'),
  ],
};
