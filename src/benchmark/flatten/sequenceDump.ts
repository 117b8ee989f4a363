import { childRows } from '../../dicom/rows';
import { ItemContext } from './itemContext';
import { pydicomAttribute, pydicomPrivate } from './pydicomDictionary';
import type { PyValue } from './pyValue';

const INDENT = '   ';
const NAME_WIDTH = 35;
const SHOWN = 16;
const LONG_VRS = new Set(['OB', 'OD', 'OF', 'OW', 'UN', 'UT']);

/**
 * `str()` of a sequence as pydicom 2.2.1 prints it: its items back to back. Megabytes for some structured reports, so it is
 * only made where a check shows it.
 */
export function dumpSequence(context: ItemContext, row: number, lines: DumpLines): string {
  const items = childRows(context.file.dataSet, row);
  return `[${items.map(item => dumpItem(new ItemContext(context.file, item, context), 0, lines)).join('')}]`;
}

/** Row -> its line without indentation; the line of a nested element is in the dump of every sequence around it. */
export type DumpLines = Map<number, string>;

function dumpItem(context: ItemContext, depth: number, known: DumpLines): string {
  const lines: string[] = [];
  const indent = INDENT.repeat(depth);
  for (const row of context.elements()) {
    let line = known.get(row);
    if (line !== undefined) {
      lines.push(indent + line);
      continue;
    }
    const tag = context.file.dataSet.tag[row];
    const creator = context.privateCreator(row);
    if (context.vr(row) === 'SQ') {
      const items = childRows(context.file.dataSet, row);
      lines.push(`${indent}${tagText(tag)}  ${nameOf(tag, creator)}  ${items.length} item(s) ---- `);
      for (const item of items) {
        lines.push(dumpItem(new ItemContext(context.file, item, context), depth + 1, known));
        lines.push(`${indent}${INDENT}---------`);
      }
    } else {
      const { vr, value } = context.resolve(row);
      const name = nameOf(tag, creator).slice(0, NAME_WIDTH).padEnd(NAME_WIDTH);
      line = `${tagText(tag)} ${name} ${vr}: ${shown(vr, value)}`;
      known.set(row, line);
      lines.push(indent + line);
    }
  }
  return lines.join('\n');
}

function shown(vr: string, value: PyValue): string {
  if (LONG_VRS.has(vr) && value.length > SHOWN) return `Array of ${value.length} elements`;
  if (value.vm > SHOWN) return `Array of ${value.vm} elements`;
  return value.repr();
}

function nameOf(tag: number, creator: string): string {
  if ((tag >>> 16) & 1) {
    if (creator !== '') {
      const known = pydicomPrivate(tag, creator);
      return known ? `[${known.name}]` : 'Private tag data';
    }
    return (tag & 0xffff) >>> 8 === 0 ? 'Private Creator' : 'Private tag data';
  }
  return pydicomAttribute(tag)?.name ?? ((tag & 0xffff) === 0 ? 'Group Length' : '');
}

function tagText(tag: number): string {
  const digits = tag.toString(16).padStart(8, '0');
  return `(${digits.slice(0, 4)}, ${digits.slice(4)})`;
}
