import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LE, TS, UNDEFINED, join as concat, part10, zeros } from '../../support/dicomWriter';
import { edges } from '../../support/dicomEdges';
import { assemble, hex, outline, values } from '../../support/dicomOutline';
import { memorySource } from '../../../src/dicom/byteSource';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import { openFileSource, readWhole } from '../../../src/dicom/fileSource.node';
import { replaceValue } from '../../../src/dicom/makeEdit';
import { openDicom } from '../../../src/dicom/openFile';
import { childRows, findRow } from '../../../src/dicom/rows';
import { splice } from '../../../src/dicom/splice';
import { OutputExistsError, writeParts } from '../../../src/dicom/writeParts.node';

const GIB = 2 ** 30;
const meta = buildFileMeta({
  sopClassUid: '1.2',
  sopInstanceUid: '1.2.3',
  transferSyntax: TS.explicit,
  implementationClassUid: '1.2.4',
});
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deidbench-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file of `size` bytes that starts with `head` and takes no room on disk. */
function sparse(name: string, head: Uint8Array, size: number, tail?: Uint8Array): string {
  const path = join(folder, name);
  const fd = openSync(path, 'w');
  writeSync(fd, head);
  ftruncateSync(fd, size);
  if (tail) writeSync(fd, tail, 0, tail.length, size - tail.length);
  closeSync(fd);
  return path;
}

describe('files larger than memory should be', () => {
  test('opening 2.5 GB reads its header only', () => {
    const size = 2.5 * GIB;
    const head = concat(part10(TS.explicit, [LE.el(0x00100010, 'PN', 'A^B')]), LE.head(0x7fe00010, 'OW', 0));
    head.set(LE.u32(size - head.length), head.length - 4);
    const source = openFileSource(sparse('big.dcm', head, size));
    const file = openDicom(source);
    expect(file.problems).toEqual([]);
    expect(values(file, 0x00100010)).toEqual(['A^B']);
    expect(file.dataSet.valueEnd[1]).toBe(size);
    expect(source.bytesRead).toBeLessThan(200_000);
    source.close();
  });

  test('fragments of encapsulated pixel data are stepped over', () => {
    const fragment = 64 << 20;
    const count = 35;
    const start = concat(
      part10(TS.jpeg, [LE.el(0x00100010, 'PN', 'A^B')]),
      LE.head(0x7fe00010, 'OB', UNDEFINED),
      LE.item(zeros(0)),
    );
    const path = join(folder, 'fragments.dcm');
    const fd = openSync(path, 'w');
    writeSync(fd, start);
    let at = start.length;
    for (let i = 0; i < count; i++) {
      writeSync(fd, concat(LE.tag(0xfffee000), LE.u32(fragment)), 0, 8, at);
      at += 8 + fragment;
    }
    writeSync(fd, concat(LE.sequenceEnd(), LE.el(0xfffcfffc, 'OB', zeros(4))), 0, 24, at);
    closeSync(fd);
    const source = openFileSource(path);
    const file = openDicom(source);
    expect(source.size).toBeGreaterThan(2 * GIB);
    expect(file.problems).toEqual([]);
    expect(childRows(file.dataSet, findRow(file.dataSet, 0x7fe00010))).toHaveLength(count + 1);
    expect(findRow(file.dataSet, 0xfffcfffc)).toBeGreaterThan(0);
    expect(source.bytesRead).toBeLessThan(500_000);
    source.close();
  });

  test('a file that claims 4 GB and has none of it is damage and costs nothing', () => {
    const path = join(folder, 'liar.dcm');
    writeFileSync(
      path,
      concat(part10(TS.explicit, [LE.el(0x00100010, 'PN', 'A')]), LE.head(0x7fe00010, 'OW', 0xfffffffe)),
    );
    const source = openFileSource(path);
    expect(openDicom(source).problems.map(p => p.code)).toEqual(['value-past-end']);
    expect(source.bytesRead).toBeLessThan(1000);
    source.close();
  });
});

describe('reading', () => {
  test('a file source reads ranges, cut at the end', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'abcdefgh');
    const source = openFileSource(path);
    expect(Buffer.from(source.read(2, 3)).toString()).toBe('cde');
    expect(Buffer.from(source.read(6, 100)).toString()).toBe('gh');
    expect(source.read(50, 4)).toHaveLength(0);
    source.close();
    source.close();
    expect(() => source.read(0, 1)).toThrow();
  });

  test('a whole file is read into a buffer that is large enough, else into a new one', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'abcdefgh');
    const buffer = new Uint8Array(100);
    expect(readWhole(path, buffer).buffer).toBe(buffer.buffer);
    expect(Buffer.from(readWhole(path, new Uint8Array(2))).toString()).toBe('abcdefgh');
  });

  test('a missing file is the error of the system', () => {
    expect(() => openFileSource(join(folder, 'none'))).toThrow(/ENOENT/);
  });
});

describe('writing', () => {
  const source = memorySource(edges.plain);
  const parts = splice(openDicom(source), [], { meta });

  test('gives what the parts say, from a file source as from memory', () => {
    const path = join(folder, 'in.dcm');
    const pixels = new Uint8Array(5 << 20).map((_, i) => i * 7);
    writeFileSync(path, part10(TS.explicit, [LE.el(0x00100010, 'PN', 'SECRET'), LE.el(0x7fe00010, 'OW', pixels)]));
    const input = openFileSource(path);
    const file = openDicom(input);
    const edited = splice(file, [replaceValue(file, 0, Buffer.from('N'))], { meta });
    const out = join(folder, 'deep/er/out.dcm');
    const written = writeParts(input, edited, out);
    const bytes = readFileSync(out);
    expect(written).toBe(bytes.length);
    expect(hex(bytes.subarray(-1000))).toBe(hex(pixels.subarray(-1000)));
    expect(bytes.equals(Buffer.from(assemble(input, edited)))).toBe(true);
    expect(values(openDicom(memorySource(bytes)), 0x00100010)).toEqual(['N']);
    input.close();
  });

  test('never replaces a file unless asked', () => {
    const out = join(folder, 'out.dcm');
    writeFileSync(out, 'mine');
    expect(() => writeParts(source, parts, out)).toThrow(OutputExistsError);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    writeParts(source, parts, out, { overwrite: true });
    expect(outline(openDicom(memorySource(readFileSync(out))))).toEqual(outline(openDicom(source)));
    expect(readdirSync(folder)).toEqual(['out.dcm']);
  });

  test('leaves nothing behind when the source fails half way', () => {
    const broken = { size: 1000, read: () => new Uint8Array(0) };
    const out = join(folder, 'out.dcm');
    expect(() => writeParts(broken, [{ kind: 'file', start: 0, end: 1000 }], out)).toThrow(/shorter/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('many small parts are written in order', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ kind: 'bytes' as const, bytes: Uint8Array.of(i, i >> 8) }));
    const out = join(folder, 'many');
    expect(writeParts(source, many, out)).toBe(6000);
    const bytes = readFileSync(out);
    expect(many.every((part, i) => bytes.readUInt16LE(i * 2) === part.bytes[0] + part.bytes[1] * 256)).toBe(true);
  });
});
