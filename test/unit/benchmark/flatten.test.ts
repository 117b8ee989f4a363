import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TagTable } from '../../../src/benchmark/flatten/tagTable';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { LE, part10, TS } from '../../support/dicomWriter';
import { hasShared, jsonLines, SHARED } from './support/shared';

interface Flattened {
  readonly path: string;
  readonly table?: readonly (readonly [string, string | null])[];
}

const INDEX_COLUMNS = new Set([
  'file_name',
  'file_path',
  'file_digest',
  'modality',
  'class',
  'patient',
  'study',
  'series',
  'instance',
]);

describe.skipIf(!hasShared)('flattened table', () => {
  it('agrees with pydicom 2.2.1 on every path and value of the public files', () => {
    const files = jsonLines<Flattened>('benchmark/flattened/dicom_pydicom221.jsonl.gz').filter(line => line.table);
    expect(files.length).toBeGreaterThan(250);
    const wrong: string[] = [];
    let rows = 0;
    for (const { path, table } of files) {
      const file = join(SHARED, 'dicom', path);
      if (!existsSync(file)) continue;
      const flat = new TagTable(openDicom(memorySource(readFileSync(file))));
      const expected = new Map((table ?? []).filter(([key]) => !INDEX_COLUMNS.has(key)));
      rows += expected.size;
      for (const [key, value] of expected) {
        const ours = shortened(flat.value(key), value);
        if (ours !== value) wrong.push(`${path} ${key}\n   want ${clip(value)}\n   have ${clip(ours)}`);
      }
      for (const key of flat.paths()) if (!expected.has(key)) wrong.push(`${path} ${key} is not in the table`);
    }
    expect(rows).toBeGreaterThan(50_000);
    expect(wrong).toEqual([]);
  });
});

/** Values of more than 4,000 characters are kept as a digest and a length. */
function shortened(ours: string | undefined, expected: string | null): string | undefined {
  if (ours === undefined || !expected?.startsWith('sha1:')) return ours;
  return `sha1:${createHash('sha1').update(ours).digest('hex')}:${[...ours].length}`;
}

function clip(text: string | null | undefined): string {
  return text === null || text === undefined ? String(text) : JSON.stringify(text.slice(0, 1500));
}

describe('values of a file that is read in ranges', () => {
  it('survive a source that uses its memory again', () => {
    const bytes = part10(TS.explicit, [
      LE.el(0x00080005, 'CS', 'ISO_IR 192'),
      LE.el(0x00080060, 'CS', 'MR'),
      LE.el(0x00104000, 'LT', 'a comment of some length'),
    ]);
    const room = new Uint8Array(bytes.length);
    const reused = {
      size: bytes.length,
      read: (offset: number, length: number) => {
        room.fill(0x21);
        const end = Math.min(bytes.length, offset + length);
        room.set(bytes.subarray(offset, end));
        return room.subarray(0, end - offset);
      },
    };
    const flat = new TagTable(openDicom(reused));
    expect(['<(0010,4000)>', '<(0008,0060)>', '<(0008,0005)>'].map(path => flat.value(path))).toEqual([
      '<a comment of some length>',
      '<MR>',
      '<ISO_IR 192>',
    ]);
  });
});
