import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileTree } from '../../../src/extension/views/fileTree';
import type { FoundFile } from '../../../src/extension/views/scanFolder';
import { scanFolder } from '../../../src/extension/views/scanFolder';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dicom-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = dicomFile([
  element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
  element(0x00080020, 'DA', '20240102'),
  element(0x00080060, 'CS', 'CT'),
  element(0x00100020, 'LO', 'P-1'),
  element(0x0020000d, 'UI', '1.2'),
  element(0x0020000e, 'UI', '1.3'),
  element(0x00200013, 'IS', '7'),
]);

describe('looking for DICOM files', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'deep', 'er', 'IM0001'), bytes);
    writeFileSync(join(folder, 'bare'), bytes.slice(132));
    writeFileSync(
      join(folder, 'readme.txt'),
      'This is a text that is longer than the preamble of a DICOM file. '.repeat(4),
    );
    writeFileSync(join(folder, 'empty.dcm'), '');
    writeFileSync(join(folder, 'node_modules', 'x.dcm'), bytes);
  });

  it('goes by content and not by name, and leaves out what packages brought', () => {
    const { files, complete } = scanFolder(folder);
    expect(complete).toBe(true);
    expect(files.map(file => file.path.slice(folder.length + 1)).sort()).toEqual([
      'bare',
      join('deep', 'er', 'IM0001'),
    ]);
  });

  it('reads what the list is grouped by', () => {
    const found = scanFolder(join(folder, 'deep')).files[0];
    expect(found).toMatchObject({ patient: 'P-1', study: '1.2', studyLabel: '20240102', series: '1.3', number: 7 });
  });

  it('stops at the limit and says so', () => {
    expect(scanFolder(folder, 1).complete).toBe(false);
  });

  it('takes a folder that cannot be read for an empty one', () => {
    expect(scanFolder(join(folder, 'nowhere'))).toEqual({ files: [], complete: true });
  });
});

describe('the tree of DICOM files', () => {
  const file = (path: string, more: Partial<FoundFile> = {}): FoundFile => ({
    path,
    patient: 'B',
    study: '1',
    studyLabel: '2024',
    series: '2',
    seriesLabel: 'CT',
    number: 0,
    ...more,
  });

  it('nests patient, study and series, with files in order of their numbers', () => {
    const tree = fileTree([
      file('x10', { number: 10 }),
      file('x2', { number: 2 }),
      file('y', { patient: 'A' }),
      file('z', { series: '3', seriesLabel: '' }),
    ]);
    expect(tree.map(node => (node.kind === 'group' ? node.label : node.path))).toEqual(['A', 'B']);
    const study = tree[1]?.kind === 'group' ? tree[1].children[0] : undefined;
    expect(study).toMatchObject({ level: 'study', label: '2024' });
    const series = study?.kind === 'group' ? study.children : [];
    expect(series.map(node => (node.kind === 'group' ? node.label : ''))).toEqual(['3', 'CT']);
    expect(series[1]).toMatchObject({ children: [{ path: 'x2' }, { path: 'x10' }] });
  });
});
