import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { privateCreator } from '../../dicom/privateCreator';
import { childRows, findRow, itemRows } from '../../dicom/rows';
import { textValue } from '../../dicom/values';
import { attributeByTag } from '../../standard/dictionary';
import { srConcept } from '../../standard/srConcepts';
import { TagTable } from '../flatten/tagTable';
import type { FlatElement } from './flatElements';

const BINARY = new Set(['OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'UN']);
/** Values of more bytes are not printed: no check could sensibly repeat them. */
const MOST_BYTES = 1024;

/** Every data element of an opened instance as the benchmark prints it, in the order of the data set. */
export function* flatElementsOf(file: DicomFile): IterableIterator<FlatElement> {
  const table = file.dataSet;
  const flat = new TagTable(file);
  const around = new Map<number, Around>();
  const aroundItem = (item: number): Around => {
    if (item < 0) return { ancestors: [], stable: true };
    let known = around.get(item);
    if (known === undefined) {
      const sequence = table.parent[item];
      const outer = aroundItem(table.parent[sequence]);
      known = {
        ancestors: [...outer.ancestors, table.tag[sequence]],
        stable: outer.stable && item < firstListed(sequence),
      };
      around.set(item, known);
    }
    return known;
  };
  const listed = new Map<number, number>();
  const firstListed = (sequence: number): number => {
    let first = listed.get(sequence);
    if (first === undefined) {
      first = childRows(table, sequence).find(item => hasListedConcept(file, item)) ?? Infinity;
      listed.set(sequence, first);
    }
    return first;
  };

  for (const path of flat.paths()) {
    const row = flat.row(path);
    if (row === undefined) continue;
    const tag = table.tag[row];
    const isPrivate = ((tag >>> 16) & 1) === 1;
    const sequence = (table.flags[row] & RowFlag.sequence) !== 0;
    const pixels = tag === 0x7fe00010;
    const short = table.valueEnd[row] - table.valueStart[row] <= MOST_BYTES;
    const printed = sequence || pixels || !short ? '' : (flat.value(path) ?? '').slice(1, -1);
    yield {
      path,
      name: isPrivate ? 'Private tag data' : (attributeByTag(tag)?.name ?? 'Unknown'),
      tag,
      ...aroundItem(table.parent[row]),
      value: printed,
      vr: vrText(table.vr[row]),
      sequence,
      binary: BINARY.has(vrText(table.vr[row])),
      pixels,
      private: isPrivate,
      creator: isPrivate && (tag & 0xffff) > 0xff ? privateCreator(file, row) : undefined,
    };
  }
}

interface Around {
  readonly ancestors: readonly number[];
  readonly stable: boolean;
}

/** True for a content item (PS3.3 C.17.3.1) whose concept name is in Table E.3.4-1. */
function hasListedConcept(file: DicomFile, item: number): boolean {
  const code = itemRows(file.dataSet, 0x0040a043, item)[0];
  if (code === undefined) return false;
  const text = (tag: number): string => {
    const row = findRow(file.dataSet, tag, code);
    return row < 0 ? '' : textValue(file, row).trim();
  };
  return srConcept(text(0x00080100), text(0x00080102)) !== undefined;
}
