import { createHash } from 'node:crypto';
import { ACTIONS } from '../../../src/benchmark/checks/actions';
import type { CheckContext, CheckedFile, TextBox } from '../../../src/benchmark/checks/verdict';
import { TagTable } from '../../../src/benchmark/flatten/tagTable';
import type { Check } from '../../../src/benchmark/key/check';
import { pixelDataRange } from '../../../src/benchmark/scan/scannedFile';
import type { DicomFile } from '../../../src/dicom/dicomFile';

/** Outcome of one check of one instance: true passed, false failed, null blank. */
export interface Outcome {
  readonly check: Check;
  readonly passed: boolean | null;
}

/** Applies every check of an instance to its file. `hiddenText` stands in for reading the pixels. */
export function scoreInstance(
  file: DicomFile,
  checks: readonly Check[],
  context: CheckContext,
  hiddenText: (box: TextBox) => string | null,
): Outcome[] {
  const table = new TagTable(file);
  const checked: CheckedFile = {
    value: path => table.value(path),
    inBatch: path => table.has(path),
    pixelDigest: () => {
      const range = pixelDataRange(file);
      if (range === null) return 'None';
      return createHash('md5')
        .update(file.dataSource.read(range[0], range[1] - range[0]))
        .digest('hex');
    },
    hiddenText,
  };
  return checks.flatMap(check => {
    const rule = ACTIONS.find(action => action.name === check.action);
    const result = rule?.check(check, checked, context);
    return result === undefined || result === null ? [] : [{ check, passed: result.passed }];
  });
}
