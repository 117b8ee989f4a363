import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedSource } from '../../../../src/benchmark/synthesis/embedded/source';
import { memorySource } from '../../../../src/dicom/byteSource';
import { openDicom } from '../../../../src/dicom/openFile';
import { findRow } from '../../../../src/dicom/rows';
import { textValue, uidValue } from '../../../../src/dicom/values';

const instances = embeddedSource().map(instance => ({ path: instance.path, bytes: instance.build() }));
const files = instances.map(instance => openDicom(memorySource(instance.bytes)));
const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded source', () => {
  it('has instances of ten kinds in forty to sixty files', () => {
    const modalities = files.map(file => textValue(file, findRow(file.dataSet, 0x00080060)));
    expect([...new Set(modalities)].sort()).toEqual([
      'CR',
      'CT',
      'DX',
      'MG',
      'MR',
      'PT',
      'RTSTRUCT',
      'SEG',
      'SR',
      'US',
    ]);
    expect(files.length).toBeGreaterThanOrEqual(40);
    expect(files.length).toBeLessThanOrEqual(60);
  });

  it('reads without a single problem, every instance with a UID of its own', () => {
    expect(files.flatMap(file => file.problems)).toEqual([]);
    expect(new Set(files.map(file => uidValue(file, 0x00080018))).size).toBe(files.length);
  });

  it('is the same every time it is built', () => {
    const again = embeddedSource();
    for (const at of [0, 20, instances.length - 1]) {
      expect(Buffer.compare(again[at].build(), instances[at].bytes)).toBe(0);
    }
  });

  it.skipIf(!existsSync('/usr/bin/dciodvfy'))('has no error by dciodvfy', () => {
    // One instance of each series: the others of a series are built by the same code.
    const firsts = instances.filter(instance => instance.path.endsWith('0001.dcm'));
    const errors = firsts.flatMap(({ path, bytes }, i) => {
      const file = join(folder, `${i}.dcm`);
      writeFileSync(file, bytes);
      const { stderr } = spawnSync('/usr/bin/dciodvfy', ['-new', file], { encoding: 'latin1' });
      return stderr
        .split('\n')
        .filter(line => line.startsWith('Error'))
        .map(line => `${path}: ${line}`);
    });
    expect(errors).toEqual([]);
  });
});
