import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IM, LE, TS, UNDEFINED, join, latin, part10, zeros } from '../../support/dicomWriter';
import { edgeNames, edges } from '../../support/dicomEdges';
import { damages, inconsistency, open, outline } from '../../support/dicomOutline';
import { dicomJson } from '../../../src/dicom/dicomJson';
import { describeRow } from '../../../src/dicom/describe';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { NotDicomError, openDicom } from '../../../src/dicom/openFile';
import { tagPath } from '../../../src/dicom/tagPath';

/** Opens bytes and touches everything; the only error allowed is that they are not DICOM. */
function survive(bytes: Uint8Array): DicomFile | undefined {
  let read = 0;
  try {
    const file = openDicom({
      size: bytes.length,
      read(offset, length) {
        const view = bytes.subarray(offset, offset + length);
        read += view.length;
        return view;
      },
    });
    expect(inconsistency(file)).toBe('');
    // Every row costs at least a header of the file: claims cannot make the table grow.
    expect(file.dataSet.count).toBeLessThanOrEqual(file.dataSource.size / 8);
    expect(file.dataSet.tag.length).toBeLessThanOrEqual(Math.max(256, file.dataSource.size / 4));
    expect(read).toBeLessThan(2_000_000);
    for (let row = 0; row < file.dataSet.count; row++) {
      describeRow(file, row);
      tagPath(file, row);
    }
    JSON.parse([...dicomJson(file)].join(''));
    return file;
  } catch (error) {
    if (error instanceof NotDicomError) return undefined;
    throw error;
  }
}

describe('bytes that were changed', () => {
  test.each(edgeNames.filter(name => edges[name].length < 5000))('%s with random bytes replaced', name => {
    const change = fc.tuple(
      fc.nat(edges[name].length - 1),
      fc.constantFrom(0, 1, 8, 0x20, 0x53, 0x7f, 0xfe, 0xff, 0xe0, 0xdd),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), changes => {
        const bytes = edges[name].slice();
        for (const [at, value] of changes) bytes[at] = value;
        survive(bytes);
      }),
      { numRuns: 25 },
    );
  });

  test('every length field set to 0xFFFFFFFF, 4 GB and 64 KB', () => {
    for (const name of [
      'afterPixelData',
      'unUndefinedImplicit',
      'implicitPrivateSequence',
      'iconEncapsulated',
    ] as const) {
      const file = open(edges[name]);
      for (let row = 0; row < file.dataSet.count; row++)
        for (const length of [
          [0xff, 0xff, 0xff, 0xff],
          [0xfe, 0xff, 0xff, 0xff],
          [0, 0, 1, 0],
        ]) {
          const bytes = edges[name].slice();
          bytes.set(length, file.dataSet.valueStart[row] - 4);
          survive(bytes);
        }
    }
  });

  test('random bytes after the prefix', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        survive(join(zeros(128), latin('DICM'), bytes));
        survive(part10(TS.deflated, [bytes]));
        survive(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe('bytes that end early', () => {
  test.each([
    'afterPixelData',
    'unUndefinedImplicit',
    'bigEndian',
    'implicitPrivateSequence',
    'iconEncapsulated',
  ] as const)('%s cut at every byte has a prefix of its rows', name => {
    const whole = open(edges[name]);
    const top = outline(whole);
    for (let length = 0; length < edges[name].length; length++) {
      const file = survive(edges[name].slice(0, length));
      if (file === undefined || length < whole.dataSetStart + 40) continue;
      const rows = outline(file);
      expect(rows.slice(0, -1)).toEqual(top.slice(0, Math.max(0, rows.length - 1)));
      if (!whole.dataSet.end.subarray(0, whole.dataSet.count).includes(length)) expect(file.problems).not.toEqual([]);
    }
  });

  test('a deflated stream cut short is damage, and what was inflated is there', () => {
    const whole = edges.deflatedNonZeroPreamble;
    const file = open(whole.subarray(0, whole.length - 12));
    expect(damages(file)).toContain('deflate-damaged');
  });
});

describe('bytes made to hurt', () => {
  test('a thousand nested sequences of every form', () => {
    let defined = LE.el(0x00400007, 'LO', 'x');
    let implicit = IM.el(0x00400007, 'LO', 'x');
    let un = IM.el(0x00400007, 'LO', 'x');
    for (let i = 0; i < 1000; i++) {
      defined = LE.sq(0x00400275, [LE.item(defined)]);
      implicit = IM.sq(0x00091001, [IM.item(implicit)]);
      un = LE.sq(0x00400275, [LE.item(un)], false, 'UN');
    }
    const start = LE.el(0x00080018, 'UI', '1.2.3');
    for (const nested of [defined, un]) survive(part10(TS.explicit, [start, nested]));
    survive(part10(TS.implicit, [IM.el(0x00080018, 'UI', '1.2.3'), implicit]));
    const opened = join(LE.head(0x00400275, 'SQ', UNDEFINED), LE.tag(0xfffee000), LE.u32(UNDEFINED));
    survive(part10(TS.explicit, [start, ...Array.from({ length: 1000 }, () => opened)]));
  });

  test('opaque values that begin like items are read once, not once per level', () => {
    // Each level ends in a byte that makes the attempt fail; work must not double per level.
    let inner: Uint8Array = latin('????????');
    for (let i = 0; i < 60; i++) inner = LE.el(0x00091001, 'UN', join(LE.item(inner), latin('zz')));
    const file = survive(part10(TS.explicit, [LE.el(0x00080018, 'UI', '1.2.3'), inner]));
    expect(file?.dataSet.count).toBe(2);
  });

  test('a million empty items cost memory in proportion to their bytes', () => {
    const items = new Uint8Array(8 * 200_000);
    const view = new DataView(items.buffer);
    for (let at = 0; at < items.length; at += 8) view.setUint32(at, 0xe000fffe, true);
    const file = open(part10(TS.explicit, [join(LE.head(0x00400275, 'SQ', items.length), items)]));
    expect(file.dataSet.count).toBe(200_001);
    expect(damages(file)).toEqual([]);
  });

  test('text, images and archives are not DICOM', () => {
    for (const bytes of [
      new Uint8Array(0),
      latin('hello, this is a plain text file with some words in it\n'.repeat(10)),
      latin('<!DOCTYPE html><html><head><title>x</title></head></html>'),
      latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'),
      latin('PK\x03\x04\x14\0\0\0\x08\0'),
      latin('{"name": "deidbench", "version": "0.1.0"}'),
      zeros(1000),
    ])
      expect(() => open(bytes)).toThrow(NotDicomError);
  });
});
