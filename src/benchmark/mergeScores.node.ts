import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CategoryColumns } from './key/check';
import { writeReports, writeSummary } from './report/writeReports.node';
import { ResultCollector } from './results/collector';
import { headlineOf } from './results/headline';
import { readRows } from './results/readResults.node';
import { ResultsDatabase } from './results/resultsDatabase';
import type { ScoreSummary } from './scoreOptions';
import { ScoreError } from './scoreOptions';
import { writeAll } from './writeAll.node';

const DATABASE = 'validation_results.db';

/** True for a folder that `score` wrote. */
export function holdsScore(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}

/**
 * Joins results of data sets that were scored one by one - sites, parts of a key - into one: the table of all rows, and the
 * reports made of it anew. What is counted per series is not taken for one series across parts.
 * @param parts folders of results, in the order their rows are to have
 * @param into new or empty folder
 * @throws ScoreError if a folder holds no results, the parts were scored with different settings, or an instance is in two
 */
export async function mergeScores(parts: readonly string[], into: string): Promise<ScoreSummary> {
  const started = performance.now();
  const summaries = parts.map(readSummary);
  checkSettings(parts, summaries);
  mkdirSync(into, { recursive: true });
  const database = join(into, DATABASE);
  const partial = `${database}.partial`;
  const columns = new CategoryColumns();
  const fd = openSync(partial, 'w');
  let open = true;
  try {
    const results = new ResultsDatabase({ write: (at, bytes) => writeAll(fd, bytes, at) }, columns);
    const series = parts.every(part => existsSync(join(part, 'scoring_report_series.xlsx')));
    const collector = new ResultCollector(columns, series, row => results.append(row));
    const owners = new Map<string, string>();
    for (const part of parts) {
      await readRows(join(part, DATABASE), columns, row => {
        const owner = owners.get(row.identity.instance);
        if (owner === undefined) owners.set(row.identity.instance, part);
        else if (owner !== part)
          throw new ScoreError(
            `An instance is in the results of both ${owner} and ${part}; its checks would count twice. Merge results of separate data sets only.`,
          );
        collector.add(row);
      });
    }
    results.finish();
    closeSync(fd);
    open = false;
    renameSync(partial, database);
    const places = await writeReports(into, collector, { [DATABASE]: database });
    const summary: ScoreSummary = {
      name: basename(resolve(into)),
      ...headlineOf(collector),
      files: {
        found: sum(summaries, s => s.files.found),
        checked: sum(summaries, s => s.files.checked),
        skipped: summaries.flatMap(s => s.files.skipped),
        unmapped: summaries.flatMap(s => s.files.unmapped),
      },
      instances: {
        inKey: sum(summaries, s => s.instances.inKey),
        missing: sum(summaries, s => s.instances.missing),
        unreadable: sum(summaries, s => s.instances.unreadable),
      },
      vanished: sum(summaries, s => s.vanished),
      warnings: [...summaries.flatMap(s => s.warnings), ...leftApart(summaries)],
      settings: summaries[0]!.settings,
      seconds: (performance.now() - started) / 1000,
      places,
    };
    return writeSummary(into, summary, collector);
  } catch (error) {
    if (open) closeSync(fd);
    rmSync(partial, { force: true });
    throw error;
  }
}

function sum(summaries: readonly ScoreSummary[], of: (summary: ScoreSummary) => number): number {
  return summaries.reduce((all, summary) => all + of(summary), 0);
}

function readSummary(part: string): ScoreSummary {
  if (!holdsScore(part)) throw new ScoreError(`${part}: there is no ${DATABASE}; name a folder that score wrote.`);
  const path = join(part, 'report.json');
  try {
    const summary = JSON.parse(readFileSync(path, 'utf8')) as Partial<ScoreSummary>;
    if (summary.files && summary.instances && summary.settings && summary.warnings) return summary as ScoreSummary;
  } catch {
    // Absent or not JSON: the sentence below says both.
  }
  throw new ScoreError(`${path}: expected the report.json that score writes; score this data set again.`);
}

function checkSettings(parts: readonly string[], summaries: readonly ScoreSummary[]): void {
  const settings = summaries.map(({ settings: { tokenizer, cpus, perFile } }) =>
    JSON.stringify([tokenizer, perFile ? 0 : cpus, perFile]),
  );
  const other = settings.findIndex(each => each !== settings[0]);
  if (other > 0)
    throw new ScoreError(
      `${parts[0]} and ${parts[other]} were scored with different settings (--tokenizer, --cpus or --per-file); score them alike.`,
    );
}

function leftApart(summaries: readonly ScoreSummary[]): { code: string; message: string }[] {
  return summaries.some(({ strict, conformance }) => strict !== undefined || conformance !== undefined)
    ? [
        {
          code: 'left-apart',
          message: 'Strict findings, conformance and pictures stay in the reports of the parts; they are not merged.',
        },
      ]
    : [];
}
