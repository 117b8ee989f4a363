import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: StudyDescription, action: keep'), fixed: rule('tag: StudyDescription, action: clean') },
    rule('vr: LT, action: K'),
  ],
  nearMisses: [
    rule('tag: StudyDescription, action: clean'),
    rule('tag: StudyDescription, when: { Modality: CT }, action: keep'),
    rule('tag: Manufacturer, action: keep'),
    {
      profile:
        'rules:\n  # deid-ignore DEID050 the trial writes these itself\n  - { tag: StudyDescription, action: keep }\n',
    },
    {
      profile:
        'rules:\n  - { tag: StudyDescription, action: keep } # deid-ignore DEID050 the trial writes these itself\n',
    },
  ],
};
