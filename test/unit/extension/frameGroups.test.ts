import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { frameGroups } from '../../../src/extension/editors/frameGroups';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const voi = (center: string, width: string) =>
  element(0x00289132, 'SQ', [[element(0x00281050, 'DS', center), element(0x00281051, 'DS', width)]]);
const rescale = (intercept: string, slope: string) =>
  element(0x00289145, 'SQ', [[element(0x00281052, 'DS', intercept), element(0x00281053, 'DS', slope)]]);

describe('the functional groups of a frame', () => {
  const groups = frameGroups(
    openDicom(
      memorySource(
        dicomFile([
          element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2.1'),
          element(0x52009229, 'SQ', [[voi('40', '400'), rescale('-1024', '1')]]),
          element(0x52009230, 'SQ', [[voi('50', '100')], [rescale('0', '2')]]),
        ]),
      ),
    ),
  );

  it('are its own, else those all frames share', () => {
    expect(groups(0)).toEqual({ window: { center: 50, width: 100 }, rescale: { slope: 1, intercept: -1024 } });
    expect(groups(1)).toEqual({ window: { center: 40, width: 400 }, rescale: { slope: 2, intercept: 0 } });
    expect(groups(7)).toEqual({ window: { center: 40, width: 400 }, rescale: { slope: 1, intercept: -1024 } });
  });

  it('say nothing where there are none', () => {
    const plain = openDicom(memorySource(dicomFile([element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2')])));
    expect(frameGroups(plain)(0)).toEqual({});
  });
});
