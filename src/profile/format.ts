import { isSeq, parseDocument, visit, type Scalar } from 'yaml';
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
  const before: string[] = [];
  visit(document, {
    Scalar(_, node: Scalar) {
      before.push(contentOf(node));
      // 0013 is a group, not the number 13.
      if (typeof node.value === 'number' && node.source !== undefined && node.source !== String(node.value)) {
        node.value = node.source;
        node.type = 'QUOTE_DOUBLE';
      }
    },
    Collection(_, node) {
      before.push(node.constructor.name);
    },
  });
  let result: string;
  try {
    result = document.toString({ lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: true });
  } catch {
    // An alias without its anchor parses and cannot be written.
    return undefined;
  }
  return commentsOf(text) === commentsOf(result) ? compactLists(result, before) : undefined;
}

function parse(text: string): ReturnType<typeof parseDocument> {
  return parseDocument(text, { prettyErrors: false, version: '1.2', keepSourceTokens: false });
}

/**
 * `[ 1, 2 ]` is written `[1, 2]`, as the documentation does; `{ a: 1 }` keeps its blanks. `undefined` if the text does not have the
 * values and collections in `wanted`, in order.
 */
function compactLists(text: string, wanted: readonly string[]): string | undefined {
  const cuts: TextEdit[] = [];
  let at = 0;
  let same = true;
  const cut = (start: number) => cuts.push({ range: { start, end: start + 1 }, newText: '' });
  visit(parse(text), {
    Scalar(_, node) {
      same &&= wanted[at++] === contentOf(node);
    },
    Collection(_, node) {
      same &&= wanted[at++] === node.constructor.name;
      if (!isSeq(node) || !node.flow || !node.range) return;
      const [start, end] = node.range;
      if (text[start + 1] === ' ') cut(start + 1);
      if (text[end - 2] === ' ' && end - 2 > start + 1) cut(end - 2);
    },
  });
  return same && at === wanted.length ? applyEdits(text, cuts) : undefined;
}

/** A value as text; numbers count as they were written. */
function contentOf(node: Scalar): string {
  return typeof node.value === 'number' ? (node.source ?? '') : String(node.value);
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
