import type { Reading } from '../reading';
import { eachMatch } from './each';

const URL = /(?:https?:\/\/|s?ftp:\/\/|www\.)[^\s<>"')\]]+/gi;
/** A host name without a scheme, by a top-level domain that no abbreviation of imaging ends in. */
const HOST =
  /(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]{2,40}\.){1,4}(?:com|org|net|edu|gov|info|health|clinic)(?:\/[^\s<>"')\]]*)?(?![\p{L}\p{N}])/giu;
const UNC_PATH = /\\\\[\w.-]{2,60}\\[^\s<>"']{1,200}/g;

/** Web addresses, bare host names and network paths. */
export function findUrls(reading: Reading): void {
  if (!reading.hasAny('.\\')) return;
  const mark = (_: RegExpExecArray, start: number, end: number): void =>
    reading.mark(start, end, 'contact', 'url', 'web address');
  eachMatch(URL, reading.text, mark);
  if (/\.(?:com|org|net|edu|gov|info|health|clinic)/i.test(reading.text)) eachMatch(HOST, reading.text, mark);
  if (reading.text.includes('\\\\')) eachMatch(UNC_PATH, reading.text, mark);
}
