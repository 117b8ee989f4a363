import { describe, expect, it } from 'vitest';
import {
  mergePatientContexts,
  parsePatientContext,
  patientContextFrom,
  patientContextReader,
  patientKeyOf,
  serializePatientContext,
} from '../../../src/deid/patientContext';
import { outputPath } from '../../../src/deid/outputPath';
import { fillTemplate } from '../../../src/deid/patientTemplates';
import { createEngine } from '../../../src/deid/deidentify';
import { Pseudonyms } from '../../../src/deid/pseudonyms';
import { profileOf, run } from '../../support/deidSamples';
import { open } from '../../support/dicomOutline';
import { LE, TS, part10 } from '../../support/dicomWriter';

const file = (name: string, id: string, study = '1.2.3.1') =>
  part10(TS.explicit, [
    LE.el(0x00080018, 'UI', '1.2.3.4'),
    LE.el(0x00100010, 'PN', name),
    LE.el(0x00100020, 'LO', id),
    LE.el(0x0020000d, 'UI', study),
  ]);

describe('the context of a patient', () => {
  const a = patientContextFrom(open(file('Quillfeather^Zebulon', 'MRN1')));
  const b = patientContextFrom(open(file('Quillfeather-Ostrander^Z', 'MRN1')));

  it('is the same whatever the order of files, and survives being written down', () => {
    const ab = serializePatientContext(mergePatientContexts(a, b));
    expect(serializePatientContext(mergePatientContexts(b, a))).toBe(ab);
    expect(serializePatientContext(parsePatientContext(ab))).toBe(ab);
    expect(ab).toContain('Ostrander');
  });

  it('is never mixed with that of another patient', () => {
    const other = patientContextFrom(open(file('Doe^Jane', 'MRN2')));
    expect(() => mergePatientContexts(a, other)).toThrow(/different patients/);
    expect(() => parsePatientContext('{"patientId":1}')).toThrow(SyntaxError);
  });

  it('holds to the study where there is no Patient ID, so that strangers do not become one', () => {
    expect(patientKeyOf(open(file('A', '', '1.2.3.1')))).not.toBe(patientKeyOf(open(file('A', '', '1.2.3.2'))));
    expect(patientKeyOf(open(file('A', 'X ', '1.2.3.1')))).toBe(patientKeyOf(open(file('B', 'X', '1.2.3.2'))));
  });
});

describe('contexts read one file after the other', () => {
  const files = (set: string, name: string, id = 'MRN1', instance = '1.2.3.4') =>
    open(
      part10(TS.explicit, [
        LE.el(0x00080005, 'CS', set),
        LE.el(0x00080018, 'UI', instance),
        LE.el(0x00100010, 'PN', Buffer.from(name, 'latin1')),
        LE.el(0x00100020, 'LO', id),
      ]),
    );

  it('are those read alone', () => {
    const read = patientContextReader();
    const series = [
      files('ISO_IR 100', 'Grün^Zoë'),
      files('ISO_IR 101', 'Grün^Zoë'),
      files('ISO_IR 100', 'Grün^Zoë', 'MRN2'),
      files('ISO_IR 100', 'Braun^Zoë', 'MRN2'),
      files('ISO_IR 100', 'Grün^Zoë'),
    ];
    for (const each of series) expect(read(each)).toEqual(patientContextFrom(each));
  });

  it('are one object for slices that say the same', () => {
    const read = patientContextReader();
    expect(read(files('ISO_IR 100', 'Grün^Zoë', 'MRN1', '1.2.3.4'))).toBe(
      read(files('ISO_IR 100', 'Grün^Zoë', 'MRN1', '1.2.3.5')),
    );
  });
});

describe('pseudonyms of patients', () => {
  const pseudonyms = new Pseudonyms(new Uint8Array(16).fill(1));

  it('follow the template', () => {
    const facts = { patientKey: 'MRN1', sequence: 7, id: 'NEW' };
    expect(fillTemplate('LUNG-{hash:8}', facts, pseudonyms)).toMatch(/^LUNG-[0-9A-Z]{8}$/);
    expect(fillTemplate('P{sequence:4}', facts, pseudonyms)).toBe('P0007');
    expect(fillTemplate('P{sequence:4}', { patientKey: 'MRN1' }, pseudonyms)).toMatch(/^P\d{4}$/);
    expect(fillTemplate('{id}^{Nothing}', facts, pseudonyms)).toBe('NEW^');
  });

  it('come from the table of the profile where it has the patient, else the file waits', () => {
    const profile = profileOf('builtin:ps3.15');
    const table = { ids: new Map([['MRN1', 'LUNG-1']]), missing: 'quarantine' as const };
    const engine = createEngine({
      profile: { ...profile, patient: { ...profile.patient, table } },
      key: new Uint8Array(16),
      toolVersion: '0',
    });
    const listed = run(engine, file('Q', 'MRN1')).outcome;
    expect(listed.status === 'written' && listed.patientId).toEqual(['MRN1', 'LUNG-1']);
    expect(run(engine, file('Q', 'MRN2')).outcome).toMatchObject({ status: 'quarantined', code: 'patient-not-listed' });
  });
});

describe('output paths', () => {
  const facts = { patient: 'P1', study: '1.2', series: '1.3', instance: '1.4', modality: 'CT' };

  it('fill the template and stay inside the folder on every file system', () => {
    expect(outputPath('{patient}/{study}/{modality}-{instance}.dcm', facts)).toBe('P1/1.2/CT-1.4.dcm');
    expect(outputPath('../{patient}//x', { ...facts, patient: '..' })).toBe('_/_/x');
    expect(outputPath('{patient}/a', { ...facts, patient: 'con' })).toBe('_con/a');
    expect(outputPath('{patient}/{study}', { ...facts, patient: 'a/b\\c:d', study: '' })).toBe('a_b_c_d/unknown');
  });
});
