import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { openDicom } from '../../../src/dicom/openFile';
import { findRow, itemRows } from '../../../src/dicom/rows';
import { stringValues, uidValue, valueBytes } from '../../../src/dicom/values';
import { patientContextFrom } from '../../../src/deid/patientContext';
import { assemble, values } from '../../support/dicomOutline';
import { engineOf, output, run } from '../../support/deidSamples';
import { BE, IM, LE, TS, join, latin, part10, type Writer } from '../../support/dicomWriter';

/** What goes wrong in practice with other programs; one test per fault. */

const CT = '1.2.840.10008.5.1.4.1.1.2';
const HTJ2K = '1.2.840.10008.1.2.4.201';

/** A CT image with further elements, sorted by tag. */
function ct(extra: Record<number, Uint8Array>, w: Writer = LE, transferSyntax: string = TS.explicit): Uint8Array {
  const elements: Record<number, Uint8Array> = {
    0x00080016: w.el(0x00080016, 'UI', CT),
    0x00080018: w.el(0x00080018, 'UI', '1.2.3.4'),
    0x00080060: w.el(0x00080060, 'CS', 'CT'),
    0x00100010: w.el(0x00100010, 'PN', 'Quillfeather^Zebulon'),
    0x00100020: w.el(0x00100020, 'LO', 'MRN4481907'),
    0x0020000d: w.el(0x0020000d, 'UI', '1.2.3.1'),
    0x0020000e: w.el(0x0020000e, 'UI', '1.2.3.2'),
    0x7fe00010: w.el(0x7fe00010, 'OW', Uint8Array.of(1, 2, 3, 4)),
    ...extra,
  };
  const sorted = Object.keys(elements)
    .map(Number)
    .sort((a, b) => a - b)
    .map(tag => elements[tag]!);
  const dataSet = join(...sorted);
  return part10(transferSyntax, [transferSyntax === TS.deflated ? deflateSync(dataSet) : dataSet]);
}

const el = (tag: number, vr: string, value: string | Uint8Array): Record<number, Uint8Array> => ({
  [tag]: LE.el(tag, vr, value),
});
const basic = engineOf('builtin:ps3.15');
const shifting = engineOf(
  'options: [RetainLongitudinalModifiedDates]\ndates: { shift: { scope: patient, days: [-400, -400] } }',
);
const has = (file: DicomFile, tag: number): boolean => findRow(file.dataSet, tag) >= 0;

describe('sequences', () => {
  it('are walked: a name, an institution and a date nested in an unlisted sequence go', () => {
    const nested = join(
      LE.el(0x00080080, 'LO', 'Wyndhurst'),
      LE.el(0x00100010, 'PN', 'Doe^Jane'),
      LE.el(0x0018a002, 'DT', '2001'),
    );
    const out = output(basic, ct({ 0x00189346: LE.sq(0x00189346, [LE.item(nested, true)], true) }));
    const text = Buffer.from(out.source.read(0, out.source.size)).toString('latin1');
    expect(text).not.toMatch(/Wyndhurst|Doe/);
    expect(itemRows(out.dataSet, 0x00189346)).toHaveLength(1);
  });

  it('keep links: references inside kept sequences follow the same map as the instance', () => {
    const reference = join(LE.el(0x00081150, 'UI', CT), LE.el(0x00081155, 'UI', '1.2.3.4'));
    const out = output(basic, ct({ 0x00081167: LE.sq(0x00081199, [LE.item(reference)]) }));
    const item = itemRows(out.dataSet, 0x00081199)[0]!;
    expect(uidValue(out, 0x00081155, item)).toBe(uidValue(out, 0x00080018));
    expect(uidValue(out, 0x00081150, item)).toBe(CT);
  });

  it('that nobody can read do not stay: a listed sequence as opaque UN is removed', () => {
    const out = output(basic, ct(el(0x00081199, 'UN', latin('Quillfeather in opaque bytes'))));
    expect(has(out, 0x00081199)).toBe(false);
  });

  it('with undefined length in UN are read as implicit VR and treated like any other (CP-246)', () => {
    const nested = IM.item(IM.el(0x00100010, 'PN', 'Hidden^Name'), true);
    const out = output(basic, ct({ 0x00081199: LE.sq(0x00081199, [nested], true, 'UN') }));
    expect(Buffer.from(out.source.read(0, out.source.size)).includes('Hidden')).toBe(false);
    expect(has(out, 0x00081199)).toBe(true);
  });
});

describe('pixel data', () => {
  it.each([
    ['native', ct({})],
    [
      'encapsulated in odd fragments',
      ct(
        {
          0x7fe00010: LE.fragments(0x7fe00010, [
            new Uint8Array(0),
            Uint8Array.of(0xff, 0xd8, 1, 2),
            Uint8Array.of(3, 4),
          ]),
        },
        LE,
        TS.jpeg,
      ),
    ],
    [
      'HTJ2K',
      ct({ 0x7fe00010: LE.fragments(0x7fe00010, [new Uint8Array(0), Uint8Array.of(0xff, 0x4f, 1, 2)]) }, LE, HTJ2K),
    ],
    ['big endian', ct({}, BE, TS.bigEndian)],
    ['deflated', ct({}, LE, TS.deflated)],
  ])('%s keeps every byte', (_, bytes) => {
    const before = openDicom(memorySource(bytes));
    const after = output(basic, bytes);
    const pixels = (file: DicomFile) =>
      Buffer.from(valueBytes(file, findRow(file.dataSet, 0x7fe00010))).toString('hex');
    expect(pixels(after)).toBe(pixels(before));
    expect(after.encoding.uid).toBe(before.encoding.uid);
  });

  it('of hundreds of megabytes is never read, so that memory does not grow with it', () => {
    const pixels = 500_000_000;
    const head = ct({ 0x7fe00010: LE.el(0x7fe00010, 'OW', new Uint8Array(0)) }).slice();
    new DataView(head.buffer).setUint32(head.length - 4, pixels, true);
    let read = 0;
    const source = {
      size: head.length + pixels,
      read: (offset: number, length: number) => {
        read += Math.max(0, Math.min(offset + length, head.length + pixels) - Math.max(offset, head.length));
        const out = new Uint8Array(Math.min(length, head.length + pixels - offset));
        if (offset < head.length) out.set(head.subarray(offset, offset + out.length));
        return out;
      },
    };
    const file = openDicom(source);
    const outcome = basic.deidentify(file, { patient: patientContextFrom(file), audit: false });
    expect(outcome.status).toBe('written');
    expect(read).toBeLessThan(1_000_000);
  });

  it('loses overlay bits drawn into its unused high bits', () => {
    const bytes = ct({
      0x00280100: LE.el(0x00280100, 'US', LE.u16(16)),
      0x00280101: LE.el(0x00280101, 'US', LE.u16(12)),
      0x00280102: LE.el(0x00280102, 'US', LE.u16(11)),
      0x60000102: LE.el(0x60000102, 'US', LE.u16(15)),
      0x7fe00010: LE.el(0x7fe00010, 'OW', Uint8Array.of(0x34, 0x82, 0xff, 0x7f)),
    });
    const after = output(basic, bytes);
    expect([...valueBytes(after, findRow(after.dataSet, 0x7fe00010))]).toEqual([0x34, 0x02, 0xff, 0x7f]);
    expect(has(after, 0x60000102)).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['20200229101530-0500', '20190125101530-0500'],
    ['2020', '2019'],
    ['202003', '201902'],
    ['20200308023000', '20190202023000'],
  ])('date time %s moves to %s: offset, precision and missing hours of summer time do no harm', (before, after) => {
    const out = output(shifting, ct(el(0x0008002a, 'DT', before)));
    expect(values(out, 0x0008002a)).toEqual([after]);
  });

  it('that cannot be parsed are treated by the basic code, never kept', () => {
    const out = output(shifting, ct({ ...el(0x00080020, 'DA', '2020SPRI'), ...el(0x00080022, 'DA', 'monday  ') }));
    expect(values(out, 0x00080020)).toEqual([]);
    expect(has(out, 0x00080022)).toBe(false);
  });

  it('of one patient move by the same number of days in every study', () => {
    const engine = engineOf('options: [RetainLongitudinalModifiedDates]');
    const a = output(engine, ct(el(0x00080020, 'DA', '20200110')));
    const b = output(engine, ct({ ...el(0x00080020, 'DA', '20200310'), ...el(0x0020000d, 'UI', '1.2.3.77') }));
    const day = (file: DicomFile) => Date.parse(values(file, 0x00080020)[0]!.replace(/(....)(..)(..)/, '$1-$2-$3Z'));
    expect((day(b) - day(a)) / 86_400_000).toBe(60);
  });

  it('keep age and dates in agreement: ages above the cap are folded, others stay', () => {
    const engine = engineOf('options: [RetainPatientCharacteristics]');
    expect(values(output(engine, ct(el(0x00101010, 'AS', '093Y'))), 0x00101010)).toEqual(['090Y']);
    expect(values(output(engine, ct(el(0x00101010, 'AS', '061Y'))), 0x00101010)).toEqual(['061Y']);
    // Without a unit it is no age of the standard, but no more than the cap in any.
    expect(values(output(engine, ct(el(0x00101010, 'AS', '61'))), 0x00101010)).toEqual(['61']);
    expect(has(output(engine, ct(el(0x00101010, 'AS', '93'))), 0x00101010)).toBe(false);
  });
});

describe('UIDs', () => {
  it('of a multi-valued element are mapped one by one, as elsewhere', () => {
    const out = output(basic, ct({ ...el(0x00081155, 'UI', '1.2.3.4\\1.2.3.1'), ...el(0x00080052, 'CS', 'IMAGE') }));
    expect(values(out, 0x00081155)).toEqual([uidValue(out, 0x00080018), uidValue(out, 0x0020000d)]);
  });

  it('of the file meta group follow the data set, and nothing else of it stays', () => {
    const out = output(basic, ct({}));
    expect(uidValue(out, 0x00020003)).toBe(uidValue(out, 0x00080018));
    expect(uidValue(out, 0x00020002)).toBe(CT);
    const tags = [...out.meta.tag.subarray(0, out.meta.count)];
    expect(tags).toEqual([0x00020000, 0x00020001, 0x00020002, 0x00020003, 0x00020010, 0x00020012, 0x00020013]);
  });

  it('of SOP classes and other things of the standard are never mapped, wherever they stand', () => {
    const out = output(basic, ct({ ...el(0x00200052, 'UI', '1.2.840.10008.1.4.1.1'), ...el(0x0008001a, 'UI', CT) }));
    expect(uidValue(out, 0x00080016)).toBe(CT);
    expect(uidValue(out, 0x0008001a)).toBe(CT);
    expect(uidValue(out, 0x00200052)).toBe('1.2.840.10008.1.4.1.1');
  });

  it('that vendors write into text attributes follow the map as well, names of their formats do not', () => {
    const engine = engineOf('private: { default: keep }');
    const old = '1.3.579.0.8.9920573.9.050.144969246932169616';
    const out = output(
      engine,
      ct({
        ...el(0x00990010, 'LO', 'ACME'),
        ...el(0x00991001, 'LO', old),
        ...el(0x00991002, 'UN', latin(old)),
        ...el(0x00200052, 'UI', old),
      }),
    );
    const mapped = uidValue(out, 0x00200052);
    expect(mapped).toMatch(/^2\.25\.\d+$/);
    expect(values(out, 0x00991001)).toEqual([mapped]);
    expect(
      Buffer.from(valueBytes(out, findRow(out.dataSet, 0x00991002)))
        .toString('latin1')
        .trim(),
    ).toContain(mapped);
  });

  it('and Patient IDs cannot be guessed without the key', () => {
    const [a, b] = [engineOf('builtin:ps3.15', 1), engineOf('builtin:ps3.15', 2)].map(engine => output(engine, ct({})));
    expect(uidValue(a!, 0x00080018)).not.toBe(uidValue(b!, 0x00080018));
    expect(values(a!, 0x00100020)).not.toEqual(values(b!, 0x00100020));
  });
});

describe('overlays and curves', () => {
  it('go with label, text and geometry', () => {
    const out = output(
      basic,
      ct({
        0x50000005: LE.el(0x50000005, 'US', LE.u16(1)),
        0x50002500: LE.el(0x50002500, 'LO', 'Quillfeather'),
        0x60000010: LE.el(0x60000010, 'US', LE.u16(1)),
        0x60001500: LE.el(0x60001500, 'LO', 'Quillfeather'),
        0x60003000: LE.el(0x60003000, 'OW', Uint8Array.of(1, 0)),
        0x601e4000: LE.el(0x601e4000, 'LT', 'Quillfeather'),
      }),
    );
    const groups = [...out.dataSet.tag.subarray(0, out.dataSet.count)].map(tag => tag >>> 16);
    expect(groups.filter(group => group >= 0x5000 && group < 0x7fe0)).toEqual([]);
  });
});

describe('overlays under a rule that asks for a dummy', () => {
  it('stay without a dot and lose label and comments', () => {
    const out = output(
      engineOf("unlisted: { text: clean }\nrules:\n  - { tag: '(60xx,3000)', action: dummy }"),
      ct({
        0x60000010: LE.el(0x60000010, 'US', LE.u16(4)),
        0x60000022: LE.el(0x60000022, 'LO', 'Object graphics of Quillfeather'),
        0x60001500: LE.el(0x60001500, 'LO', 'overlayquillfeather'),
        0x60003000: LE.el(0x60003000, 'OW', Uint8Array.of(1, 255)),
        0x60004000: LE.el(0x60004000, 'LT', 'Quillfeather'),
      }),
    );
    expect([...valueBytes(out, findRow(out.dataSet, 0x60003000))]).toEqual([0, 0]);
    expect(has(out, 0x60000010)).toBe(true);
    expect(has(out, 0x60001500) || has(out, 0x60004000)).toBe(false);
    expect(values(out, 0x60000022).join('')).not.toContain('Quillfeather');
  });
});

describe('claims', () => {
  const codes = (file: DicomFile): string[] =>
    itemRows(file.dataSet, 0x00120064).map(item => stringValues(file, findRow(file.dataSet, 0x00080100, item))[0]!);

  it('are made for what was carried out only', () => {
    expect(codes(output(basic, ct({})))).toEqual(['113100']);
    // Pixels were not examined, so Clean Pixel Data is not claimed although the profile asks for it.
    const asked = engineOf('options: [CleanPixelData, CleanDescriptors, RetainLongitudinalModifiedDates]');
    expect(codes(output(asked, ct({})))).toEqual(['113100', '113105', '113107']);
    expect(codes(output(engineOf('options: [RetainUIDs]'), ct({})))).toEqual(['113100', '113110']);
    // A rule that maps UIDs all the same makes the claim untrue.
    const rule = 'options: [RetainUIDs]\nrules: [{ tag: StudyInstanceUID, action: uid }]';
    expect(codes(output(engineOf(rule), ct({})))).toEqual(['113100']);
  });

  it('say how dates were treated, and never turn Burned In Annotation to NO by themselves', () => {
    const bytes = ct(el(0x00280301, 'CS', 'YES'));
    expect(values(output(basic, bytes), 0x00280303)).toEqual(['REMOVED']);
    expect(values(output(basic, bytes), 0x00280301)).toEqual(['YES']);
    expect(values(output(shifting, bytes), 0x00280303)).toEqual(['MODIFIED']);
    const full = engineOf('options: [RetainLongitudinalFullDates]');
    expect(values(output(full, bytes), 0x00280303)).toEqual(['UNMODIFIED']);
  });

  it('are added to what an earlier de-identification claimed, but free text about it goes', () => {
    const item = (code: string) =>
      LE.item(join(LE.el(0x00080100, 'SH', code), LE.el(0x00080102, 'SH', 'DCM'), LE.el(0x00080104, 'LO', 'x')));
    const out = output(
      basic,
      ct({
        ...el(0x00120063, 'LO', 'done by Dr. Ostrander\\Per DICOM PS 3.15 AnnexE. Details in 0012,0064'),
        0x00120064: LE.sq(0x00120064, [item('113101'), item('113110')]),
      }),
    );
    expect(codes(out)).toEqual(['113101', '113110', '113100']);
    expect(values(out, 0x00120063).join(' ')).not.toContain('Ostrander');
    expect(values(out, 0x00120063)[0]).toBe('Per DICOM PS 3.15 AnnexE. Details in 0012,0064');
    for (const method of values(out, 0x00120063)) expect(method.length).toBeLessThanOrEqual(64);
  });

  it('are not made under a profile without the table', () => {
    expect(has(output(engineOf('builtin:keep-all'), ct({})), 0x00120062)).toBe(false);
  });
});

describe('quarantine', () => {
  const code = (engine: ReturnType<typeof engineOf>, bytes: Uint8Array): string => {
    const { outcome } = run(engine, bytes);
    return outcome.status === 'quarantined' ? outcome.code : 'written';
  };

  it('takes files whose structure is lost', () => {
    const whole = ct({});
    expect(code(basic, whole.subarray(0, whole.length - 2))).toBe('value-past-end');
  });

  it('takes burned-in annotations only where the profile demands clean pixels and nobody cleaned them', () => {
    const bytes = ct(el(0x00280301, 'CS', 'YES'));
    expect(code(engineOf('options: [CleanPixelData]'), bytes)).toBe('burned-in-annotation');
    expect(code(basic, bytes)).toBe('written');
    const file = openDicom(memorySource(bytes));
    const engine = engineOf('options: [CleanPixelData]');
    const outcome = engine.deidentify(file, {
      patient: { patientId: 'MRN4481907', harvest: { id: '', facts: [] } },
      pixels: { examined: true },
    });
    if (outcome.status !== 'written') throw new Error(outcome.code);
    const out = openDicom(memorySource(assemble(file.source, outcome.parts)));
    expect(values(out, 0x00280301)).toEqual(['NO']);
  });

  it('takes what the profile names, directories, and transfer syntaxes nobody knows', () => {
    const named = engineOf('files: { quarantine: [{ when: { Modality: CT } }] }');
    expect(code(named, ct({}))).toBe('profile-quarantine');
    expect(code(basic, ct({ 0x00041220: LE.sq(0x00041220, []) }))).toBe('dicomdir');
    expect(code(basic, ct({}, LE, '1.2.3.999.1'))).toBe('unknown-transfer-syntax');
  });
});

describe('character sets', () => {
  it('hold what is written: a cleaned text stays in the repertoire of the data set', () => {
    const engine = engineOf('options: [CleanDescriptors]');
    const out = output(
      engine,
      ct({
        ...el(0x00080005, 'CS', 'ISO_IR 100'),
        ...el(0x00081030, 'LO', latin('Schädel für Quillfeather')),
      }),
    );
    const row = findRow(out.dataSet, 0x00081030);
    const raw = Buffer.from(valueBytes(out, row)).toString('latin1');
    expect(raw).toContain('Schädel');
    expect(raw).not.toContain('Quillfeather');
  });
});

describe('private attributes', () => {
  const block = (w: Writer): Record<number, Uint8Array> => ({
    0x00e10010: w.el(0x00e10010, 'LO', 'ELSCINT1'),
    0x00e11021: w.el(0x00e11021, 'DS', '12.5'),
    0x00e11099: w.el(0x00e11099, 'LO', 'Quillfeather'),
  });

  it('go with their creators, also in items', () => {
    const out = output(
      basic,
      ct({ ...block(LE), 0x00081199: LE.sq(0x00081199, [LE.item(join(...Object.values(block(LE))))]) }),
    );
    expect([...out.dataSet.tag.subarray(0, out.dataSet.count)].filter(tag => (tag >>> 16) & 1)).toEqual([]);
  });

  it.each([
    ['explicit', LE, TS.explicit],
    ['implicit', IM, TS.implicit],
  ])('known to be safe stay under Retain Safe Private, with their creator (%s VR)', (_, w, syntax) => {
    const out = output(engineOf('options: [RetainSafePrivate]'), ct(block(w), w, syntax));
    const odd = [...out.dataSet.tag.subarray(0, out.dataSet.count)].filter(tag => (tag >>> 16) & 1);
    expect(odd).toEqual([0x00e10010, 0x00e11021]);
  });

  it('stay where a rule names creator and element, whatever the block', () => {
    const engine = engineOf(`rules: [{ tag: '(00E1,"ELSCINT1",99)', action: clean }]`);
    const out = output(engine, ct(block(LE)));
    const odd = [...out.dataSet.tag.subarray(0, out.dataSet.count)].filter(tag => (tag >>> 16) & 1);
    expect(odd).toEqual([0x00e10010, 0x00e11099]);
  });

  it('follow a knowledge base of the user', () => {
    const knowledgeBase =
      'element_sig_pattern,private_disposition\n"(00E1,""ELSCINT1"",99)",k\n"(00E1,""ELSCINT1"",21)",d';
    const engine = engineOf('options: [RetainSafePrivate]', 7, { knowledgeBase });
    const out = output(engine, ct(block(LE)));
    const odd = [...out.dataSet.tag.subarray(0, out.dataSet.count)].filter(tag => (tag >>> 16) & 1);
    expect(odd).toEqual([0x00e10010, 0x00e11099]);
    // Kept, but cleaned as text.
    expect(values(out, 0x00e11099).join('')).not.toContain('Quillfeather');
  });

  it('with binary contents are never written into; they go if they name the patient', () => {
    const engine = engineOf('private: { default: keep }');
    const csa = (text: string) =>
      ct({
        0x00290010: LE.el(0x00290010, 'LO', 'SIEMENS CSA HEADER'),
        0x00291010: LE.el(0x00291010, 'OB', latin(`SV10\0\0${text}\0\0`)),
      });
    expect(has(output(engine, csa('tesla data')), 0x00291010)).toBe(true);
    expect(has(output(engine, csa('Quillfeather')), 0x00291010)).toBe(false);
    expect(has(output(engine, csa([...'Quillfeather'].join('\0'))), 0x00291010)).toBe(false);
    const withUid = ct({
      ...el(0x0020000d, 'UI', '1.2.333.4444.5555'),
      0x00290010: LE.el(0x00290010, 'LO', 'SIEMENS CSA HEADER'),
      0x00291010: LE.el(0x00291010, 'OB', latin('SV10\0\0uid 1.2.333.4444.5555\0')),
    });
    expect(has(output(engine, withUid), 0x00291010)).toBe(false);
  });

  it('without a creator are never safe', () => {
    const out = output(engineOf('options: [RetainSafePrivate]'), ct(el(0x00e11021, 'DS', '12.5')));
    expect(has(out, 0x00e11021)).toBe(false);
  });
});

describe('rules of a profile', () => {
  it('add, replace, pseudonymise and rewrite values, in the place named only', () => {
    const engine = engineOf(`
rules:
  - { tag: ClinicalTrialProtocolID, action: add, value: LUNG-2 }
  - { tag: SeriesDescription, when: { Modality: CT }, action: replace, value: "{Modality} series" }
  - { tag: ProtocolName, when: { Modality: MR }, action: keep }
  - { tag: AccessionNumber, action: pseudonym, format: "A{hash:6}" }
  - { tag: ImageComments, action: pattern, match: "[0-9]+", with: "#" }
  - { tag: "ReferencedInstanceSequence/InstitutionName", action: keep }`);
    const out = output(
      engine,
      ct({
        ...el(0x0008103e, 'LO', 'Quillfeather'),
        ...el(0x00181030, 'LO', 'Quillfeather'),
        ...el(0x00080050, 'SH', 'ACC1'),
        ...el(0x00204000, 'LT', 'slice 12 of 99'),
        ...el(0x00080080, 'LO', 'Wyndhurst'),
        0x0008114a: LE.sq(0x0008114a, [LE.item(LE.el(0x00080080, 'LO', 'Kept Institute'))]),
      }),
    );
    expect(values(out, 0x00120020)).toEqual(['LUNG-2']);
    expect(values(out, 0x0008103e)).toEqual(['CT series']);
    expect(has(out, 0x00181030)).toBe(false);
    expect(values(out, 0x00080050)[0]).toMatch(/^A[0-9A-Z]{6}$/);
    expect(values(out, 0x00204000)).toEqual(['slice # of #']);
    expect(has(out, 0x00080080)).toBe(false);
    expect(values(out, 0x00080080, itemRows(out.dataSet, 0x0008114a)[0])).toEqual(['Kept Institute']);
    // A kept listed attribute is a deviation, and the file says so.
    expect(values(out, 0x00120063).join(' ')).toContain('1 listed attributes kept by rules');
  });

  it('keep everything under builtin:keep-all, byte for byte in the data set', () => {
    const bytes = ct({
      ...el(0x00990010, 'LO', 'ACME'),
      ...el(0x00991001, 'LO', 'x '),
      ...el(0x00080080, 'LO', 'Wyndhurst'),
    });
    const before = openDicom(memorySource(bytes));
    const after = output(engineOf('builtin:keep-all'), bytes);
    const dataSet = (file: DicomFile) =>
      Buffer.from(file.source.read(file.dataSetStart, file.source.size)).toString('hex');
    expect(dataSet(after)).toBe(dataSet(before));
  });
});

describe('elements in odd places', () => {
  it('twice in a data set are both handled', () => {
    const twice = join(LE.el(0x00100010, 'PN', 'First^One'), LE.el(0x00100010, 'PN', 'Second^Two'));
    const out = output(basic, ct({ 0x00100010: twice }));
    const text = Buffer.from(out.source.read(0, out.source.size)).toString('latin1');
    expect(text).not.toMatch(/First|Second/);
  });

  it('of unlisted person names and dates go by their VR; unlisted references follow the map', () => {
    const out = output(
      basic,
      ct({
        ...el(0x00140104, 'PN', 'Reviewer^Second'),
        ...el(0x00189701, 'DT', '20200101'),
        ...el(0x00209312, 'UI', '1.2.3.4'),
      }),
    );
    const text = Buffer.from(out.source.read(0, out.source.size)).toString('latin1');
    expect(text).not.toMatch(/Reviewer|20200101/);
    expect(uidValue(out, 0x00209312)).toBe(uidValue(out, 0x00080018));
  });

  it('of command groups, wrong odd groups, group lengths and unknown tags go', () => {
    const out = output(
      basic,
      ct({
        ...el(0x00080000, 'UL', LE.u32(4)),
        ...el(0x00030010, 'LO', 'odd'),
        ...el(0x00185555, 'LO', 'unknown'),
      }),
    );
    for (const tag of [0x00080000, 0x00030010, 0x00185555]) expect(has(out, tag)).toBe(false);
  });
});

describe('structured reports', () => {
  const code = (value: string, meaning: string, scheme = 'DCM') =>
    LE.item(join(LE.el(0x00080100, 'SH', value), LE.el(0x00080102, 'SH', scheme), LE.el(0x00080104, 'LO', meaning)));
  const textItem = (name: Uint8Array, text: string) =>
    LE.item(join(LE.el(0x0040a040, 'CS', 'TEXT'), LE.sq(0x0040a043, [name]), LE.el(0x0040a160, 'UT', text)));
  const report = (...items: Uint8Array[]) =>
    ct({ ...el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.88.33'), 0x0040a730: LE.sq(0x0040a730, items) });
  const numItem = LE.item(
    join(
      LE.el(0x0040a040, 'CS', 'NUM'),
      LE.sq(0x0040a043, [code('113845', 'Exposure Index')]),
      LE.sq(0x0040a300, [LE.item(LE.el(0x0040a30a, 'DS', '12'))]),
    ),
  );

  it('keep numbers but no text under the basic profile', () => {
    const out = output(basic, report(textItem(code('121071', 'Finding'), 'Quillfeather'), numItem));
    const items = itemRows(out.dataSet, 0x0040a730);
    expect(items).toHaveLength(2);
    expect(values(out, 0x0040a160, items[0])).toEqual(['REMOVED']);
  });

  it('lose items whose concept the table removes, under old codes too, and keep cleaned text', () => {
    const engine = engineOf('options: [CleanStructuredContent, CleanDescriptors]');
    const out = output(
      engine,
      report(
        textItem(code('121022', 'Accession Number'), 'ACC1'),
        textItem(code('X-1', 'Accession Number', '99SDM'), 'ACC2'),
        textItem(code('121071', 'Finding'), 'No lesion for Quillfeather'),
      ),
    );
    const items = itemRows(out.dataSet, 0x0040a730);
    expect(items).toHaveLength(1);
    const text = values(out, 0x0040a160, items[0]).join('');
    expect(text).toContain('No lesion');
    expect(text).not.toContain('Quillfeather');
  });
});

describe('encapsulated documents', () => {
  it('become an empty document of the same kind with its length', () => {
    const out = output(
      basic,
      ct({
        ...el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.104.1'),
        ...el(0x00420011, 'OB', latin('%PDF-1.4 Quillfeather')),
        ...el(0x00420012, 'LO', 'application/pdf'),
        ...el(0x00420015, 'UL', LE.u32(21)),
      }),
    );
    const document = Buffer.from(valueBytes(out, findRow(out.dataSet, 0x00420011))).toString('latin1');
    expect(document).toMatch(/^%PDF-1\.4[^]*%%EOF\n+$/);
    expect(document).not.toContain('Quillfeather');
    expect(stringValues(out, findRow(out.dataSet, 0x00420015))).toEqual([String(document.length)]);
  });
});

describe('file names', () => {
  it('are made of pseudonyms, and differ for different instances', () => {
    const paths = ['1.2.3.4', '1.2.3.5'].map(uid => {
      const { outcome } = run(basic, ct(el(0x00080018, 'UI', uid)));
      return outcome.status === 'written' ? outcome.path : '';
    });
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) expect(path).toMatch(/^[0-9A-Z]{10}\/2\.25\.\d+\/2\.25\.\d+\/2\.25\.\d+\.dcm$/);
  });
});

describe('the texts to be cleaned', () => {
  it('are given for a first sweep, those of kept items and private blocks included', () => {
    const engine = engineOf('options: [CleanDescriptors]\nprivate: { default: keep }');
    const bytes = ct({
      ...el(0x00081030, 'LO', 'study'),
      ...el(0x00100021, 'LO', 'issuer'),
      0x00081199: LE.sq(0x00081199, [LE.item(LE.el(0x0008103e, 'LO', 'series'))]),
      0x00990010: LE.el(0x00990010, 'LO', 'ACME'),
      0x00991001: LE.el(0x00991001, 'LO', 'private'),
    });
    const texts = engine.texts(openDicom(memorySource(bytes)));
    expect(texts.map(t => t.text)).toEqual(['study', 'series', 'private']);
  });
});

describe('the audit', () => {
  it('names every element that was touched, with its reason, and holds no value', () => {
    const { outcome } = run(basic, ct({ ...el(0x00080090, 'PN', 'Ostrander'), ...el(0x00080070, 'LO', 'ACME') }), true);
    if (outcome.status !== 'written') throw new Error(outcome.code);
    const byPath = new Map(outcome.audit.map(entry => [entry.path, entry]));
    expect(byPath.get('(0008,0090)')).toMatchObject({ action: 'emptied', reason: 'table Z' });
    expect(byPath.get('(0008,0070)')).toMatchObject({ action: 'kept' });
    expect(byPath.get('(0010,0020)')?.reason).toContain('Type 2');
    expect(JSON.stringify(outcome.audit)).not.toMatch(/Ostrander|ACME|MRN4481907/);
  });
});
