import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: AcquisitionDate, action: keep }]\n',
    'options: [RetainLongitudinalFullDates]\nrules: [{ tag: AcquisitionDate, action: shift }]\n',
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ vr: DT, action: keep }]\n',
  ],
  nearMisses: [
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: AcquisitionDate, action: shift }]\n',
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: AcquisitionTime, action: keep }]\n',
    rule('tag: AcquisitionDate, action: empty'),
  ],
};
