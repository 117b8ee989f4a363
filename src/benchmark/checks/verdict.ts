import type { Check } from '../key/check';
import type { TextValidator } from '../validateText';

/** What a check may ask about the file it is applied to. */
export interface CheckedFile {
  /** Printed value of a path in angle brackets; undefined if this file has no such path. */
  value(path: string): string | undefined;
  /** True if this file or another of its batch has the path. */
  inBatch(path: string): boolean;
  /** MD5 of the PixelData value, `None` without one. */
  pixelDigest(): string;
  /** Text found in a rectangle of the image; null if it cannot be looked at. */
  hiddenText(box: TextBox): string | null;
}

/** Rectangle [left, right) x [top, bottom) of the image, in pixels. */
export interface TextBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What checks share during a run. */
export interface CheckContext {
  readonly validator: TextValidator;
  /** Old UID -> new UID, both in brackets. */
  readonly uids: ReadonlyMap<string, string>;
  /** Old patient identifier -> new, both in brackets. */
  readonly patients: ReadonlyMap<string, string>;
}

/** Outcome of one check. `passed` null is what the official reports call Blank. */
export interface Verdict {
  readonly passed: boolean | null;
  readonly score: number | null;
  readonly fileValue: string | null;
  /** Given where the answer is shown differently than in the key. */
  readonly answerValue?: string | null;
}

/** One kind of check. Returns null if it leaves no row at all. */
export type CheckAction = (check: Check, file: CheckedFile, context: CheckContext) => Verdict | null;

export function verdict(passed: boolean, fileValue: string | null): Verdict {
  return { passed, score: passed ? 1 : 0, fileValue };
}

export function blank(fileValue: string | null): Verdict {
  return { passed: null, score: null, fileValue };
}

/** Value of the attribute a check is about; undefined if the file lacks it. */
export function valueOf(check: Check, file: CheckedFile): string | undefined {
  return check.tagDs === null ? undefined : file.value(check.tagDs);
}

/**
 * For checks that tell "nobody in the batch has it" from "only this file lacks it": the value, '' for the latter,
 * undefined for the former.
 */
export function valueInBatch(check: Check, file: CheckedFile): string | undefined {
  const value = valueOf(check, file);
  if (value !== undefined || check.tagDs === null) return value;
  return file.inBatch(check.tagDs) ? '' : undefined;
}
