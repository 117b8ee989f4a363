import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPicture } from '../../../src/extension/editors/findPicture';
import { createLanguageService } from '../../../src/extension/language/service';
import { imageBytes } from '../../support/imageFile';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deid-pictures-'));
  mkdirSync(join(folder, 'b'));
  const image = (modality: string, rows: number) =>
    imageBytes({ modality, rows, columns: 4, pixels: new Uint8Array(rows * 4) });
  writeFileSync(join(folder, 'a.dcm'), image('CT', 4));
  writeFileSync(join(folder, 'b', 'us1.dcm'), image('US', 4));
  writeFileSync(join(folder, 'b', 'us2.dcm'), image('US', 8));
  writeFileSync(join(folder, 'c.txt'), 'no picture');
  writeFileSync(join(folder, 'empty.dcm'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Conditions of the first device of a profile. */
function conditions(when: string) {
  const text = `deid: 1\nname: n\npixels: { regions: [{ when: ${when}, blank: [[0, 0, 1, 1]] }] }\n`;
  return createLanguageService(() => undefined).regionConditions({ id: 'x', text }, 0);
}

describe('a picture for a device', () => {
  it('is the first that fulfils its conditions, then the next, then the first again', () => {
    const when = conditions('{ Modality: US }');
    const first = findPicture(folder, when, -1);
    expect(basename(first?.path ?? '')).toBe('us1.dcm');
    const second = findPicture(folder, when, first?.place ?? -1);
    expect(basename(second?.path ?? '')).toBe('us2.dcm');
    expect(findPicture(folder, when, second?.place ?? -1)).toEqual(first);
  });

  it('must fulfil all of them', () => {
    expect(basename(findPicture(folder, conditions('{ Modality: US, Rows: 8 }'), -1)?.path ?? '')).toBe('us2.dcm');
    expect(findPicture(folder, conditions('{ Modality: US, Rows: 9 }'), -1)).toBeNull();
    expect(findPicture(join(folder, 'b'), conditions('{ Modality: XA }'), -1)).toBeNull();
  });
});

describe('the language service', () => {
  it('lints a version once for the editor and the form', () => {
    const service = createLanguageService(() => undefined);
    const source = { id: 'x', text: 'deid: 1\nname: n\nrules: [{ tag: PatientName, action: keep }]\n' };
    const found = service.diagnose(source, { severities: {} });
    expect(service.form(source, { severities: {} }).diagnostics).toHaveLength(found.length);
    expect(service.diagnose(source, { severities: {} })).toBe(found);
    expect(service.diagnose(source, { severities: { DEID073: 'off' } })).not.toBe(found);
    service.forget();
    expect(service.diagnose(source, { severities: {} })).not.toBe(found);
  });
});
