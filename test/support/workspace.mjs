/** The folder that tests open in VS Code: small files of every kind the viewer has to cope with, all made here. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dicomFile, element } from './dicomBytes.mjs';

const shared = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../shared/dicom');

/** Files of the sample folder that are copied in when it is there: [name there, name here]. */
const SAMPLES = [['MR_jpg1.dcm', 'sample-jpeg.dcm']];

function patient({
  name = 'Doe^Jane',
  id = 'P-0001',
  study = '1.2.3.10',
  series = '1.2.3.20',
  instance = '1.2.3.30',
} = {}) {
  return {
    before: [
      element(0x00080005, 'CS', 'ISO_IR 192'),
      element(0x00080008, 'CS', 'ORIGINAL\\PRIMARY\\AXIAL'),
      element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      element(0x00080018, 'UI', instance),
      element(0x00080020, 'DA', '20240102'),
      element(0x00080060, 'CS', 'CT'),
      element(0x00081030, 'LO', 'Chest for Jane Doe'),
      element(0x00081140, 'SQ', [
        [element(0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.2'), element(0x00081155, 'UI', '1.2.3.99')],
        [element(0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.2'), element(0x00081155, 'UI', '1.2.3.98')],
      ]),
      element(0x00090010, 'LO', 'ACME 1.1'),
      element(0x00091001, 'LO', 'private text'),
      element(0x00100010, 'PN', name),
      element(0x00100020, 'LO', id),
      element(0x00100030, 'DA', '19700101'),
    ],
    after: [element(0x0020000d, 'UI', study), element(0x0020000e, 'UI', series), element(0x00200013, 'IS', '1')],
  };
}

function image(size) {
  const pixels = Buffer.alloc(size * size * 2);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) pixels.writeUInt16LE(Math.round(((x + y) / (2 * size)) * 1000), (y * size + x) * 2);
  return [
    element(0x00280002, 'US', 1),
    element(0x00280004, 'CS', 'MONOCHROME2'),
    element(0x00280010, 'US', size),
    element(0x00280011, 'US', size),
    element(0x00280100, 'US', 16),
    element(0x00280101, 'US', 16),
    element(0x00280102, 'US', 15),
    element(0x00280103, 'US', 0),
    element(0x00281050, 'DS', '500'),
    element(0x00281051, 'DS', '1000'),
    element(0x7fe00010, 'OW', pixels),
  ];
}

/** Values that try to be more than text: markup, control characters, bidirectional overrides, length. */
export const HOSTILE = [
  '<script>window.__hostile=1</script>',
  '<img src=x onerror="window.__hostile=1">',
  'abc\u0007\u001b[31mred\u0000end',
  'user\u202etxt.exe\u2066\u2069',
  '"}]});alert(1)//',
];

/** A profile of the workspace: the standard's, with one rule of its own. */
const PROFILE = `deid: 1
name: Site
extends: builtin:ps3.15
rules:
  - { tag: StudyDescription, action: keep, reason: "titles are checked by hand" }
`;

function hostile() {
  const { before, after } = patient();
  return [
    ...before,
    element(0x00102160, 'SH', HOSTILE[0]),
    element(0x00104000, 'LT', HOSTILE.join('\r\n')),
    ...after,
    element(0x00204000, 'LT', HOSTILE[1]),
    element(0x40001010, 'UT', 'x'.repeat(10_000_000)),
  ];
}

/** Writes what is in the folder anew and returns its path; the folder itself stays, for VS Code may be watching it. */
export function makeWorkspace(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, 'series'), { recursive: true });
  const write = (name, bytes) => writeFileSync(join(folder, name), bytes);
  const { before, after } = patient();
  const plain = dicomFile([...before, ...after, ...image(64)]);
  write('plain.dcm', plain);
  write('noextension', plain);
  const other = patient({ name: 'ANON', id: 'A-77' });
  write('after.dcm', dicomFile([...other.before.slice(0, 6), ...other.before.slice(7), ...other.after, ...image(64)]));
  write('hostile.dcm', dicomFile(hostile()));
  write('truncated.dcm', plain.subarray(0, plain.length - 3000));
  write('empty.dcm', Buffer.alloc(0));
  write('text.dcm', 'This is a text and no DICOM file.\n');
  write('site.deid.yaml', PROFILE);
  write('notes.txt', 'nothing to see\n');
  for (const n of [1, 2, 3]) {
    const one = patient({ instance: `1.2.3.4.${n}` });
    write(`series/IM${n}`, dicomFile([...one.before, ...one.after, ...image(16)], { instance: `1.2.3.4.${n}` }));
  }
  if (existsSync(shared))
    for (const [from, to] of SAMPLES)
      if (existsSync(join(shared, from))) copyFileSync(join(shared, from), join(folder, to));
  return folder;
}

/** Bytes of one of the workspace's files, for tests that need them. */
export function workspaceFile(folder, name) {
  return readFileSync(join(folder, name));
}
