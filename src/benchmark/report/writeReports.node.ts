import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoreSummary } from '../scoreOptions';
import type { ResultCollector } from '../results/collector';
import { htmlReport } from './htmlReport';
import { discrepancyLines } from './discrepancyCsv';
import type { CheckPicture } from './pictures';
import { pixelSheet } from './pixelSheet';
import { scoringSheets } from './scoringSheets';

/** Writes the report files of the official scripts; gives their names and paths. */
export async function writeReports(
  out: string,
  collector: ResultCollector,
  places: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const written: Record<string, string> = { ...places };
  const place = (name: string): string => (written[name] = join(out, name));
  writeDiscrepancies(collector, place('discrepancy_report_internal.csv'), place('discrepancy_report_participant.csv'));
  // Late: its library is only needed once everything else is done.
  const { writeWorkbook } = await import('./workbook.node');
  await writeWorkbook(place('scoring_report_instance.xlsx'), scoringSheets(collector.instance));
  const series = collector.seriesTally();
  if (series) await writeWorkbook(place('scoring_report_series.xlsx'), scoringSheets(series));
  await writeWorkbook(place('pixel_validation.xlsx'), [pixelSheet(collector.pixelRows)]);
  return written;
}

/** Writes `report.json` and `report.html`; gives the summary with their places. */
export function writeSummary(
  out: string,
  summary: ScoreSummary,
  collector: ResultCollector,
  pictures?: { readonly shown: readonly CheckPicture[]; readonly left: number },
): ScoreSummary {
  const json = join(out, 'report.json');
  const html = join(out, 'report.html');
  const complete = { ...summary, places: { ...summary.places, 'report.json': json, 'report.html': html } };
  writeFileSync(json, JSON.stringify(complete, null, 2) + '\n');
  writeFileSync(html, htmlReport(complete, collector.discrepancies, pictures));
  return complete;
}

/** Characters gathered before they are written. */
const CHUNK = 1 << 19;

function writeDiscrepancies(collector: ResultCollector, internalPath: string, participantPath: string): void {
  const files = [internalPath, participantPath].map(path => ({ fd: openSync(path, 'w'), text: '' }));
  const [internal, participant] = files;
  try {
    for (const line of discrepancyLines(collector.discrepancies, collector.categorizer, collector.anyBlank)) {
      internal.text += line.internal;
      participant.text += line.participant;
      if (internal.text.length > CHUNK) for (const file of files) flush(file);
    }
    for (const file of files) flush(file);
  } finally {
    for (const { fd } of files) closeSync(fd);
  }
}

function flush(file: { readonly fd: number; text: string }): void {
  writeFileSync(file.fd, file.text);
  file.text = '';
}
