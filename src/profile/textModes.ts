import { parseSelector, formatTag, selectorTag } from './selectors';
import { VRS } from './readRule';

/** Key of `text.mode` in its normal form: `default`, `(gggg,eeee)`, a VR, or `private:VR`; `undefined` if it is none of them. */
export function textModeKey(key: string): string | undefined {
  if (key === 'default' || VRS.includes(key)) return key;
  const own = /^private:(.+)$/.exec(key)?.[1];
  if (own !== undefined) return VRS.includes(own) ? key : undefined;
  const result = parseSelector(key);
  if (!('selector' in result) || result.selector.kind !== 'attribute') return undefined;
  const tag = selectorTag(result.selector);
  return tag === undefined ? undefined : formatTag(tag);
}
