import type { RuleCases } from './ruleCases';
import { ids } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    'patient: { id: { file: output/ids.csv } }\n',
    { profile: 'patient: { id: { file: batch/ids.csv } }\n', context: { outputFolder: 'batch', loader: ids } },
  ],
  nearMisses: [
    { profile: 'patient: { id: { file: ../secret/ids.csv } }\n', context: { outputFolder: 'batch', loader: ids } },
    { profile: 'patient: { id: { file: secret/layout/ids.csv } }\n', context: { loader: ids } },
  ],
};
