import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/deid/deidentify';
import { patientContextFrom } from '../../../src/deid/patientContext';
import { createTextCleaner } from '../../../src/deid/text/cleaner';
import { changedElements, toggledProfile } from '../../../src/deid/toggle';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import type { ResolvedProfile } from '../../../src/profile/model';
import { OPTION_NAMES } from '../../../src/standard/codes';
import { assemble } from '../../support/dicomOutline';
import { profileOf } from '../../support/deidSamples';
import { LE, TS, join, part10 } from '../../support/dicomWriter';

const bytes = part10(TS.explicit, [
  join(
    LE.el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    LE.el(0x00080018, 'UI', '1.2.3.4'),
    LE.el(0x00080020, 'DA', '20200110'),
    LE.el(0x00080050, 'SH', 'ACC1'),
    LE.el(0x00080060, 'CS', 'CT'),
    LE.el(0x00080080, 'LO', 'Wyndhurst'),
    LE.el(0x00081010, 'SH', 'STN566'),
    LE.el(0x00081030, 'LO', 'Chest for Quillfeather'),
    LE.el(0x00100010, 'PN', 'Quillfeather^Zebulon'),
    LE.el(0x00100020, 'LO', 'MRN4481907'),
    LE.el(0x00100040, 'CS', 'F'),
    LE.el(0x00181000, 'LO', '1871'),
    LE.el(0x0020000d, 'UI', '1.2.3.1'),
    LE.el(0x0020000e, 'UI', '1.2.3.2'),
    LE.sq(0x00400275, [LE.item(LE.el(0x00401001, 'SH', '2146'))]),
    LE.el(0x60000010, 'US', LE.u16(4)),
    LE.el(0x60003000, 'OW', Uint8Array.of(1, 255)),
  ),
]);

function both(profile: ResolvedProfile) {
  const engine = createEngine({
    profile,
    key: new Uint8Array(32).fill(7),
    textCleaner: createTextCleaner(profile.text),
    toolVersion: '0.0.0',
  });
  const file = openDicom(memorySource(bytes));
  const explained = engine.explain(file, { patient: patientContextFrom(file), pixels: { examined: true } });
  const context = { patient: patientContextFrom(file), pixels: { examined: true }, audit: true };
  const outcome = engine.deidentify(file, context);
  if (outcome.status !== 'written') throw new Error(outcome.code);
  return { explained, audit: outcome.audit, written: assemble(file.source, outcome.parts) };
}

describe('an explanation', () => {
  it.each(['builtin:ps3.15', 'builtin:tcia', 'builtin:midi-b'])(
    'says what a run does with each element under %s',
    name => {
      const { explained, audit } = both(profileOf(name));
      expect(explained.length).toBeGreaterThan(15);
      const done = new Map(audit.map(entry => [entry.path, entry.action as string]));
      for (const element of explained) {
        const action = done.get(element.path);
        if (action !== undefined) expect(element.result, element.path).toBe(action);
      }
    },
  );

  it.each(['builtin:ps3.15', 'builtin:midi-b'])(
    'of a switched option names what the other run does otherwise, under %s',
    name => {
      const profile = profileOf(name);
      const now = both(profile);
      let differing = 0;
      for (const option of OPTION_NAMES) {
        const other = both(toggledProfile(profile, option));
        const changed = changedElements(now.explained, other.explained);
        differing += changed.length;
        const outputs = new Map(other.audit.map(entry => [entry.path, entry.action as string]));
        for (const { path, after } of changed) {
          const action = outputs.get(path);
          if (action !== undefined) expect(after.result, `${option} ${path}`).toBe(action);
        }
        // What is not named comes out the same.
        const named = new Set(changed.map(element => element.path));
        const before = new Map(now.audit.map(entry => [entry.path, entry.action as string]));
        for (const [path, action] of outputs) {
          if (!named.has(path) && before.has(path)) expect(action, `${option} ${path}`).toBe(before.get(path));
        }
      }
      expect(differing).toBeGreaterThan(3);
    },
  );
});
