import type { Command } from 'commander';

/**
 * Every command by name, loaded only when it is called: `inspect` on one file should not pay for the text cleaner's lexicon
 * or the scoring tables.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  anonymize: async () => (await import('./commands/anonymize')).anonymizeCommand(),
  inspect: async () => (await import('./commands/inspect')).inspectCommand(),
  merge: async () => (await import('./commands/merge')).mergeCommand(),
  pixels: async () => (await import('./commands/pixels')).pixelsCommand(),
  synth: async () => (await import('./commands/synth')).synthCommand(),
  text: async () => (await import('./commands/text')).textCommand(),
};
