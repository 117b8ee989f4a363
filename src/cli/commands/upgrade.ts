import { Command } from 'commander';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import { EditionError, upgrade, type Upgrade } from '../../profile/import/upgrade';
import { EDITION } from '../../standard/dictionary';
import { UsageError } from '../exit';

interface Options {
  readonly from?: string;
  readonly to: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `deidbench upgrade PROFILE --to 2026c`: what a newer edition of the table changes. */
export function upgradeCommand(): Command {
  return new Command('upgrade')
    .description('Show what changes for a profile with a newer edition of PS3.15 Table E.1-1.')
    .argument('<profile>', 'profile file, or a name such as builtin:tcia')
    .option('--from <edition>', 'edition it was written against; what it declares if not given')
    .option('--to <edition>', 'edition it moves to', EDITION)
    .option('--all', 'also list rows that change nothing for this profile')
    .option('--json', 'print the table as JSON')
    .addHelpText(
      'after',
      `
Lists the rows that the table gained between the two editions, with what happened to the attribute before and what happens now.
Declare the new edition in the profile (standard: ${EDITION}) once you have looked at them.

Exit codes: 0 done, 1 wrong usage or a profile that cannot be read.

Examples:
  deidbench upgrade site.deid.yaml
  deidbench upgrade site.deid.yaml --from 2024b --to 2026c --all`,
    )
    .action(run);
}

function run(reference: string, options: Options): void {
  let table: Upgrade;
  try {
    const { profile } = loadProfile(reference);
    table = upgrade(profile, options.from ?? profile.standard, options.to);
  } catch (error) {
    if (error instanceof RunError || error instanceof EditionError) throw new UsageError(error.message);
    throw error;
  }
  const rows = options.all ? table.rows : table.rows.filter(r => r.changes);
  process.stdout.write(options.json ? `${JSON.stringify({ ...table, rows }, undefined, 2)}\n` : print(table, rows));
}

function print(table: Upgrade, rows: Upgrade['rows']): string {
  const cells = [
    ['edition', 'tag', 'attribute', 'before', 'after', 'decided by'],
    ...rows.map(r => [r.edition, r.tag, r.name, r.before, r.after, r.decidedBy]),
  ];
  const widths = cells[0]?.map((_, i) => Math.max(...cells.map(row => row[i]?.length ?? 0))) ?? [];
  const lines = cells.map(row =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const summary = `${table.from} -> ${table.to}: ${table.rows.length} rows were added, ${table.rows.filter(r => r.changes).length} change what this profile does.`;
  return `${(rows.length > 0 ? [...lines, '', summary] : [summary]).join('\n')}\n`;
}
