import { describe, expect, test } from 'vitest';
import { BE, LE, TS, latin, part10, zeros } from '../../support/dicomWriter';
import { edges } from '../../support/dicomEdges';
import { open } from '../../support/dicomOutline';
import { dicomJson } from '../../../src/dicom/dicomJson';
import { findByPath, formatTagPath, parseTagPath, tagPath } from '../../../src/dicom/tagPath';

const file = open(
  part10(TS.explicit, [
    LE.sq(0x00081140, [LE.item(zeros(0)), LE.item(LE.el(0x00081150, 'UI', '1.2'))]),
    LE.el(0x00290010, 'LO', ' Acme "1" '),
    LE.sq(0x00291010, [LE.item(LE.el(0x00100010, 'PN', 'X'))]),
    LE.el(0x00311001, 'LO', 'no creator'),
  ]),
);
const paths = Array.from({ length: file.dataSet.count }, (_, row) => tagPath(file, row));

describe('tag paths', () => {
  test('name every row of the file', () => {
    expect(paths).toEqual([
      '(0008,1140)',
      '(0008,1140)[<0>]',
      '(0008,1140)[<1>]',
      '(0008,1140)[<1>](0008,1150)',
      '(0029,0010)',
      '(0029,"Acme "1"",10)',
      '(0029,"Acme "1"",10)[<0>]',
      '(0029,"Acme "1"",10)[<0>](0010,0010)',
      '(0031,1001)',
    ]);
  });

  test('in the form of the benchmark have four digits and upper case', () => {
    expect(tagPath(file, 7, 'benchmark')).toBe('(0029,"ACME "1"",10)[<0000>](0010,0010)');
    expect(tagPath(file, 3, 'benchmark')).toBe('(0008,1140)[<0001>](0008,1150)');
  });

  test('lead back to their rows, in both forms', () => {
    paths.forEach((path, row) => {
      const steps = parseTagPath(path);
      expect(steps && formatTagPath(steps)).toBe(path);
      expect(steps && findByPath(file, steps)).toEqual([row]);
      const other = parseTagPath(tagPath(file, row, 'benchmark'));
      expect(other && findByPath(file, other)).toEqual([row]);
    });
  });

  test('without an item number stand for every item', () => {
    expect(findByPath(file, parseTagPath('(0008,1140)(0008,1150)') ?? [])).toEqual([3]);
  });

  test('that are none are refused', () => {
    for (const text of ['', 'PatientName', '(0010,0010', '(0010,0010)x', '(001,0010)', '[<0>]'])
      expect(parseTagPath(text)).toBeUndefined();
  });

  test('number the fragments of encapsulated pixel data', () => {
    const jpeg = open(edges.extendedOffsetTable);
    expect(tagPath(jpeg, jpeg.dataSet.count - 1)).toBe('(7fe0,0010)[<1>]');
  });
});

describe('DICOM JSON', () => {
  const json = (f: ReturnType<typeof open>, options = {}) =>
    JSON.parse([...dicomJson(f, options)].join('')) as Record<string, unknown>;

  test('gives sequences, names, numbers and empty values as PS3.18 F has them', () => {
    expect(json(open(edges.personNames))['00100010']).toEqual({
      vr: 'PN',
      Value: [{ Alphabetic: 'A^B^C^D^E', Ideographic: 'F^G', Phonetic: 'H' }],
    });
    expect(json(open(edges.emptyItems))['00400275']).toEqual({
      vr: 'SQ',
      Value: [{}, { '00400007': { vr: 'LO', Value: ['x'] } }, {}],
    });
    const decimals = json(open(edges.decimalFormats));
    expect(decimals['00280030']).toEqual({ vr: 'DS', Value: [0.5, 0.5] });
    expect(decimals['00281053']).toEqual({ vr: 'DS', Value: ['1,5'] });
    expect(json(open(edges.emptyNumbers))['00280106']).toEqual({ vr: 'US' });
    expect(json(open(edges.manyTags))['00280009']).toEqual({ vr: 'AT', Value: ['00181063', '00181065'] });
    expect(json(open(edges.nestedOwnCharset))['00080005']).toEqual({ vr: 'CS', Value: ['ISO_IR 192'] });
    expect(json(open(edges.staleGroupLengths))).not.toHaveProperty('00080000');
  });

  test('long binary values are references, short ones base64 in little endian', () => {
    const big = open(part10(TS.bigEndian, [BE.el(0x00080018, 'UI', '1.2'), BE.el(0x7fe00010, 'OW', BE.u16(1, 2))]));
    expect(json(big)['7FE00010']).toEqual({ vr: 'OW', InlineBinary: Buffer.from([1, 0, 2, 0]).toString('base64') });
    expect(json(big, { inlineLimit: 2 })['7FE00010']).toEqual({
      vr: 'OW',
      BulkDataURI: `?offset=${big.dataSet.valueStart[1]}&length=4`,
    });
  });

  test('base64 agrees with Node for every length', () => {
    for (let length = 0; length < 7; length++) {
      const bytes = latin('\xff\0abc\x80~'.slice(0, length));
      const f = open(part10(TS.explicit, [LE.el(0x00080018, 'UI', '1.2'), LE.el(0x00420011, 'OB', bytes)]));
      const padded = Buffer.concat([bytes, Buffer.alloc(length % 2)]);
      const inline = (json(f)['00420011'] as { InlineBinary?: string }).InlineBinary ?? '';
      expect(inline).toBe(padded.toString('base64'));
    }
  });
});
