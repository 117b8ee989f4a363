import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: StudyDescription, action: replace, value: "Zürich"'), 'patient: { name: "Zoë^{id}" }\n'],
  nearMisses: [
    rule('tag: StudyDescription, action: replace, value: "Zurich"'),
    rule(
      'tag: StudyDescription, action: replace, value: "Zürich"',
      'tag: SpecificCharacterSet, action: add, value: ISO_IR 192',
    ),
  ],
};
