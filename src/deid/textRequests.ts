import type { TextMode, TextSettings } from '../profile/model';
import { formatTag } from '../profile/selectors';
import type { TextRequest } from './textCleaner';

/** Longest value in characters (PS3.5 6.2); VRs without a limit are absent. */
const LIMITS: Readonly<Record<string, number>> = {
  AE: 16,
  CS: 16,
  LO: 64,
  LT: 10240,
  PN: 64,
  SH: 16,
  ST: 1024,
};

/** VRs whose values are separated by a backslash. */
const MULTI = new Set(['AE', 'CS', 'LO', 'PN', 'SH', 'UC']);

/** VRs the text cleaner understands. */
export const TEXT_VRS: ReadonlySet<string> = new Set(['SH', 'LO', 'ST', 'LT', 'UT', 'UC', 'AE', 'CS']);

/** Longest value of a VR in characters; undefined where there is no limit. */
export function valueLimit(vr: string): number | undefined {
  return LIMITS[vr];
}

/** True if a backslash separates values of this VR. */
export function isMultiValued(vr: string): boolean {
  return MULTI.has(vr);
}

/** What the cleaner is told about an attribute; the mode is the most specific the profile has. */
export function textRequest(
  settings: TextSettings,
  tag: number,
  vr: string,
  keyword: string | undefined,
  isPrivate: boolean,
): TextRequest {
  const mode: TextMode =
    settings.mode[formatTag(tag)] ??
    (isPrivate ? settings.mode[`private:${vr}`] : undefined) ??
    settings.mode[vr] ??
    settings.mode['default'] ??
    'surgical';
  const maxLength = LIMITS[vr];
  return {
    vr,
    mode,
    multi: MULTI.has(vr),
    ...(keyword ? { keyword } : {}),
    ...(maxLength !== undefined ? { maxLength } : {}),
  };
}
