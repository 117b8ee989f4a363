import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [{ profile: 'base: none\n', fixed: 'base: ps3.15\n' }, 'extends: builtin:keep-all\n'],
  nearMisses: ['base: ps3.15\n', 'extends: [builtin:keep-all, builtin:tcia]\nbase: ps3.15\n'],
};
