import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: SeriesInstanceUID, action: empty'), fixed: rule('tag: SeriesInstanceUID, action: dummy') },
    rule('tag: Modality, action: Z'),
  ],
  nearMisses: [rule('tag: PatientName, action: empty'), rule('tag: StudyDescription, action: empty')],
};
