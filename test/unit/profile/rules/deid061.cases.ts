import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: DeidentificationMethodCodeSequence/CodeValue, action: add, value: "113101"'),
    rule('tag: DeidentificationMethod, action: add, value: "113113"'),
    'options: [RetainUIDs]\nrules: [{ tag: SOPInstanceUID, action: uid }]\n',
    'options: [CleanPixelData]\npixels: { detect: off }\n',
    'options: [CleanRecognizableVisualFeatures]\n',
    'options: [RetainLongitudinalModifiedDates]\nrules: [{ tag: StudyDate, action: empty }]\n',
  ],
  nearMisses: [
    'options: [RetainUIDs]\n',
    'options: [CleanPixelData]\n',
    'options: [RetainLongitudinalModifiedDates]\n',
  ],
};
