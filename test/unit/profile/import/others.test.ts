import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, IMPORT_FORMATS } from '../../../../src/profile/import/importProfile';
import { parseSignature } from '../../../../src/profile/import/importCtpPixels';
import { lintImported } from '../../../../src/profile/import/lintImported';
import { lineOf } from '../../../../src/profile/import/importResult';
import { readProfile } from '../../../../src/profile/read';
import { errors, fixture, imported, notes, rules } from './fixtures';

describe('importing pixel scripts', () => {
  const made = imported(fixture('pixels.script'), 'ctp-pixel');
  it('turns signatures into conditions, one recipe for each alternative', () => {
    const recipes = [...made.text.matchAll(/- when: (\{.*\})\n {6}blank: (.*)/g)].map(m => [m[1], m[2]]);
    expect(recipes).toEqual([
      ['{ SeriesDescription: /Dose Report/i, Modality: CT }', '[[0, 0, 512, 110]]'],
      ['{ ManufacturerModelName: /iU22/i, Rows: "480" }', '[[0, 0, 640, 47], [0, 100, 20, 20]]'],
      ['{ ManufacturerModelName: /iU22/i, Rows: "768" }', '[[0, 0, 640, 47], [0, 100, 20, 20]]'],
      ['{ Modality: US }', '[[0, 0, 800, 65]]'],
    ]);
    expect(errors(made)).toEqual([]);
  });

  it('says which tests and sections it could not carry over', () => {
    const report = notes(made);
    expect(report.some(n => n.startsWith('changed Not a phantom') && n.includes('PHANTOM'))).toBe(true);
    expect(report.some(n => n.startsWith('lost Nothing that can be said'))).toBe(true);
  });

  it('refuses signatures that are none', () => {
    expect(parseSignature('Modality.equals("CT"')).toBeUndefined();
    expect(parseSignature('')).toBeUndefined();
    expect(parseSignature('A.equals("x") B.equals("y")')).toBeUndefined();
  });
});

describe('importing recipes', () => {
  const made = imported(fixture('recipe.deid'), 'deid');
  const found = rules(made);
  it.each<[string, string]>([
    ['PatientIdentityRemoved', 'action: add, value: YES'],
    ['PatientID', 'action: pseudonym, format: "{hash:10}"'],
    ['SOPInstanceUID', 'action: uid'],
    ['StudyDescription', 'action: replace, value: Heart study'],
    ['PatientBirthDate', 'action: empty'],
    ['StudyDate', 'action: shift'],
    ['PatientComments', 'action: remove'],
    ['ImageComments', 'action: keep'],
    ['OperatorsName', 'action: empty'],
    ['ReferringPhysicianName', 'action: empty'],
    ['PatientAddress', 'action: remove'],
    ['ReferencedImageSequence/ReferencedSOPInstanceUID', 'action: remove'],
    ['0013', 'action: remove'],
  ])('%s: %s', (tag, wanted) => {
    expect(found[tag]).toEqual([wanted]);
  });

  it('turns filters into recipes and quarantine, corners into sizes', () => {
    expect(made.text).toContain(
      '- when: { Modality: US, Rows: ["600", "768"] }\n      blank: [[0, 0, 800, 59], [128, 56, 16, 16]]',
    );
    expect(made.text).toContain(
      '- when: { Modality: /CT/i, SeriesDescription: /Dose/i }\n      blank: [[0, 0, 512, 121]]',
    );
    expect(made.text).toContain('quarantine:\n    - when: { Modality: "/SR|KO/i" }');
  });

  it('reports what is Python, unknown or only a flag', () => {
    const report = notes(made);
    for (const start of [
      'lost NoSuchField',
      'changed PatientID',
      'lost Only flagged',
      'lost Trusted',
      'lost nonsense line',
      'changed AcquisitionDate',
    ])
      expect(report.some(n => n.startsWith(start))).toBe(true);
  });

  it('lets a line for one field win over a line for many', () => {
    const text = 'FORMAT dicom\n%header\nKEEP StudyComments\nREMOVE contains:Comments\n';
    expect(rules(imported(text, 'deid')).StudyComments).toEqual(['action: keep']);
    const all = rules(imported('FORMAT dicom\n%header\nBLANK except:Manufacturer$\n', 'deid'));
    expect(all['(xxxx,xxxx)']).toEqual(['action: empty']);
    expect(all.Manufacturer).toEqual(['action: keep']);
  });
});

describe('importing Kitware dictionaries', () => {
  it('takes JSON', () => {
    const made = imported(fixture('dictionary.json'), 'kitware');
    expect(rules(made)).toEqual({
      PatientName: ['action: D'],
      PatientID: ['action: K'],
      StudyDescription: [`action: pattern, match: '\\d+', with: '#$1\\$'`],
      StudyDate: ['action: X/Z/D'],
      DeviceSerialNumber: ['action: X/Z'],
      PatientBirthDate: ['action: X/Z/D'],
    });
    expect(made.text).toContain('extends: "builtin:ps3.15"');
    expect(notes(made)).toEqual([
      'lost PatientBirthDate: set_date_to_year is Python of its author; the stricter basic action is used.',
    ]);
  });

  it('takes Python', () => {
    const text = `from dicomanonymizer import keep
# (0x0010, 0x0040): keep
extra = {
    (0x0010, 0x0010): replace,
    (0x5000, 0x0000, 0xFF00, 0x0000): delete,
}
extra[(0x0008, 0x0018)] = replace_UID
extra.update(generate_actions([(0x0010, 0x1000), (0x0010,0x1001)], "delete"))
`;
    expect(rules(imported(text, 'kitware'))).toEqual({
      PatientName: ['action: D'],
      '(50xx,xxxx)': ['action: X'],
      SOPInstanceUID: ['action: U'],
      OtherPatientIDs: ['action: X'],
      OtherPatientNames: ['action: X'],
    });
  });
});

it.each([
  ['trial.script', 'ctp'],
  ['pixels.script', 'ctp-pixel'],
  ['recipe.deid', 'deid'],
  ['dictionary.json', 'kitware'],
])('%s is recognized by its content', (name, format) => {
  expect(detectFormat(fixture(name))).toBe(format);
});

it('a profile and other texts are none of them', () => {
  expect(detectFormat('deid: 1\nname: x\nrules:\n  - { tag: "(0010,0010)", action: keep }\n')).toBeUndefined();
  expect(detectFormat('')).toBeUndefined();
});

describe('linting rules of other programs as they stand', () => {
  const text = fixture('faulty.script');
  const found = lintImported(text, 'ctp').map(d => `${lineOf(text, d.range.start)} ${d.code}`);
  it.each([
    '2 DEID009',
    '3 DEID009',
    '5 DEID009',
    '5 DEID023',
    '8 DEID002',
    '9 DEID002',
    '10 DEID036',
    '12 DEID033',
    '13 DEID005',
    '14 DEID062',
  ])('finds %s', finding => {
    expect(found).toContain(finding);
  });

  it('does not find them where they are not', () => {
    const good = fixture('trial.script');
    const codes = lintImported(good, 'ctp').map(d => d.code);
    for (const code of ['DEID002', 'DEID009', 'DEID023', 'DEID033', 'DEID005', 'DEID062'])
      expect(codes).not.toContain(code);
  });

  it('respects severities', () => {
    const codes = lintImported(text, 'ctp', { severities: { DEID002: 'off', DEID033: 'info' } });
    expect(codes.map(d => d.code)).not.toContain('DEID002');
    expect(codes.find(d => d.code === 'DEID033')?.severity).toBe('info');
  });

  it('works on recipes and dictionaries', () => {
    const recipe = fixture('recipe.deid');
    expect(lintImported(recipe, 'deid').map(d => `${lineOf(recipe, d.range.start)} ${d.code}`)).toContain('42 DEID028');
    expect(lintImported('{"(0x0008, 0x1150)": "replace_UID"}', 'kitware').map(d => d.code)).toContain('DEID033');
  });
});

describe('damaged sources', () => {
  const texts = ['trial.script', 'faulty.script', 'pixels.script', 'recipe.deid', 'dictionary.json'].map(fixture);
  it('never crash an import, and give a profile that can be read', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.array(
          fc.tuple(
            fc.nat(6000),
            fc.nat(40),
            fc.constantFrom('', '(', ')', '{', '}', '"', '@', '<', '>', '%', '\n', '\\', "'", ':', '@if(', '||', '0x'),
          ),
          { maxLength: 4 },
        ),
        fc.nat(6000),
      )
      .map(([base, changes, cut]) => {
        let text = base;
        for (const [at, drop, put] of changes)
          text = text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + drop);
        return cut % 3 === 0 ? text.slice(0, cut) : text;
      });
    fc.assert(
      fc.property(damaged, fc.constantFrom(...IMPORT_FORMATS), (text, format) => {
        const made = imported(text, format);
        const issues = readProfile(made.text, 'made').issues.filter(
          i => i.kind === 'syntax' || i.kind === 'unknownAction' || i.kind === 'unknownKey',
        );
        expect(issues).toEqual([]);
        for (const note of made.notes) {
          expect(note.range.start).toBeLessThanOrEqual(note.range.end);
          expect(note.range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
