import type { Command } from 'commander';

export function commandReference(commands: readonly Command[]): string;
