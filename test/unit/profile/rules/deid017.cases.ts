import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: Manufacturer, action: remove', 'tag: StudyID, when: { Manufacturer: GE }, action: keep'),
    rule(
      'tag: SeriesDescription, action: replace, value: "{Manufacturer} series"',
      'tag: Manufacturer, action: remove',
    ),
  ],
  nearMisses: [
    rule('tag: Manufacturer, action: keep', 'tag: StudyID, when: { Manufacturer: GE }, action: keep'),
    rule('tag: SeriesDescription, action: replace, value: "{Manufacturer} series"'),
  ],
};
