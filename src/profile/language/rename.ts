import type { TextEdit } from '../diagnostic';
import type { SourceRange } from '../model';
import { parseSelector } from '../selectors';
import type { Analysis } from './analysis';
import { attributeMentions, fileMentions, holds } from './places';

export interface RenameTarget {
  readonly range: SourceRange;
  /** What stands there now. */
  readonly text: string;
  readonly kind: 'attribute' | 'file';
}

/** What can be renamed at an offset: an attribute, or the name of a file. */
export function renameTarget(analysis: Analysis, offset: number): RenameTarget | undefined {
  const file = fileMentions(analysis.document).find(f => holds(f.range, offset));
  if (file) return { range: file.range, text: file.reference, kind: 'file' };
  const mention = attributeMentions(analysis.document).find(m => holds(m.range, offset));
  return mention && { range: mention.range, text: mention.text, kind: 'attribute' };
}

/**
 * Edits that write another attribute, another spelling of it, or another file wherever the one at an offset is named in this
 * file.
 * @throws RangeError with a sentence for the author if the new name cannot stand there.
 */
export function renameEdits(analysis: Analysis, offset: number, newName: string): TextEdit[] {
  const target = renameTarget(analysis, offset);
  if (!target) throw new RangeError('Only an attribute or the name of a file can be renamed.');
  const { text } = analysis;
  if (target.kind === 'file') {
    if (newName.trim() === '' || /[\r\n]/.test(newName)) throw new RangeError('The name of a file is needed.');
    return fileMentions(analysis.document)
      .filter(f => f.reference === target.text)
      .map(f => write(text, f.range, newName.trim()));
  }
  const result = parseSelector(newName.trim());
  if ('error' in result) throw new RangeError(result.error.message);
  if (result.selector.kind !== 'attribute') throw new RangeError('The new name must name one attribute.');
  const mentions = attributeMentions(analysis.document);
  const key = mentions.find(m => m.range.start === target.range.start)?.key;
  const isStandard = result.selector.attribute.kind === 'tag';
  return mentions
    .filter(m => m.key === key && (isStandard || m.use === 'rule'))
    .map(m => write(text, m.range, newName.trim()));
}

/** Puts a text where another one stands, in quotes if it needs them and has none. */
function write(text: string, range: SourceRange, newText: string): TextEdit {
  const before = text[range.start - 1];
  const after = text[range.end];
  const quote = openQuote(text, range.start);
  if (quote === '"' && newText.includes('"')) {
    // Double quotes inside double quotes: the whole scalar changes to single quotes if it is this text alone.
    if (before === '"' && after === '"')
      return { range: { start: range.start - 1, end: range.end + 1 }, newText: `'${newText.replaceAll("'", "''")}'` };
    return { range, newText: newText.replaceAll('"', '\\"') };
  }
  if (quote === "'") return { range, newText: newText.replaceAll("'", "''") };
  if (quote !== '' || /^[\w./-]+$/.test(newText)) return { range, newText };
  // A step in the middle of a plain path cannot be quoted alone: quote the path.
  const start = range.start - (/[^\s,{}[\]:]*$/.exec(text.slice(0, range.start))?.[0].length ?? 0);
  const end = range.end + (/^[^\s,{}[\]]*/.exec(text.slice(range.end))?.[0].replace(/:$/, '').length ?? 0);
  const whole = text.slice(start, range.start) + newText + text.slice(range.end, end);
  const style = whole.includes('"') ? `'${whole.replaceAll("'", "''")}'` : `"${whole}"`;
  return { range: { start, end }, newText: style };
}

/** The quote a place on a line is inside of. */
function openQuote(text: string, at: number): string {
  let quote = '';
  for (let i = text.lastIndexOf('\n', at - 1) + 1; i < at; i++) {
    const c = text[i] ?? '';
    if (quote === '') {
      if ((c === '"' || c === "'") && /[\s,:[{]/.test(text[i - 1] ?? ' ')) quote = c;
    } else if (c === '\\' && quote === '"') i++;
    else if (c === quote) quote = '';
  }
  return quote;
}
