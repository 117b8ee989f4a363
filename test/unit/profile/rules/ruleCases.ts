import type { LintContext } from '../../../../src/profile/lint';

/** One profile and what is known around it. */
export interface RuleCase {
  /** Lines after the head that every case gets; with `whole` the complete text. */
  readonly profile: string;
  readonly whole?: boolean;
  readonly context?: LintContext;
  /** The complete text after the first quick fix, without the head. */
  readonly fixed?: string;
}

/** What makes a diagnostic appear, and what looks alike and does not. */
export interface RuleCases {
  readonly triggers: readonly (string | RuleCase)[];
  readonly nearMisses: readonly (string | RuleCase)[];
}

/** Head of the profiles in the tables: everything a profile should declare. */
export const HEAD = 'deid: 1\nname: Test\nstandard: 2026c\nunlisted: { text: clean }\n';

/** One rule in flow style as the whole list. */
export const rule = (...rules: string[]): string => `rules:\n${rules.map(r => `  - { ${r} }\n`).join('')}`;
