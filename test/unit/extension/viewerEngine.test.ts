import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { findRow } from '../../../src/dicom/rows';
import { effectsOfProfile, ruleEdits, whyOf } from '../../../src/extension/editors/viewerEngine';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'viewer-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = openDicom(
  memorySource(
    dicomFile([
      element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      element(0x00080018, 'UI', '1.2.3.4.5'),
      element(0x00080060, 'CS', 'CT'),
      element(0x00081030, 'LO', 'Chest of Jane Doe'),
      element(0x00100010, 'PN', 'Doe^Jane'),
      element(0x00100020, 'LO', 'P-1'),
      element(0x0020000d, 'UI', '1.2.3.4'),
    ]),
  ),
);
const effect = (profile: string, tag: number) => effectsOfProfile(profile, file).get(findRow(file.dataSet, tag));

describe('the effect of a profile on one file', () => {
  it('says what goes, what changes and what stays', () => {
    expect(effect('builtin:ps3.15', 0x00081030)?.outcome).toBe('removed');
    expect(effect('builtin:ps3.15', 0x00080018)).toMatchObject({ outcome: 'changed' });
    expect(effect('builtin:ps3.15', 0x00080018)?.result).toMatch(/^2\.25\./);
    expect(effect('builtin:ps3.15', 0x00080060)).toMatchObject({ outcome: 'kept', freeText: false });
  });

  it('never shows an old value as the result of a change', () => {
    for (const { outcome, result } of effectsOfProfile('builtin:ps3.15', file).values())
      if (outcome !== 'kept') expect(result).not.toMatch(/Doe|P-1/);
  });

  it('marks free text that is kept and points to the rule that keeps it', () => {
    const path = join(folder, 'site.deid.yaml');
    const text = 'deid: 1\nname: Site\nextends: builtin:ps3.15\nrules:\n  - { tag: StudyDescription, action: keep }\n';
    writeFileSync(path, text);
    const kept = effect(path, 0x00081030);
    expect(kept).toMatchObject({ outcome: 'kept', freeText: true });
    const { profile, start, end } = kept?.origin ?? { profile: '', start: 0, end: 0 };
    expect(profile).toBe(path);
    expect(text.slice(start, end)).toContain('StudyDescription');
  });

  it('says in a sentence why a profile cannot be used', () => {
    expect(() => effectsOfProfile('builtin:nothing', file)).toThrow(/no profile builtin:nothing/);
  });
});

describe('a rule added from a row', () => {
  const text = 'deid: 1\nname: Site\nextends: builtin:ps3.15\n';
  const apply = (path: string, action: string) =>
    ruleEdits(text, path, action).reduceRight(
      (now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end),
      text,
    );

  it.each([
    ['(0008,1030)', 'keep'],
    ['(0008,1140)[<1>](0008,1155)', 'uid'],
    ['(0029,"SIEMENS CSA HEADER",10)', 'remove'],
  ])('for %s is understood by the profile reader', (path, action) => {
    const profile = join(folder, 'edited.deid.yaml');
    writeFileSync(profile, apply(path, action));
    expect(() => effectsOfProfile(profile, file)).not.toThrow();
  });

  it('changes what happens to the element', () => {
    const profile = join(folder, 'edited.deid.yaml');
    writeFileSync(profile, apply('(0008,1030)', 'keep'));
    expect(effect(profile, 0x00081030)?.outcome).toBe('kept');
  });
});

describe('why an element is treated as it is', () => {
  const why = (profile: string, tag: number) => whyOf(profile, file, findRow(file.dataSet, tag));

  it('names the table cell, the Type and the options that would change it', () => {
    const study = why('builtin:ps3.15', 0x00081030);
    expect(study?.table?.basic).toBe('X');
    expect(study?.table?.cells).toContainEqual({ option: 'CleanDescriptors', code: 'C', on: false });
    expect(study?.type).toBe('3');
    expect(study?.changes.map(change => [change.option, change.on, change.effect.outcome])).toEqual([
      ['CleanDescriptors', false, 'changed'],
    ]);
    expect(study?.changes[0]?.effect.result).not.toMatch(/Doe|Jane/);
  });

  it('says what the options for UIDs would do to a UID and nothing to a name', () => {
    expect(why('builtin:ps3.15', 0x00080018)?.changes).toMatchObject([{ option: 'RetainUIDs', on: false }]);
    expect(why('builtin:ps3.15', 0x00100010)?.changes).toEqual([]);
  });

  it('points to the rule that decided, and finds no option against it', () => {
    const path = join(folder, 'why.deid.yaml');
    writeFileSync(
      path,
      'deid: 1\nname: Site\nextends: builtin:ps3.15\nrules:\n  - { tag: StudyDescription, action: keep }\n',
    );
    expect(why(path, 0x00081030)).toMatchObject({
      effect: { outcome: 'kept', origin: { profile: path } },
      changes: [],
    });
  });

  it('says when the whole file would be set aside', () => {
    expect(why('builtin:ps3.15', 0x00100010)?.refused).toBe('');
  });
});
