import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: StudyID, action: keep', 'tag: StudyID, action: remove'),
    rule('tag: StudyID, when: { Modality: CT }, action: keep', 'tag: StudyID, when: { Modality: CT }, action: empty'),
    'options: [RetainLongitudinalFullDates, RetainLongitudinalModifiedDates]\n',
  ],
  nearMisses: [
    rule('tag: StudyID, action: keep', 'tag: StudyID, action: keep'),
    rule('tag: StudyID, when: { Modality: CT }, action: keep', 'tag: StudyID, when: { Modality: MR }, action: empty'),
    'extends: builtin:midi-b\noptions: [RetainLongitudinalFullDates]\n',
  ],
};
