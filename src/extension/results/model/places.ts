import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceId, RunRecord } from '../../../protocol/results';

/** Files and folders of a run that are there and can be opened or revealed. */
export function placesOf(run: RunRecord): { readonly id: PlaceId; readonly label: string; readonly path: string }[] {
  const { reports, output, contactSheet, runFolder } = run.paths;
  const inReports = (name: string) => (reports === undefined ? undefined : join(reports, name));
  const sheet = contactSheet ?? (runFolder === undefined ? undefined : join(runFolder, 'contact-sheet.html'));
  const all: readonly [PlaceId, string, string | undefined][] = [
    ['html', 'Report (HTML)', inReports('report.html')],
    ['csv', 'Discrepancies (CSV)', inReports('discrepancy_report_internal.csv')],
    ['xlsx', 'Scores (Excel)', inReports('scoring_report_instance.xlsx')],
    ['pixels', 'Pixel checks (Excel)', inReports('pixel_validation.xlsx')],
    ['contactSheet', 'Images with burned-in text', sheet],
    ['output', 'De-identified files', output],
    ['reports', 'Folder with reports', reports],
  ];
  return all.flatMap(([id, label, path]) => (path !== undefined && existsSync(path) ? [{ id, label, path }] : []));
}
