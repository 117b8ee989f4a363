import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag, vrText } from '../dicom/elementTable';
import { decodeText } from '../dicom/characterSet';
import { tagPath } from '../dicom/tagPath';
import { characterSetOf, isTextVr } from '../dicom/values';
import type { EffectiveAction } from '../profile/model';
import { attributeByTag } from '../standard/dictionary';
import type { AttributeType } from '../standard/codes';
import type { ElementResult, Observer } from './fileWalk';
import type { Handling } from './handling';
import type { Plan } from './plan';
import { actionText } from './reasons';

/** What happens to one element of a file, and why. */
export interface ExplainedElement {
  /** Row in `DicomFile.dataSet`. */
  readonly row: number;
  readonly path: string;
  readonly tag: number;
  readonly keyword: string | undefined;
  readonly vr: string;
  /** Action as the profile or the table has it, for example `clean` or `X/Z/D`. */
  readonly action: string;
  readonly source: EffectiveAction['source'];
  /** Which rule, option, table cell or default decided. */
  readonly reason: string;
  readonly type: AttributeType | undefined;
  readonly result: ElementResult;
  /** True if the value could not be handled as asked and the stricter action was taken. */
  readonly fellBack: boolean;
  /** New value as text; absent for elements that stay or go, for sequences and for binary values. */
  readonly newValue?: string;
}

/**
 * Runs a walk and describes every element it comes to, and those inside what is removed or emptied.
 * @param run makes the walk with the observer it is given.
 */
export function explainFile(
  file: DicomFile,
  plan: Plan,
  run: (observer: Observer) => void,
): readonly ExplainedElement[] {
  void plan;
  const explained: ExplainedElement[] = [];
  let covered = 0;
  const describe = (
    row: number,
    handling: Handling,
    result: ElementResult,
    fellBack: boolean,
    value: Uint8Array | undefined,
    reason = handling.reason,
  ): void => {
    const vr = handling.vr || vrText(file.dataSet.vr[row]!);
    const tag = file.dataSet.tag[row]!;
    explained.push({
      row,
      path: tagPath(file, row),
      tag,
      keyword: attributeByTag(tag)?.keyword,
      vr,
      action: actionText(handling.action),
      source: handling.source,
      reason,
      type: handling.type,
      result,
      fellBack,
      ...(value && isTextVr(vr) ? { newValue: decodeText(value, characterSetOf(file, row), vr) } : {}),
    });
  };
  run((row, handling, result, fellBack, value) => {
    if (row < covered) return;
    describe(row, handling, result, fellBack, value);
    if (result !== 'removed' && result !== 'emptied' && result !== 'replaced') return;
    const end = file.dataSet.next[row]!;
    for (let inner = row + 1; inner < end; inner++) {
      if (file.dataSet.flags[inner]! & (RowFlag.item | RowFlag.fragment)) continue;
      describe(inner, handling, 'removed', false, undefined, 'inside a sequence that goes');
    }
    covered = end;
  });
  return explained;
}
