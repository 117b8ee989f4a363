import type { DicomFile } from '../dicom/dicomFile';
import { text, topLevel } from './attributes';
import type { PixelReport } from './cleanPixels';
import { renderFrame } from './cleanPixels.node';
import type { SheetEntry } from './contactSheet';
import { pixelDescription } from './pixelDescription';
import { pngDataUri } from './png';
import { paintBoxes, thumbnail } from './thumbnail';

/** Longer side of a thumbnail in pixels: large enough to see that text is gone, small enough for thousands on a page. */
const THUMBNAIL = 320;

/**
 * What the contact sheet shows of one cleaned instance: the frame with the first box (else the first frame), boxes blanked.
 * Undefined for images of no risk that were not changed. Throws `PixelDataError` if the frame cannot be decoded.
 * @param name how the image is called in the output, a pseudonymous path.
 */
export async function sheetEntry(file: DicomFile, report: PixelReport, name: string): Promise<SheetEntry | undefined> {
  const changed = report.outcome.replacement !== undefined;
  if (!changed && (report.risk === 'none' || report.risk === 'low')) return undefined;
  const description = pixelDescription(file);
  const frame = report.boxes[0]?.frames[0] ?? 0;
  const image = await renderFrame(file, frame);
  paintBoxes(
    image,
    report.boxes.filter(b => b.frames[0] <= frame && frame < b.frames[1]),
  );
  return {
    name,
    risk: report.risk,
    modality: text(topLevel(file), 0x00080060),
    columns: description.columns,
    rows: description.rows,
    frames: description.frames,
    boxes: report.boxes.map(({ text: _read, ...box }) => box),
    notes: report.notes,
    thumbnail: pngDataUri(thumbnail(image, THUMBNAIL)),
  };
}
