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

/** Bytes gathered before they are written. */
const CHUNK = 1 << 19;

function writeDiscrepancies(collector: ResultCollector, internalPath: string, participantPath: string): void {
  const internal = new TextFile(internalPath);
  const participant = new TextFile(participantPath);
  try {
    for (const line of discrepancyLines(collector.discrepancies, collector.categorizer, collector.anyBlank)) {
      internal.write(line.internal);
      participant.write(line.participant);
    }
    internal.flush();
    participant.flush();
  } finally {
    internal.close();
    participant.close();
  }
}

/** A file that texts are appended to, in UTF-8, through one buffer. */
class TextFile {
  private readonly fd: number;
  private readonly buffer = Buffer.allocUnsafe(CHUNK);
  private filled = 0;

  constructor(path: string) {
    this.fd = openSync(path, 'w');
  }

  write(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    const most = text.length * 3;
    if (this.filled + most > CHUNK) this.flush();
    if (most > CHUNK) writeFileSync(this.fd, text);
    else this.filled += this.buffer.write(text, this.filled);
  }

  flush(): void {
    writeFileSync(this.fd, this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }

  close(): void {
    closeSync(this.fd);
  }
}
