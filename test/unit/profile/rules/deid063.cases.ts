import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: 'deid: 1\nname: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\n', whole: true },
    rule('tag: DeidentificationMethod, action: remove'),
    rule(
      'tag: DeidentificationMethod, action: add, value: "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"',
    ),
  ],
  nearMisses: [
    { profile: 'deid: 1\nname: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\n', whole: true },
    rule('tag: DeidentificationMethodCodeSequence, action: keep'),
  ],
};
