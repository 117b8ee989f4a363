import type { Json } from '../python/jsonStr';
import type { CheckAction, TextBox } from './verdict';
import { verdict } from './verdict';

interface BurnedIn {
  readonly text: string;
  readonly box: TextBox;
}

/** The text that was burned into a rectangle can no longer be read there. What cannot be looked at leaves no row. */
export const pixelsHidden: CheckAction = (check, file, { validator }) => {
  const burnedIn = parseBurnedIn(check.actionText);
  if (!burnedIn) return null;
  const found = file.hiddenText(burnedIn.box);
  if (found === null) return null;
  if (found === '') return verdict(true, '');
  const result = validator.validate(found, burnedIn.text, 'remove');
  return result && { ...result, fileValue: found };
};

/** Reads `<{"text": ..., "top_left": [x, y], "bottom_right": [x, y]}>`; coordinates may be texts. */
export function parseBurnedIn(actionText: string | null): BurnedIn | null {
  if (actionText === null) return null;
  let parsed: { readonly [name: string]: Json };
  try {
    parsed = JSON.parse(actionText.replace(/^[<>]+|[<>]+$/g, '')) as { readonly [name: string]: Json };
  } catch {
    return null;
  }
  const { text, top_left: first, bottom_right: last } = parsed;
  if (typeof text !== 'string' || !Array.isArray(first) || !Array.isArray(last)) return null;
  const [left, top, right, bottom] = [first[0], first[1], last[0], last[1]].map(value => Math.trunc(Number(value)));
  if (![left, top, right, bottom].every(Number.isFinite)) return null;
  const plain = text
    .replaceAll('\n', ' ')
    .replaceAll('DOB:', '')
    .replace(/\[[A-Za-z]\]/g, '');
  return { text: plain, box: { left, top, right, bottom } };
}
