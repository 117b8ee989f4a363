import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: LongitudinalTemporalInformationModified, action: add, value: UNMODIFIED }]\n',
    rule('tag: "(0028,0303)", action: remove'),
  ],
  nearMisses: [
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: LongitudinalTemporalInformationModified, action: add, value: MODIFIED }]\n',
    'options: [RetainLongitudinalModifiedDates]\n',
  ],
};
