import type { OptionName } from '../profile/model';
import type { DicomFile } from '../dicom/dicomFile';
import { findRow } from '../dicom/rows';
import { RowFlag } from '../dicom/elementTable';
import { stringValues } from '../dicom/values';
import { srConcept, srConcepts, type SrConcept } from '../standard/srConcepts';
import * as tags from './tags';

/** What Table E.3.4-1 asks of a content item: `X` takes the item out, `none` if the table does not name its concept. */
export type ContentItemCode = 'none' | 'K' | 'C' | 'D' | 'X';

/**
 * Looks up the concept name of a content item (PS3.15 E.3.4, Table E.3.4-1). Over several options C wins, then K, as in
 * Table E.1-1. X/D becomes D: whether a template requires the item is not known, and a dummy is valid either way.
 */
export class StructuredContent {
  private readonly byMeaning: ReadonlyMap<string, SrConcept>;
  private readonly codes = new Map<string, ContentItemCode>();

  constructor(private readonly options: ReadonlySet<OptionName>) {
    // Codes of retired schemes (SRT, SNM3, 99SDM) name the same concepts under other numbers but with the same meaning.
    this.byMeaning = new Map(srConcepts().map(concept => [concept.meaning.toLowerCase(), concept]));
  }

  /** @param item row of an item of a content sequence. */
  itemCode(file: DicomFile, item: number): ContentItemCode {
    const { dataSet } = file;
    const names = findRow(dataSet, tags.CONCEPT_NAME_SEQUENCE, item);
    if (names < 0 || dataSet.next[names]! <= names + 1) return 'none';
    const name = names + 1;
    if (!(dataSet.flags[name]! & RowFlag.item)) return 'none';
    const text = (tag: number): string => {
      const row = findRow(dataSet, tag, name);
      return row < 0 ? '' : (stringValues(file, row)[0] ?? '').trim();
    };
    const code = text(tags.CODE_VALUE) || text(tags.LONG_CODE_VALUE) || text(tags.URN_CODE_VALUE);
    return this.codeOf(code, text(tags.CODING_SCHEME), text(tags.CODE_MEANING));
  }

  /** The code for a concept. */
  codeOf(code: string, scheme: string, meaning: string): ContentItemCode {
    const key = `${code}\t${scheme}\t${meaning}`;
    let known = this.codes.get(key);
    if (known === undefined) {
      const concept = srConcept(code, scheme) ?? this.byMeaning.get(meaning.toLowerCase());
      known = concept ? this.resolve(concept) : 'none';
      if (this.codes.size > 10_000) this.codes.clear();
      this.codes.set(key, known);
    }
    return known;
  }

  private resolve(concept: SrConcept): ContentItemCode {
    const cells = [...this.options].map(option => concept.options[option]);
    if (cells.includes('C')) return 'C';
    if (cells.includes('K')) return 'K';
    return concept.basic === 'X' ? 'X' : 'D';
  }
}
