import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/deid/deidentify';
import { patientContextFrom } from '../../../src/deid/patientContext';
import { createTextCleaner } from '../../../src/deid/text/cleaner';
import { openDicom } from '../../../src/dicom/openFile';
import { readProfile } from '../../../src/profile/read';
import { resolveProfile } from '../../../src/profile/resolve';
import { dicomFile } from '../../support/dicomBytes.mjs';

describe('a file without a data set', () => {
  it('does not hold up a profile that adds attributes', () => {
    const { profile } = resolveProfile(
      readProfile(
        'deid: 1\nname: t\nbase: none\nrules:\n  - { tag: ClinicalTrialSiteID, action: add, value: X }\n',
        't',
      ),
    );
    const engine = createEngine({
      profile,
      key: new Uint8Array(32),
      textCleaner: createTextCleaner(profile.text),
      toolVersion: '',
    });
    const bytes = new Uint8Array(dicomFile([]));
    const file = openDicom({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) });
    expect(file.dataSet.count).toBe(0);
    expect(engine.explain(file, { patient: patientContextFrom(file) })).toEqual([]);
  });
});
