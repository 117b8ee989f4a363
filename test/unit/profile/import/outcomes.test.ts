import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../src/deid/deidentify';
import { patientContextFrom } from '../../../../src/deid/patientContext';
import { createTextCleaner } from '../../../../src/deid/text/cleaner';
import type { DicomFile } from '../../../../src/dicom/dicomFile';
import { openFileSource } from '../../../../src/dicom/fileSource.node';
import { openDicom } from '../../../../src/dicom/openFile';
import { stringValues } from '../../../../src/dicom/values';
import { readCtpScript } from '../../../../src/profile/import/ctpScript';
import { readProfile } from '../../../../src/profile/read';
import { resolveProfile } from '../../../../src/profile/resolve';
import { fixture, imported } from './fixtures';

const shared = resolve(import.meta.dirname, '../../../../../shared/dicom');
/** Some files of many modalities. */
const files = existsSync(shared)
  ? readdirSync(shared)
      .filter(name => name.endsWith('.dcm'))
      .slice(0, 120)
      .filter((_, i) => i % 4 === 0)
  : [];

/** What the engine may report for a function of CTP; an empty value stays empty under every function that makes a new one. */
const CLASSES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@(keep|require)\(/, ['kept', 'walked']],
  [/^@remove\(/, ['removed']],
  [/^@empty\(/, ['emptied', 'kept']],
  [/^@hashuid\(/, ['uid', 'kept']],
  [/^@incrementdate\(/, ['shifted', 'kept']],
  [/^@hash(name)?\(/, ['replaced', 'kept']],
  [/^@param\(/, ['replaced']],
  [/^@process\(/, ['walked', 'kept']],
];

function isBlank(file: DicomFile, row: number): boolean {
  return stringValues(file, row).join('').trim() === '';
}

describe.skipIf(files.length === 0)('an imported script, run on real files', () => {
  it('does to every attribute it names what the script says', () => {
    const text = fixture('trial.script');
    const { profile } = resolveProfile(readProfile(imported(text, 'ctp').text, 'made'));
    const engine = createEngine({
      profile,
      key: new Uint8Array(32),
      textCleaner: createTextCleaner(profile.text),
      toolVersion: '',
    });
    const scripts = new Map(
      readCtpScript(text)
        .filter(e => e.kind === 'e' && e.enabled && /^[0-9a-f]{8}$/.test(e.tag) && !e.tag.startsWith('0013'))
        .map(e => [parseInt(e.tag, 16), e.script]),
    );
    const wrong: string[] = [];
    let compared = 0;
    for (const name of files) {
      const source = openFileSource(join(shared, name));
      try {
        const file = openDicom(source);
        for (const element of engine.explain(file, { patient: patientContextFrom(file) })) {
          const script = scripts.get(element.tag);
          const wanted = script && CLASSES.find(([pattern]) => pattern.test(script))?.[1];
          // What stands in something that goes, goes with it.
          if (!wanted || element.path.includes('[')) continue;
          compared++;
          const keptIsWrong = element.result === 'kept' && wanted[0] !== 'kept';
          if (!wanted.includes(element.result) || (keptIsWrong && !isBlank(file, element.row)))
            wrong.push(`${name} ${element.keyword}: ${script} gave ${element.result}`);
        }
      } catch (error) {
        // Files that are broken on purpose cannot be opened; nothing else may fail.
        if (!(error instanceof Error) || error.name === 'TypeError') throw error;
      } finally {
        source.close();
      }
    }
    expect(compared).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });
});
