import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summarizeFolder } from '../../../src/jobs/sampleFolder';
import { lint } from '../../../src/profile/lint';
import { readProfile } from '../../../src/profile/read';

const shared = '../shared/dicom';
describe.skipIf(!existsSync(shared))('the summary of a folder', () => {
  const sample = existsSync(shared) ? summarizeFolder(shared) : undefined;

  it('counts classes, syntaxes, attributes and devices', () => {
    expect(sample?.files).toBeGreaterThan(250);
    expect(sample?.sopClasses.get('1.2.840.10008.5.1.4.1.1.2')).toBeGreaterThan(20);
    expect(sample?.transferSyntaxes.get('1.2.840.10008.1.2.1')).toBeGreaterThan(20);
    expect(sample?.attributes.get(0x00080060)).toBeGreaterThan(200);
    expect(sample?.devices.some(d => d.rows === 512 && d.columns === 512)).toBe(true);
    expect([...(sample?.privateAttributes.keys() ?? [])].some(k => k.startsWith('(0029,"SIEMENS CSA HEADER"'))).toBe(
      true,
    );
  });

  it('lets the linter say what it could not without', () => {
    const document = readProfile('deid: 1\nname: n\nextends: builtin:ps3.15\n', 'p');
    const codes = (s?: typeof sample) => new Set(lint(document, s ? { sample: s } : {}).map(d => d.code));
    expect([...codes()]).toEqual([]);
    expect([...codes(sample)]).toEqual(expect.arrayContaining(['DEID055', 'DEID060']));
  });
});
