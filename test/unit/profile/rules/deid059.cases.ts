import type { RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    'pixels:\n  regions:\n    - { when: { TransferSyntaxUID: MPEG2MPML, Modality: ES, Rows: 576, Columns: 720 }, blank: [[0, 0, 60, 60]] }\n',
    {
      profile: 'options: [CleanPixelData]\n',
      context: { sample: sample({ transferSyntaxes: ['1.2.840.10008.1.2.4.100'] }) },
    },
  ],
  nearMisses: [
    'pixels:\n  regions:\n    - { when: { TransferSyntaxUID: JPEGBaseline8Bit, Modality: ES, Rows: 576, Columns: 720 }, blank: [[0, 0, 60, 60]] }\n',
    {
      profile: 'options: [CleanPixelData]\n',
      context: { sample: sample({ transferSyntaxes: ['1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.90'] }) },
    },
    { profile: '', context: { sample: sample({ transferSyntaxes: ['1.2.840.10008.1.2.4.100'] }) } },
  ],
};
