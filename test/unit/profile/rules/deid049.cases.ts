import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'options: [CleanDescriptors]\nrules: [{ tag: StudyDescription, action: keep }]\n',
    rule('tag: DeidentificationMethod, action: add, value: "113100/113105"'),
  ],
  nearMisses: [
    'options: [CleanDescriptors]\nrules: [{ tag: StudyDescription, action: clean }]\n',
    'options: [CleanDescriptors]\nrules: [{ tag: StudyDescription, when: { Modality: CT }, action: keep }]\n',
    rule('tag: StudyDescription, action: keep'),
  ],
};
