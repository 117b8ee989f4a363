import type { DicomFile } from '../../dicom/dicomFile';
import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import { hasPixelData, pixelDescription } from '../../pixels/pixelDescription';
import type { TextBox } from '../checks/verdict';
import type { OpenedFile } from '../scan/findFiles.node';
import type { PixelRegion, RegionReader } from './region';
import { cutRegion } from './region';

/** Key of a rectangle in the map of texts. */
export function boxKey(box: TextBox): string {
  return `${box.left} ${box.top} ${box.right} ${box.bottom}`;
}

/** Bytes of regions that are read in one go. */
const AT_ONCE = 4 << 20;

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/** A file whose rectangles may have to be read; `look` leaves it as it is for its checks. */
export interface LookedAt {
  look(): OpenedFile;
}

/**
 * Reads the rectangles that the `pixels_hidden` checks of files are about, ahead of the checks and for many files in one go:
 * an OCR engine takes longer to start than to read. What cannot be looked at - no pixels, several frames, a transfer syntax
 * nobody decodes, an empty rectangle - has no text; such checks leave no row.
 */
export class HiddenTexts {
  private readonly texts = new Map<number, Map<string, string>>();
  private next = 0;

  /** @param boxesOf rectangles that the key names for a file, by its position */
  constructor(
    private readonly files: readonly LookedAt[],
    private readonly boxesOf: (file: number) => readonly TextBox[],
    private readonly reader: RegionReader | null,
  ) {}

  /** Texts by `boxKey` of the file at a position; to be asked for in order, once. */
  async of(file: number): Promise<ReadonlyMap<string, string>> {
    if (!this.reader) return NO_TEXTS;
    while (this.next <= file) await this.readAhead(this.reader);
    const texts = this.texts.get(file) ?? NO_TEXTS;
    this.texts.delete(file);
    return texts;
  }

  private async readAhead(reader: RegionReader): Promise<void> {
    const wanted: { readonly file: number; readonly key: string; readonly region: PixelRegion }[] = [];
    for (let bytes = 0; this.next < this.files.length && bytes < AT_ONCE; this.next++) {
      const boxes = this.boxesOf(this.next);
      if (boxes.length === 0) continue;
      const opened = this.files[this.next].look();
      try {
        const frame = await onlyFrame(opened.file);
        for (const box of frame ? boxes : []) {
          const region = frame && cutRegion(frame, box);
          if (!region) continue;
          wanted.push({ file: this.next, key: boxKey(box), region });
          bytes += region.bytes.length;
        }
      } finally {
        opened.close();
      }
    }
    if (wanted.length === 0) return;
    const found = await reader(wanted.map(({ region }) => region));
    wanted.forEach(({ file, key }, i) => {
      const pieces = found[i];
      if (!pieces) return;
      let texts = this.texts.get(file);
      if (!texts) this.texts.set(file, (texts = new Map()));
      texts.set(key, pieces.join(' '));
    });
  }
}

/** The frame of a single-frame image; null if there is none or it cannot be decoded. */
async function onlyFrame(file: DicomFile): Promise<NativeFrame | null> {
  if (!hasPixelData(file)) return null;
  try {
    const description = pixelDescription(file);
    if (description.frames > 1) return null;
    const [{ decodeFrameOf, openFrames }, { loadFrameCodecs }] = await Promise.all([
      import('../../pixels/frames'),
      import('../../pixels/codecs/wasmCodecs.node'),
    ]);
    const codecs = await loadFrameCodecs(description.transferSyntax);
    return decodeFrameOf(openFrames(file, description), codecs, 0);
  } catch {
    // Whatever a decoder stumbles over, one image never ends a run; the check is counted as not looked at.
    return null;
  }
}
