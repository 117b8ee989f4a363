import type { Box } from './boxes';
import { detectText } from './detector/detectText';
import type { GreyFrame } from './ocr/lineImage';
import type { OcrReader } from './ocr/ocrReader';
import type { SeenSlices } from './seriesMemory';
import { SeriesMemory } from './seriesMemory';
import { readCandidates } from './verdict/candidates';
import { linesToHide, type CleaningMode, type HideReason } from './verdict/decide';
import { boxOf } from './verdict/growBox';
import { showsLine } from './verdict/sameLine';

/** Text to hide on one frame. */
export interface FoundText extends Box {
  readonly reason: HideReason | 'seen-in-series';
  /** What OCR read, for showing it on request; never stored. */
  readonly text: string;
}

/** How text is looked for. */
export interface TextSearch {
  readonly mode: CleaningMode;
  readonly needles: readonly string[];
  readonly reader?: OcrReader;
}

/** Log odds of the faintest lines that are kept, as possible neighbours of hidden ones. */
const FAINTEST = -6;

/**
 * Looks for burned-in text on one grey frame: detector, OCR of the candidates, verdict, boxes. `seen` carries lines from
 * earlier frames or slices and is added to.
 */
export async function findText(
  values: Float32Array,
  width: number,
  height: number,
  search: TextSearch,
  seen: SeenSlices,
): Promise<FoundText[]> {
  const { lines, stretch } = detectText(values, width, height, FAINTEST);
  const frame: GreyFrame = { values, width, height, stretch };
  const candidates = await readCandidates(frame, lines, search.needles, search.reader, seen.candidates);
  const hidden = linesToHide(candidates, search.mode);
  const found: FoundText[] = hidden.map(h => ({
    ...boxOf(h.candidate.line, frame),
    reason: h.reason,
    text: h.candidate.text,
  }));
  for (const h of seen.hidden) {
    const { line } = h.candidate;
    const box = boxOf(line, frame);
    if (found.some(f => covers(f, box)) || !showsLine(frame, line)) continue;
    found.push({ ...box, reason: 'seen-in-series', text: h.candidate.text });
  }
  SeriesMemory.remember(seen, candidates, hidden);
  return found;
}

function covers(outer: Box, inner: Box): boolean {
  const slack = 2;
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width >= inner.x + inner.width - slack &&
    outer.y + outer.height >= inner.y + inner.height - slack
  );
}
