import { isSeq, LineCounter, parseDocument, visit, type ParsedNode } from 'yaml';
import { checkShape } from './checkShape';
import type { Entry, Located, ProfileDocument, ReadIssue } from './document';
import type { SourceRange } from './model';
import { readConditions, readRule } from './readRule';
import { readSettings } from './readSettings';
import { PROFILE_SHAPE } from './shape';
import { child, listItems, mapEntries, nodeRange, scalarText, type YamlNode } from './yamlNodes';

/**
 * Reads the text of one profile file. Never throws: what is wrong becomes an issue and the rest is read all the same.
 * @param id how the file is named in origins and messages: `builtin:...`, a path or a URI.
 */
export function readProfile(text: string, id: string): ProfileDocument {
  const lines = new LineCounter();
  const issues: ReadIssue[] = [];
  const yaml = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    maxAliasCount: 100,
  } as Parameters<typeof parseDocument>[1]);
  for (const error of [...yaml.errors, ...yaml.warnings])
    issues.push({
      kind: 'syntax',
      range: {
        start: Math.min(error.pos[0], text.length),
        end: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
      },
      message: `Not well-formed YAML: ${firstSentence(error.message)}`,
      suggestions: [],
    });
  if (text.includes('*')) reportAliases(yaml, issues);
  const root = yaml.contents as ParsedNode | null;
  const whole: SourceRange = { start: 0, end: text.length };
  checkShape(root, PROFILE_SHAPE, 'A profile', whole, issues);
  const sections: Record<string, Entry> = {};
  for (const { key, keyNode, value } of mapEntries(root)) {
    const keyRange = nodeRange(keyNode, whole);
    const scalar = scalarText(value);
    sections[key] = {
      key: keyRange,
      value: nodeRange(value, keyRange),
      ...(scalar === undefined ? {} : { text: scalar }),
    };
  }
  const pixels = child(root, 'pixels');
  const files = child(root, 'files');
  return {
    id,
    text,
    lines,
    root,
    extends: readTexts(child(root, 'extends'), whole),
    options: readTexts(child(root, 'options'), whole),
    settings: readSettings(root, whole),
    rules: listItems(child(root, 'rules')).map(node => readRule(node, whole, issues)),
    recipes: listItems(child(pixels, 'regions')).map(node => ({
      range: nodeRange(node, whole),
      when: readConditions(child(node, 'when'), nodeRange(node, whole), issues),
      blank: listItems(child(node, 'blank')).map(box => ({
        value: listItems(box).map(n => Number(scalarText(n))),
        range: nodeRange(box, whole),
      })),
    })),
    quarantine: listItems(child(files, 'quarantine')).map(node => ({
      range: nodeRange(node, whole),
      when: readConditions(child(node, 'when'), nodeRange(node, whole), issues),
    })),
    sections,
    issues,
  };
}

/** Aliases can multiply a text without end, and a rule that stands elsewhere reads badly: the language has none. */
function reportAliases(yaml: ReturnType<typeof parseDocument>, issues: ReadIssue[]): void {
  visit(yaml, {
    Alias(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const message = 'A profile has no anchors and aliases; write the value out.';
      issues.push({ kind: 'syntax', range: { start, end }, message, suggestions: [] });
    },
  });
}

/** A text or a list of texts. */
function readTexts(node: YamlNode, around: SourceRange): Located<string>[] {
  const nodes = isSeq(node) ? listItems(node) : node ? [node] : [];
  return nodes.flatMap(item => {
    const value = scalarText(item);
    return value === undefined ? [] : [{ value, range: nodeRange(item, around) }];
  });
}

/** A YAML message without the piece of the file it quotes if that is long: it could be anything, binary data too. */
function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/: ".{40,}$/, '').replace(/[.:]?$/, '.');
}
