import type { RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[0, 700, 960, 60]] }\n',
    {
      profile:
        'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[100, 600, 900, 700]] }\n',
      fixed:
        'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[100, 600, 800, 100]] }\n',
    },
    'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[0, 0, 0, 60]] }\n',
    {
      profile: 'pixels:\n  regions:\n    - { when: { Modality: US }, blank: [[0, 0, 960, 60]] }\n',
      context: {
        sample: sample({
          devices: [{ modality: 'US', manufacturer: '', model: '', rows: 480, columns: 640, files: 3 }],
        }),
      },
    },
  ],
  nearMisses: [
    'pixels:\n  regions:\n    - { when: { Modality: US, Rows: 720, Columns: 960 }, blank: [[0, 0, 960, 60]] }\n',
  ],
};
