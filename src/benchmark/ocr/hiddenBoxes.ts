import { parseBurnedIn } from '../checks/pixelsHidden';
import type { TextBox } from '../checks/verdict';
import type { KeyInstance } from '../key/answerKey';
import { CategoryColumns } from '../key/check';
import { CheckReader } from '../key/checkReader';
import { answerBytes } from '../key/readAnswers';

const NEEDLE = new TextEncoder().encode('pixels_hidden');

/**
 * Rectangles of the `pixels_hidden` checks of an instance, for a look ahead: answers without one are not read.
 * @param decode UTF-8 to text
 */
export function hiddenBoxes(decode: (bytes: Uint8Array) => string): (instance: KeyInstance) => readonly TextBox[] {
  // Columns of its own: the order in which those of the results are met must not depend on the look ahead.
  const reader = new CheckReader(new CategoryColumns(), decode);
  return instance => {
    const bytes = answerBytes(instance);
    if (!bytes || !holds(bytes, NEEDLE)) return [];
    return (reader.read(bytes) ?? []).flatMap(check => {
      const burnedIn = check.action === '<pixels_hidden>' ? parseBurnedIn(check.actionText) : null;
      return burnedIn ? [burnedIn.box] : [];
    });
  };
}

function holds(bytes: Uint8Array, needle: Uint8Array): boolean {
  for (let at = bytes.indexOf(needle[0]); at >= 0; at = bytes.indexOf(needle[0], at + 1)) {
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same++;
    if (same === needle.length) return true;
  }
  return false;
}
