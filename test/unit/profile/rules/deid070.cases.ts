import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'files: { path: "{PatientName}/{instance}.dcm" }\n',
    'files: { path: "{patient}/{AccessionNumber}/{instance}" }\n',
    'files: { path: "{patient}/{series}.dcm" }\n',
    'files: { path: "../{instance}.dcm" }\n',
  ],
  nearMisses: ['files: { path: "{patient}/{study}/{series}/{instance}.dcm" }\n'],
};
