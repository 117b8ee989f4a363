import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: 'deid: 1\nname: n\nstandard: 2024b\n', whole: true },
    {
      profile: 'deid: 1\nname: n\nstandard: 2024b\nrules: [{ tag: AcquisitionContextDescription, action: remove }]\n',
      whole: true,
    },
  ],
  nearMisses: [rule('tag: AcquisitionContextDescription, action: remove')],
};
