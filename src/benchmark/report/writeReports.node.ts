import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoreSummary } from '../scoreOptions';
import type { ResultCollector } from '../results/collector';
import { htmlReport } from './htmlReport';
import { discrepancyCsv } from './discrepancyCsv';
import { pixelSheet } from './pixelSheet';
import { scoringSheets } from './scoringSheets';
import { writeWorkbook } from './workbook.node';

/** Writes the report files of the official scripts; gives their names and paths. */
export async function writeReports(
  out: string,
  collector: ResultCollector,
  places: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const written: Record<string, string> = { ...places };
  const place = (name: string): string => (written[name] = join(out, name));
  const csv = discrepancyCsv(collector.discrepancies, collector.categorizer, collector.anyBlank);
  writeFileSync(place('discrepancy_report_internal.csv'), csv.internal);
  writeFileSync(place('discrepancy_report_participant.csv'), csv.participant);
  await writeWorkbook(place('scoring_report_instance.xlsx'), scoringSheets(collector.instance));
  const series = collector.seriesTally();
  if (series) await writeWorkbook(place('scoring_report_series.xlsx'), scoringSheets(series));
  await writeWorkbook(place('pixel_validation.xlsx'), [pixelSheet(collector.pixelRows)]);
  return written;
}

/** Writes `report.json` and `report.html`; gives the summary with their places. */
export function writeSummary(out: string, summary: ScoreSummary, collector: ResultCollector): ScoreSummary {
  const json = join(out, 'report.json');
  const html = join(out, 'report.html');
  const complete = { ...summary, places: { ...summary.places, 'report.json': json, 'report.html': html } };
  writeFileSync(json, JSON.stringify(complete, null, 2) + '\n');
  writeFileSync(html, htmlReport(complete, collector.discrepancies));
  return complete;
}
