import type { DicomFile } from '../dicom/dicomFile';
import { text, topLevel } from './attributes';
import { clip, mergeBoxes, type Box } from './boxes';
import type { FrameCodecs } from './codecs/frameCodecs';
import { PixelDataError } from './errors';
import { findText } from './findText';
import { decodeFrameOf, openFrames, type FrameStore } from './frames';
import type { OcrReader } from './ocr/ocrReader';
import { embeddedOverlayMask } from './overlayBits';
import { pixelDescription } from './pixelDescription';
import { replacePixels, type PixelReplacement } from './replacePixels';
import type { SeriesMemory } from './seriesMemory';
import { greyOf } from './storedValues';
import { triage, type PixelRisk, type Triage } from './triage';
import type { CleaningMode } from './verdict/decide';
import type { FoundText } from './findText';
import { needlesOf } from './verdict/needles';

/** What to clean and how. */
export interface PixelRequest {
  readonly mode: CleaningMode;
  /** `auto` looks at every image that could carry text, `always` at any pixel data and at every frame, `off` at none. */
  readonly detect: 'auto' | 'always' | 'off';
  /** Device recipes that apply to this instance, blanked in every frame (`pixels.regions` of a profile). */
  readonly regions: readonly Box[];
  /** Identifying values of this instance's header as plain text; dates as YYYYMMDD. */
  readonly identifiers: readonly string[];
  /** Without a reader nothing can be read: then every strong line counts as illegible text. */
  readonly reader?: OcrReader;
  readonly seriesMemory?: SeriesMemory;
}

/** A rectangle that was blanked. */
export interface CleanedBox extends Box {
  /** First frame, and the frame after the last one, it was blanked in (from 0). */
  readonly frames: readonly [number, number];
  /** Stable code: `recipe`, or why the text was hidden. */
  readonly reason: 'recipe' | FoundText['reason'];
  /** What OCR read there. To be shown on request only; never stored or logged. */
  readonly text?: string;
}

/** The same shape as the engine's `PixelOutcome`, which it is handed to. */
export interface PixelOutcome {
  readonly examined: boolean;
  readonly replacement?: PixelReplacement;
}

/** What was found and done. */
export interface PixelReport {
  readonly risk: PixelRisk;
  readonly triage: Triage;
  readonly examined: boolean;
  readonly boxes: readonly CleanedBox[];
  readonly outcome: PixelOutcome;
  /** Stable codes worth telling: `frames-sampled`, `overlay-bits-cleared`, `re-encoded-as-explicit-little-endian` ... */
  readonly notes: readonly string[];
}

const FLOAT_PIXEL_DATA = 0x7fe00008;
const DOUBLE_FLOAT_PIXEL_DATA = 0x7fe00009;

/** Frames looked at with `auto`; longer ones are sampled evenly. */
const MAX_FRAMES = 32;

/**
 * Cleans the pixels of one instance (PS3.15 E.3.1): device recipes, text found on the frames, overlay bits in the pixel cells.
 * Pixel data is read only if something is to be done with it. `loadCodecs` gives the codecs of a transfer syntax.
 * Throws `PixelDataError` if pixels that must be looked at or changed cannot be read: such a file must not be published.
 */
export async function cleanPixelsWith(
  file: DicomFile,
  request: PixelRequest,
  loadCodecs: (transferSyntax: string) => Promise<FrameCodecs>,
): Promise<PixelReport> {
  const verdict = triage(file);
  const level = topLevel(file);
  const hasPixels = level.rows.has(0x7fe00010);
  const look = hasPixels && (request.detect === 'always' || (request.detect === 'auto' && verdict.risk !== 'none'));
  const nothing = { risk: verdict.risk, triage: verdict, boxes: [], notes: [] };
  const floats = level.rows.has(FLOAT_PIXEL_DATA) || level.rows.has(DOUBLE_FLOAT_PIXEL_DATA);
  if (floats && request.regions.length > 0)
    throw new PixelDataError('float-pixel-data', 'Floating point pixel data cannot be blanked.');
  if (!hasPixels || (!look && request.regions.length === 0)) {
    // What draws text writes integers, so floats are never searched; but who wants everything looked at is told the truth.
    const examined = request.detect !== 'off' && !(floats && request.detect === 'always');
    return { ...nothing, examined, outcome: { examined } };
  }
  const description = pixelDescription(file);
  const codecs = await loadCodecs(description.transferSyntax);
  const store = openFrames(file, description);
  const recipes = request.regions
    .flatMap(r => clip(r, description.columns, description.rows) ?? [])
    .map((box): CleanedBox => ({ ...box, frames: [0, description.frames], reason: 'recipe' }));
  const frames = framesToLookAt(description.frames, request.detect === 'always');
  const found = look ? await lookAtFrames(file, store, codecs, request, frames) : [];
  const boxes = [...recipes, ...found];
  const notes: string[] = [];
  const sampled = look && frames.length < description.frames;
  if (sampled) notes.push('frames-sampled');
  const overlayMask = look ? embeddedOverlayMask(level, description) : 0;
  const replacement =
    boxes.length > 0 || overlayMask !== 0
      ? replacePixels(file, store, codecs, { boxes, overlayMask }, notes)
      : undefined;
  const examined = look && !sampled;
  return { ...nothing, examined, boxes, outcome: { examined, replacement }, notes };
}

/** Every frame of short ones; of longer ones evenly spaced frames, the first and the last among them. */
export function framesToLookAt(count: number, all: boolean): number[] {
  if (all || count <= MAX_FRAMES) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: MAX_FRAMES }, (_, i) => Math.round((i * (count - 1)) / (MAX_FRAMES - 1)));
}

async function lookAtFrames(
  file: DicomFile,
  store: FrameStore,
  codecs: FrameCodecs,
  request: PixelRequest,
  frames: readonly number[],
): Promise<CleanedBox[]> {
  const { rows, columns, frames: count } = store.description;
  const search = { mode: request.mode, needles: needlesOf(request.identifiers), reader: request.reader };
  const seen = request.seriesMemory?.recall(text(topLevel(file), 0x0020000e), columns, rows) ?? {
    candidates: [],
    hidden: [],
  };
  const boxes: CleanedBox[] = [];
  for (const [i, frame] of frames.entries()) {
    const native = decodeFrameOf(store, codecs, frame);
    const description = { ...store.description, photometricInterpretation: native.photometricInterpretation };
    const found = await findText(greyOf(native, description), columns, rows, search, seen);
    // A frame nobody looked at is treated like the looked-at ones on both sides of it.
    const from = i === 0 ? 0 : frames[i - 1] + 1;
    const to = i + 1 < frames.length ? frames[i + 1] : count;
    boxes.push(
      ...found.map(({ x, y, width, height, reason, text: read }) => ({
        x,
        y,
        width,
        height,
        reason,
        text: read,
        frames: [from, to] as const,
      })),
    );
  }
  return joinFrames(boxes);
}

/** Boxes of one frame are merged; the same box on frames that follow one another becomes one. */
export function joinFrames(boxes: readonly CleanedBox[]): CleanedBox[] {
  const byFrames = new Map<string, CleanedBox[]>();
  for (const box of boxes) {
    const key = box.frames.join();
    byFrames.set(key, [...(byFrames.get(key) ?? []), box]);
  }
  const out: CleanedBox[] = [];
  for (const group of byFrames.values()) {
    const merged = mergeBoxes(group, (a, b, box) => ({ ...a, ...box, text: `${a.text ?? ''} ${b.text ?? ''}` }));
    for (const box of merged) {
      const before = out.findIndex(
        o =>
          o.frames[1] >= box.frames[0] &&
          o.x === box.x &&
          o.y === box.y &&
          o.width === box.width &&
          o.height === box.height,
      );
      if (before >= 0) out[before] = { ...out[before], frames: [out[before].frames[0], box.frames[1]] };
      else out.push(box);
    }
  }
  return out;
}
