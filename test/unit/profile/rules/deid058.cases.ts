import type { RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    'pixels:\n  regions:\n    - { when: { Modality: US }, blank: [[0, 0, 960, 60]] }\n',
    'pixels:\n  regions:\n    - { when: { Rows: 720, Columns: 960 }, blank: [[0, 0, 960, 60]] }\n',
    {
      profile: 'pixels:\n  regions:\n    - { when: { Modality: US }, blank: [[0, 0, 60, 60]] }\n',
      context: {
        sample: sample({
          devices: [
            { modality: 'US', manufacturer: '', model: '', rows: 480, columns: 640, files: 3 },
            { modality: 'US', manufacturer: '', model: '', rows: 720, columns: 960, files: 3 },
          ],
        }),
      },
    },
  ],
  nearMisses: [
    'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[0, 0, 960, 60]] }\n',
  ],
};
