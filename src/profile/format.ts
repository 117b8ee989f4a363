import { parseDocument, visit, type Scalar } from 'yaml';
import { applyEdits, type TextEdit } from './diagnostic';

/**
 * The text in its normal layout: two blanks of indentation, one blank line at most, no trailing blanks, flow collections spaced,
 * a line end at the end. Comments, order and quotes stay. Text with YAML errors only has its lines tidied.
 */
export function formatProfile(text: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = text.replaceAll('\r\n', '\n');
  const formatted = reflow(plain) ?? plain;
  return tidyLines(formatted).replaceAll('\n', newline);
}

/** Lines without trailing blanks, runs of blank lines cut to one, one line end at the end. */
function tidyLines(text: string): string {
  const lines = text.split('\n').map(line => line.trimEnd());
  const kept = lines.filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== ''));
  return `${kept.join('\n').trimEnd()}\n`;
}

/** YAML written anew; `undefined` where that could lose something. */
function reflow(text: string): string | undefined {
  const document = parse(text);
  if (document.errors.length > 0 || document.contents === null) return undefined;
  // A multi-line block scalar must keep its lines; re-indenting them is left to the author.
  if (/[|>][-+0-9]*\s*(#.*)?$/m.test(text)) return undefined;
  visit(document, {
    Scalar(_, node: Scalar) {
      // 0013 is a group, not the number 13.
      if (typeof node.value === 'number' && node.source !== undefined && node.source !== String(node.value)) {
        node.value = node.source;
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  let result: string;
  try {
    result = document.toString({ lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: true });
  } catch {
    // An alias without its anchor parses and cannot be written.
    return undefined;
  }
  const after = parse(result);
  const same = contentOf(document) === contentOf(after) && commentsOf(text) === commentsOf(result);
  return same ? compactLists(result, after) : undefined;
}

type YamlDocument = ReturnType<typeof parseDocument>;

function parse(text: string): YamlDocument {
  return parseDocument(text, { prettyErrors: false, version: '1.2', keepSourceTokens: false });
}

/** `[ 1, 2 ]` is written `[1, 2]`, as the documentation does; `{ a: 1 }` keeps its blanks. */
function compactLists(text: string, document: YamlDocument): string {
  const cuts: TextEdit[] = [];
  visit(document, {
    Seq(_, node) {
      if (!node.flow || !node.range) return;
      const [start, end] = node.range;
      if (text[start + 1] === ' ') cuts.push({ range: { start: start + 1, end: start + 2 }, newText: '' });
      if (text[end - 2] === ' ' && end - 2 > start + 1)
        cuts.push({ range: { start: end - 2, end: end - 1 }, newText: '' });
    },
  });
  return applyEdits(text, cuts);
}

/** Values and collections in order. Numbers count as they were written. */
function contentOf(document: YamlDocument): string {
  const scalars: string[] = [];
  visit(document, {
    Scalar(_, node) {
      scalars.push(typeof node.value === 'number' ? (node.source ?? '') : String(node.value));
    },
    Collection(_, node) {
      scalars.push(node.constructor.name);
    },
  });
  return scalars.join('\u0000');
}

/** The comments of a text in order, without their place; `#` inside quotes is no comment. */
function commentsOf(text: string): string {
  return text
    .split('\n')
    .flatMap(
      line =>
        /(?:^|\s)#(.*)$/
          .exec(line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, q => 'q'.repeat(q.length)))?.[1]
          ?.trim() ?? [],
    )
    .join('\u0000');
}
