import { memorySource } from '../../src/dicom/byteSource';
import type { Edit } from '../../src/dicom/edits';
import { insertionPoint } from '../../src/dicom/makeEdit';
import { openDicom } from '../../src/dicom/openFile';
import { splice } from '../../src/dicom/splice';
import { assemble } from './dicomOutline';
import { BE, IM, LE, join, latin, zeros } from './dicomWriter';

/** What must be nowhere in an output, in lower case; every one of them is made up. */
export const PLANTED = {
  accession: 'accq7731x',
  institution: 'wyndhurst',
  address: 'gatherglen',
  referring: 'ostrander',
  physician: 'vandervoort',
  operator: 'thistlewood',
  familyName: 'quillfeather',
  givenName: 'zebulon',
  patientId: 'mrn4481907',
  birthDate: '19531107',
  otherId: 'oldid-559218',
  patientAddress: 'larkmoor',
  phone: '5550142-887',
  dateTime: '20010809',
  studyUid: '1.3.999.5551212.1',
  unlistedUid: '1.3.999.5551212.2',
  creatorUid: '1.3.999.5551212.3',
  nestedName: 'nestorwell',
  nestedTwice: 'brackenfell',
  nestedDateTime: '20010811',
  privateName: 'hollowayprivate',
  privateSequence: 'deepwell',
  overlayLabel: 'overlayquillfeather',
  curveLabel: 'curvelabelwell',
  birthNameInUn: 'unnamewell',
  applicationEntity: 'aewyndhurst',
  preamble: 'preamblesecret',
  trailing: 'trailingsecret',
  duplicate: 'duplicatewell',
} as const;

/**
 * The file with identifiers at every kind of place: top level (twice where the file has the attribute already), items of
 * listed, unlisted and private sequences, private and repeating groups, UN, file meta, preamble, behind the data set.
 */
export function plantIdentifiers(bytes: Uint8Array): Uint8Array {
  const file = openDicom(memorySource(bytes));
  const w = file.encoding.implicit ? IM : file.encoding.bigEndian ? BE : LE;
  const insert = new Map<number, Uint8Array[]>();
  const put = (tag: number, element: Uint8Array): void => void insert.set(tag, [...(insert.get(tag) ?? []), element]);
  const text = (tag: number, vr: string, value: string): void => put(tag, w.el(tag, vr, value));
  text(0x00080014, 'UI', PLANTED.creatorUid);
  text(0x0008002a, 'DT', '20010809123456.000000-0500');
  text(0x00080050, 'SH', 'ACCQ7731X');
  text(0x00080080, 'LO', 'Wyndhurst Infirmary');
  text(0x00080081, 'ST', '17 Gatherglen Road');
  text(0x00080090, 'PN', 'Ostrander^Philippa');
  text(0x00081030, 'LO', 'MR brain for Quillfeather');
  text(0x00081048, 'PN', 'Vandervoort^Casimir');
  text(0x00081070, 'PN', 'Thistlewood^Ambrose');
  const inner = w.sq(0x0040a170, [w.item(w.el(0x00080081, 'ST', 'Brackenfell Lane'))]);
  put(0x00089215, w.sq(0x00089215, [w.item(join(w.el(0x00100010, 'PN', 'Nestorwell^Iphigenia'), inner))], true));
  text(0x00100010, 'PN', 'Quillfeather^Zebulon');
  text(0x00100010, 'PN', 'Duplicatewell^Eustace');
  text(0x00100020, 'LO', 'MRN4481907');
  text(0x00100030, 'DA', '19531107');
  text(0x00101000, 'LO', 'OLDID-559218');
  put(0x00101005, w.el(0x00101005, 'UN', latin('Unnamewell^Hortense ')));
  text(0x00101040, 'LO', '9 Larkmoor Crescent');
  text(0x00102154, 'SH', '5550142-887');
  text(0x00104000, 'LT', 'Quillfeather came from Wyndhurst Infirmary');
  put(0x0018a001, w.sq(0x0018a001, [w.item(w.el(0x0018a002, 'DT', '20010811101112'))]));
  text(0x0020000d, 'UI', PLANTED.studyUid);
  text(0x00204000, 'LT', 'MRN4481907 seen');
  text(0x00209312, 'UI', PLANTED.unlistedUid);
  text(0x00990010, 'LO', 'ACME INTERNAL 7');
  text(0x00991001, 'LO', 'scan of Quillfeather');
  text(0x00991002, 'PN', 'Hollowayprivate^Zebulon');
  put(0x00991003, w.sq(0x00991003, [w.item(w.el(0x00100010, 'PN', 'Deepwell^Ignatius'))]));
  text(0x50002500, 'LO', 'Curvelabelwell');
  put(0x60000010, w.el(0x60000010, 'US', w.u16(1)));
  text(0x60001500, 'LO', 'overlayquillfeather');
  text(0x60004000, 'LT', 'Wyndhurst overlay');
  const edits: Edit[] = [...insert]
    .sort(([a], [b]) => a - b)
    .map(([tag, elements]) => {
      const at = insertionPoint(file, -1, tag);
      return { start: at, end: at, bytes: join(...elements), parent: -1 };
    })
    .sort((a, b) => a.start - b.start);
  const end = file.dataSource.size;
  const padding = w.el(0xfffcfffc, 'OB', latin('trailingsecret!!'));
  edits.push({ start: file.dataSetEnd, end, bytes: padding, parent: -1 });
  const body = join(
    LE.el(0x00020001, 'OB', Uint8Array.of(0, 1)),
    LE.el(0x00020003, 'UI', PLANTED.studyUid),
    LE.el(0x00020010, 'UI', file.encoding.uid),
    LE.el(0x00020016, 'AE', 'AEWYNDHURST'),
  );
  const preamble = zeros(128);
  preamble.set(latin('PREAMBLESECRET'));
  return assemble(
    file.dataSource,
    splice(file, edits, { meta: join(LE.el(0x00020000, 'UL', LE.u32(body.length)), body), preamble }),
  );
}

/** Which planted identifiers are somewhere in the bytes, as 8-bit text or UTF-16, in any case. */
export function findPlanted(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase();
  return Object.entries(PLANTED)
    .filter(([, token]) => text.includes(token) || text.includes([...token].join('\0')))
    .map(([name]) => name);
}
