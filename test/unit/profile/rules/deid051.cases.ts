import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('group: "0029", action: keep'),
    rule('tag: "(0029,xxxx)", action: keep'),
    { profile: 'private: { default: keep }\n', fixed: 'private: { default: remove }\n' },
  ],
  nearMisses: [
    rule('tag: \'(0029,"X",10)\', action: keep'),
    rule('group: "0028", action: keep'),
    'private: { default: remove }\n',
  ],
};
