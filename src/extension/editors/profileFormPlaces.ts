import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { ProfileDocument } from '../../profile/document';
import { ruleAt } from '../../profile/language/placeInTree';
import { contentEnd } from '../../profile/yamlEdits';
import { listItems, mapEntries, type YamlNode } from '../../profile/yamlNodes';

/** Keys from the root to what stands at an offset, with numbers for entries of lists; a rule counts as one place. */
export function placeOf(document: ProfileDocument, offset: number): string[] {
  const rule = ruleAt(document, offset);
  if (rule) return ['rules', String(rule.index)];
  return descend(document.root, offset);
}

function descend(node: YamlNode, offset: number): string[] {
  if (isMap(node)) {
    for (const { key, keyNode, value } of mapEntries(node)) {
      const end = Math.max(keyNode.range[1], contentEnd(value));
      if (keyNode.range[0] <= offset && offset <= end) return [key, ...descend(value, offset)];
    }
  } else if (isSeq(node)) {
    const items = listItems(node as ParsedNode);
    const index = items.findIndex(item => item?.range && item.range[0] <= offset && offset <= contentEnd(item));
    if (index >= 0) return [String(index), ...descend(items[index], offset)];
  }
  return [];
}
