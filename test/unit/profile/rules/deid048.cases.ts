import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientBirthDateInAlternativeCalendar, action: keep'),
    {
      profile: 'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: \'(0029,"X",10)\', action: keep }]\n',
      context: { sample: sample({ privateAttributes: [['(0029,"X",10)', 'DA']] }) },
    },
  ],
  nearMisses: [
    rule('tag: PatientBirthDateInAlternativeCalendar, action: remove'),
    rule('tag: Manufacturer, action: keep'),
    'rules: [{ tag: \'(0029,"X",10)\', action: keep }]\n',
  ],
};
