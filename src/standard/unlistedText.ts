import { attributeByTag } from './dictionary';
import { packed } from './tables/unlistedText';
import { lazy, unpackLines } from './unpack';

/** Tags as the dictionary has them: the first tag stands for a repeating group. */
const tags = lazy(() => new Set(unpackLines(packed).map(digits => parseInt(digits.replace(/x/gi, '0'), 16))));

/** True for a text, date or person name attribute of PS3.6 that Table E.1-1 does not list, repeating groups included. */
export function isUnlistedText(tag: number): boolean {
  const attribute = attributeByTag(tag);
  return attribute !== undefined && tags().has(attribute.tag);
}

/** All of them, in tag order; the first tag stands for a repeating group. */
export function unlistedTextTags(): ReadonlySet<number> {
  return tags();
}
