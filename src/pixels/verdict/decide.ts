import type { TextLine } from '../detector/textLine';
import { WORTH_READING, type Candidate } from './candidates';

/**
 * How much is hidden. `balanced`: what identifies, and strong drawn text nobody can read. `conservative`: unknown words too.
 * `allText`: every line that looks like text.
 */
export type CleaningMode = 'balanced' | 'conservative' | 'allText';

/** Why a box is hidden: a verdict's reason, or how the line was drawn in. */
export type HideReason = Candidate['verdict']['reason'] | 'illegible-text' | 'any-text' | 'beside-hidden-text';

/** A line to hide. */
export interface Hidden {
  readonly candidate: Candidate;
  readonly reason: HideReason;
}

/** Log odds and number of characters from which a line nobody can read is taken for text all the same. */
const SURELY_DRAWN = { score: 2, characters: 6, flatness: 0.4 };

/** Chooses the lines to hide; neighbours of like size, and lines of the same size and colour, go with a hidden one. */
export function linesToHide(candidates: readonly Candidate[], mode: CleaningMode): Hidden[] {
  const hidden = new Map<Candidate, HideReason>();
  for (const candidate of candidates) {
    const reason = ownReason(candidate, mode);
    if (reason) hidden.set(candidate, reason);
  }
  for (let grew = hidden.size > 0; grew;) {
    grew = false;
    for (const candidate of candidates) {
      if (hidden.has(candidate)) continue;
      for (const other of hidden.keys()) {
        if (!goesWith(candidate, other)) continue;
        hidden.set(candidate, 'beside-hidden-text');
        grew = true;
        break;
      }
    }
  }
  return [...hidden].map(([candidate, reason]) => ({ candidate, reason }));
}

function ownReason({ line, verdict, isStatic }: Candidate, mode: CleaningMode): HideReason | undefined {
  if (verdict.kind === 'identifying') return verdict.reason;
  // Anatomy moves between frames and slices; what stands still was drawn.
  const score = line.score + (isStatic ? 2 : 0);
  switch (mode) {
    case 'allText':
      return score > 0 ? 'any-text' : undefined;
    case 'conservative':
      if (verdict.kind === 'unknown' && score > 0) return 'word';
      return verdict.kind === 'noise' && score > 1 && line.characters >= 4 ? 'illegible-text' : undefined;
    case 'balanced': {
      const drawn =
        score > SURELY_DRAWN.score &&
        line.characters >= SURELY_DRAWN.characters &&
        line.flatness < SURELY_DRAWN.flatness;
      return verdict.kind === 'noise' && drawn ? 'illegible-text' : undefined;
    }
  }
}

function goesWith(candidate: Candidate, hidden: Candidate): boolean {
  const a = candidate.line;
  const b = hidden.line;
  const tall = Math.max(a.height, b.height);
  const low = Math.min(a.height, b.height);
  if (tall >= 1.9 * low) return false;
  if (isBeside(a, b, tall, low)) {
    // A faint row under a name is its next line, if it has its colour.
    return a.score > WORTH_READING || (a.polarity === b.polarity && Math.abs(a.core - b.core) < 0.15 * b.contrast);
  }
  return isTwin(a, b) && candidate.verdict.kind !== 'marker';
}

function isBeside(a: TextLine, b: TextLine, tall: number, low: number): boolean {
  const vertical = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1);
  const horizontal = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
  return (vertical < 1.3 * tall && horizontal < 1.5 * tall) || (vertical < -0.4 * low && horizontal < 4 * tall);
}

function isTwin(a: TextLine, b: TextLine): boolean {
  return (
    a.polarity === b.polarity &&
    a.score > 1 &&
    Math.abs(a.core - b.core) < 0.03 * b.contrast &&
    Math.abs(a.height - b.height) <= 0.25 * Math.max(a.height, b.height)
  );
}
