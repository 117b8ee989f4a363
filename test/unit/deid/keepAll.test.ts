import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { assemble } from '../../support/dicomOutline';
import { engineOf, haveSamples, run, sampleBytes, sampleNames } from '../../support/deidSamples';

describe.skipIf(!haveSamples)('builtin:keep-all on the sample files', () => {
  const engine = engineOf('builtin:keep-all');

  it('leaves every data set as it is to the byte, deflated ones, group lengths and trailing bytes included', () => {
    const changed: string[] = [];
    let compared = 0;
    for (const name of sampleNames()) {
      const bytes = sampleBytes(name);
      const { file, outcome } = run(engine, bytes);
      if (outcome.status !== 'written') continue;
      const written = assemble(file.source, outcome.parts);
      const start = openDicom(memorySource(written)).dataSetStart;
      compared++;
      if (Buffer.compare(written.subarray(start), bytes.subarray(file.dataSetStart)) !== 0) changed.push(name);
    }
    expect(changed).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(300);
  });
});
