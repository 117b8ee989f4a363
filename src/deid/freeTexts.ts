import { decodeText } from '../dicom/characterSet';
import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag } from '../dicom/elementTable';
import { characterSetOf, valueBytes } from '../dicom/values';
import { CreatorBlocks } from './creatorBlocks';
import { Do, type Handling } from './handling';
import type { Plan } from './plan';
import type { PlanContext } from './planContext';
import * as tags from './tags';
import type { TextRequest } from './textCleaner';

/** A free text of an instance that will be cleaned. */
export interface FreeText {
  readonly text: string;
  readonly request: TextRequest;
}

/** Longer texts are reports; a name in them is in the headers or in their own context. */
const LONGEST = 65536;

/** Every text the plan sends through the cleaner: what a first sweep reads to learn names that no header holds. */
export function freeTexts(file: DicomFile, plan: Plan): FreeText[] {
  const { dataSet } = file;
  const found: FreeText[] = [];
  const level = (parent: number, context: PlanContext): void => {
    const end = parent < 0 ? dataSet.count : dataSet.next[parent]!;
    let blocks: CreatorBlocks | undefined;
    for (let row = parent + 1; row < end; row = dataSet.next[row]!) {
      const tag = dataSet.tag[row]!;
      let handling: Handling = plan.handling(context, tag, dataSet.vr[row]!);
      let creator: string | undefined;
      if (handling.do === Do.private) {
        if ((tag & 0xffff) < 0x100) continue;
        blocks ??= new CreatorBlocks(file, parent);
        creator = blocks.creatorOf(tag);
        handling = plan.privateHandling(context, creator, tag, dataSet.vr[row]!, false);
      }
      if (dataSet.flags[row]! & RowFlag.sequence) {
        if (handling.do !== Do.keep) continue;
        const content = tags.isContentSequence(tag) ? ({ mode: 'clean', item: 'none' } as const) : undefined;
        const inside = plan.child(context, handling, tag, creator, content);
        for (let item = row + 1; item < dataSet.next[row]!; item = dataSet.next[item]!) level(item, inside);
        continue;
      }
      const length = dataSet.valueEnd[row]! - dataSet.valueStart[row]!;
      if (handling.do !== Do.text || !handling.text || length === 0 || length > LONGEST) continue;
      const bytes = valueBytes(file, row).slice();
      const text = decodeText(bytes, characterSetOf(file, row), handling.vr).replace(/[ \0]+$/, '');
      if (text !== '') found.push({ text, request: handling.text });
    }
  };
  level(-1, plan.root);
  return found;
}
