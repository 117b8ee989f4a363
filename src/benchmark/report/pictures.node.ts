import type { DicomFile } from '../../dicom/dicomFile';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import { decodeFrameOf, openFrames } from '../../pixels/frames';
import { hasPixelData, pixelDescription } from '../../pixels/pixelDescription';
import { pngDataUri } from '../../pixels/png';
import type { RgbaImage } from '../../pixels/render';
import { renderNative } from '../../pixels/render';
import { thumbnail } from '../../pixels/thumbnail';
import { parseBurnedIn } from '../checks/pixelsHidden';
import type { TextBox } from '../checks/verdict';
import type { ResultRow } from '../results/resultRow';
import type { CheckPicture } from './pictures';

/** Checks that are shown, and bytes their pictures may take: a report must stay one that opens at once. */
const MOST = 24;
const MOST_BYTES = 2 << 20;
/** Longer side of a picture, in pixels. */
const SIZE = 320;
/** Pixels around a box that are shown, so that one sees where it lies. */
const AROUND = 24;

/** Draws the first frame before and after for pixel checks that did not pass, as far as they fit into a report. */
export class Pictures {
  readonly shown: CheckPicture[] = [];
  /** Checks that were not shown for lack of room. */
  left = 0;
  private bytes = 0;

  /** True for a row that a picture may explain. */
  explains(row: ResultRow): boolean {
    const { action } = row.check;
    return row.passed !== true && !row.missing && (action === '<pixels_hidden>' || action === '<pixels_retained>');
  }

  async add(row: ResultRow, file: string, before: DicomFile, after: DicomFile): Promise<void> {
    if (this.shown.length >= MOST || this.bytes >= MOST_BYTES) {
      this.left++;
      return;
    }
    const box = row.check.action === '<pixels_hidden>' ? (parseBurnedIn(row.check.actionText)?.box ?? null) : null;
    const [a, b] = [await draw(before, box), await draw(after, box)];
    if (!a && !b) return;
    this.bytes += (a?.length ?? 0) + (b?.length ?? 0);
    this.shown.push({
      row: row.index,
      action: (row.check.action ?? '').replace(/[<>]/g, ''),
      file,
      before: a,
      after: b,
    });
  }
}

/** A frame, or the surroundings of a box in it, as a `data:` URI; null if there is nothing that can be drawn. */
async function draw(file: DicomFile, box: TextBox | null): Promise<string | null> {
  if (!hasPixelData(file)) return null;
  try {
    const description = pixelDescription(file);
    const codecs = await loadFrameCodecs(description.transferSyntax);
    const frame = decodeFrameOf(openFrames(file, description), codecs, 0);
    const image = renderNative(frame, description);
    return pngDataUri(thumbnail(box ? cut(image, box) : image, SIZE));
  } catch {
    // A picture helps to understand; whatever a decoder stumbles over must not end a run.
    return null;
  }
}

function cut(image: RgbaImage, box: TextBox): RgbaImage {
  const left = Math.max(0, Math.min(box.left - AROUND, image.width - 1));
  const top = Math.max(0, Math.min(box.top - AROUND, image.height - 1));
  const width = Math.max(1, Math.min(image.width, box.right + AROUND) - left);
  const height = Math.max(1, Math.min(image.height, box.bottom + AROUND) - top);
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * image.width + left);
    rgba.set(image.rgba.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { width, height, rgba };
}
