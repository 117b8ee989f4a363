import type { Command } from 'commander';

/**
 * Every command by name, loaded only when it is called: `inspect` on one file should not pay for the text cleaner's lexicon
 * or the scoring tables.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  anonymize: async () => (await import('./commands/anonymize')).anonymizeCommand(),
  completion: async () => (await import('./commands/completion')).completionCommand(allCommands),
  demo: async () => (await import('./commands/demo')).demoCommand(),
  fmt: async () => (await import('./commands/fmt')).fmtCommand(),
  explain: async () => (await import('./commands/explain')).explainCommand(),
  compare: async () => (await import('./commands/compare')).compareCommand(),
  index: async () => (await import('./commands/index')).indexCommand(),
  inspect: async () => (await import('./commands/inspect')).inspectCommand(),
  lint: async () => (await import('./commands/lint')).lintCommand(),
  merge: async () => (await import('./commands/merge')).mergeCommand(),
  pixels: async () => (await import('./commands/pixels')).pixelsCommand(),
  score: async () => (await import('./commands/score')).scoreCommand(),
  synth: async () => (await import('./commands/synth')).synthCommand(),
  text: async () => (await import('./commands/text')).textCommand(),
  verify: async () => (await import('./commands/verify')).verifyCommand(),
  export: async () => (await import('./commands/export')).exportCommand(),
  import: async () => (await import('./commands/import')).importCommand(),
  upgrade: async () => (await import('./commands/upgrade')).upgradeCommand(),
};

function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map(make => make()));
}
