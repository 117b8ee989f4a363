import { attributeByTag } from '../../standard/dictionary';
import { safePrivateAttribute } from '../../standard/safePrivate';
import type { ProfileDocument } from '../document';
import type { SourceRange } from '../model';
import { parseSelector } from '../selectors';
import { attributeMentions } from './places';

/** A word beside the text. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The keyword beside every attribute that is written as a number, in a range of the text. */
export function inlayHints(document: ProfileDocument, range: SourceRange): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const mention of attributeMentions(document)) {
    if (mention.range.start < range.start || mention.range.end > range.end || !/^\(?[0-9A-Fa-f]{4}/.test(mention.text))
      continue;
    const result = parseSelector(mention.text);
    if (!('selector' in result) || result.selector.kind !== 'attribute') continue;
    const { attribute } = result.selector;
    const name =
      attribute.kind === 'tag'
        ? attributeByTag(attribute.tag)?.keyword
        : safePrivateAttribute(attribute.creator, attribute.group, attribute.element)?.meaning;
    const quote = document.text[mention.range.end] === '"' || document.text[mention.range.end] === "'" ? 1 : 0;
    if (name)
      hints.push({
        offset: mention.range.end + quote,
        label: name,
        tooltip: attribute.kind === 'tag' ? (attributeByTag(attribute.tag)?.name ?? '') : 'PS3.15 Table E.3.10-1',
      });
  }
  for (const rule of document.rules) {
    if (
      rule.selector?.kind !== 'wildcard' ||
      rule.selectorRange.start < range.start ||
      rule.selectorRange.end > range.end
    )
      continue;
    const attribute = attributeByTag(rule.selector.tag);
    if (attribute && attribute.mask >>> 0 === rule.selector.mask >>> 0)
      hints.push({ offset: rule.selectorRange.end, label: attribute.keyword, tooltip: attribute.name });
  }
  return hints.sort((a, b) => a.offset - b.offset);
}
