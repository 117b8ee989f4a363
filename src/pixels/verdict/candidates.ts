import type { TextLine } from '../detector/textLine';
import { lineImage, rowImage, type Corners, type GreyFrame } from '../ocr/lineImage';
import type { GreyImage, OcrReader, OcrText } from '../ocr/ocrReader';
import { judgeLine, type Verdict } from './judgeLine';
import { showsLine } from './sameLine';

/** A detected line and what is known about it. */
export interface Candidate {
  readonly line: TextLine;
  verdict: Verdict;
  /** What OCR read; kept only while the file is worked on. */
  text: string;
  /** True if it stands unchanged on several frames or slices: drawn, not anatomy. */
  isStatic: boolean;
}

/** Log odds below which a candidate is not worth an OCR read; it can still stand beside hidden text. */
export const WORTH_READING = -2;

/** Most OCR reads on one frame; what is left over counts as unread. */
const MAX_READS = 60;
/** The same for frames and slices that follow: what stands still is known by then. */
const MAX_READS_LATER = 20;

/** Rows looked at a second time without a mask, at most. */
const MAX_ROWS = 6;

/**
 * Reads the lines of one frame and judges them, strongest first. A line that stood unchanged on an earlier frame
 * (`known`) takes over what was read there.
 */
export async function readCandidates(
  frame: GreyFrame,
  lines: readonly TextLine[],
  needles: readonly string[],
  reader: OcrReader | undefined,
  known: readonly Candidate[],
): Promise<Candidate[]> {
  let reads = 0;
  const limit = known.length > 0 ? MAX_READS_LATER : MAX_READS;
  const read = async (image: GreyImage): Promise<OcrText> => {
    reads++;
    return reader ? reader.read(image) : { text: '', confidence: 0 };
  };
  const out: Candidate[] = [];
  for (const line of lines) {
    const twin = known.find(k => isAtSamePlace(k.line, line) && showsLine(frame, k.line));
    if (twin) {
      out.push({ line, verdict: twin.verdict, text: twin.text, isStatic: true });
      twin.isStatic = true;
      continue;
    }
    const candidate: Candidate = { line, verdict: { kind: 'noise', reason: 'unread' }, text: '', isStatic: false };
    out.push(candidate);
    if (!reader || reads >= limit || line.score <= WORTH_READING) continue;
    await readLine(candidate, frame, needles, read);
  }
  if (reader) await readRows(out, frame, needles, read, () => reads < limit);
  return out;
}

type Read = (image: GreyImage) => Promise<OcrText>;

async function readLine(candidate: Candidate, frame: GreyFrame, needles: readonly string[], read: Read): Promise<void> {
  const { line } = candidate;
  // Where the detector is sure, OCR need not be as sure to make out a name.
  const nameConfidence = line.score > 5 && line.characters >= 6 ? 40 : 60;
  const first = await read(lineImage(frame, line, true));
  candidate.text = first.text;
  candidate.verdict = judgeLine(first.text, first.confidence, needles, nameConfidence);
  if (candidate.verdict.kind === 'identifying' || first.confidence >= 80) return;
  // Faint lines of a few strokes are nearly always anatomy: one look is enough.
  if (line.score < 0 && first.confidence < 25) return;
  const second = await read(lineImage(frame, line, false));
  const verdict = judgeLine(second.text, second.confidence, needles, nameConfidence);
  if (verdict.kind === 'identifying' || second.confidence > first.confidence + 5) {
    candidate.text = second.text;
    candidate.verdict = verdict;
  }
}

/** A second look at whole rows where a strong line did not read: pieces of one text read better together. */
async function readRows(
  candidates: readonly Candidate[],
  frame: GreyFrame,
  needles: readonly string[],
  read: Read,
  mayRead: () => boolean,
): Promise<void> {
  const done = new Set<Candidate>();
  let rows = 0;
  for (const weak of candidates) {
    const { line, verdict } = weak;
    const unread = verdict.kind === 'noise' || verdict.kind === 'unknown';
    if (!unread || line.score <= 0.5 || line.characters < 4 || done.has(weak)) continue;
    if (rows >= MAX_ROWS || !mayRead()) return;
    const mates = candidates.filter(c => isInRow(c.line, line));
    if (mates.some(m => m.verdict.kind === 'identifying')) continue;
    rows++;
    const result = await read(rowImage(frame, around(mates, frame, line.height), line.height, line.polarity));
    const judged = judgeLine(result.text, result.confidence, needles, 75);
    for (const mate of mates) {
      done.add(mate);
      if (judged.kind === 'identifying' || (judged.kind === 'marker' && mate.verdict.kind === 'noise')) {
        mate.verdict = judged;
        mate.text = result.text;
      }
    }
  }
}

function around(mates: readonly Candidate[], frame: GreyFrame, height: number): Corners {
  const reach = Math.round(1.5 * height);
  return {
    x0: Math.max(0, Math.min(...mates.map(m => m.line.x0)) - reach),
    x1: Math.min(frame.width, Math.max(...mates.map(m => m.line.x1)) + reach),
    y0: Math.min(...mates.map(m => m.line.y0)),
    y1: Math.max(...mates.map(m => m.line.y1)),
  };
}

function isInRow(a: TextLine, b: TextLine): boolean {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return (
    shared > 0.6 * Math.min(a.y1 - a.y0, b.y1 - b.y0) &&
    a.height < 1.6 * b.height &&
    b.height < 1.6 * a.height &&
    Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1) < 6 * b.height
  );
}

/** True if two lines cover mostly the same pixels. */
export function isAtSamePlace(a: TextLine, b: TextLine): boolean {
  const w = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const h = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (w <= 0 || h <= 0) return false;
  const area = (l: TextLine) => (l.x1 - l.x0) * (l.y1 - l.y0);
  return w * h > 0.7 * Math.max(area(a), area(b));
}
