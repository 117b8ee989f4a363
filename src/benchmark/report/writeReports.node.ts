import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultCollector } from '../results/collector';
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
